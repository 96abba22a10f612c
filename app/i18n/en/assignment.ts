import type { assignment as source } from '../zh-hans/assignment'

export const assignment: Record<keyof typeof source, string> = {
  'assignment.text.returnRequested':
    '[Lianxin] {department} asks to return “{title}”. Please decide: {link}',
  'assignment.text.returnGranted': '[Lianxin] You may return “{title}”. {link}',
  'assignment.text.returnRefused': '[Lianxin] “{title}” stays with you. Reason: {reason} {link}',
  'assignment.text.extensionRequested':
    '[Lianxin] {department} asks for more time for “{title}”. Please decide: {link}',
  'assignment.text.extensionGranted': '[Lianxin] “{title}” has more time, until {date}. {link}',
  'assignment.text.extensionRefused':
    '[Lianxin] No more time was given for “{title}”. Reason: {reason} {link}',
  'assignment.text.extendedForAuthor':
    '[Lianxin] Your comment on “{title}” is with {department}, who have until {date} to answer. {link}',
  'assignment.text.assigned':
    '[Lianxin] “{title}” was given to your department. Please acknowledge: {link}',
  'assignment.text.reminded': '[Lianxin] Reminder: “{title}” is to be answered by {date}. {link}',
  'assignment.text.toAcknowledge':
    '[Lianxin] Reminder: “{title}” was to be acknowledged by {date}. {link}',
  'assignment.text.merged':
    '[Lianxin] “{title}” was merged into “{into}”: you owe no answer to it. {link}',
  'assignment.text.supervised': '[Lianxin] “{title}” is under supervision. {note} {link}',
  'assignment.text.handedOver': '[Lianxin] You are now in charge of “{title}”. {link}',
  'assignment.text.deskHandedOver':
    '[Lianxin] You are now in charge of {n} more {n:matter|matters}: {link}',
  'assignment.text.delegated': '[Lianxin] You stand in for {from} from {start} to {end}. {link}',
  'assignment.obstacle.notYours': 'This step is somebody else’s.',
  'assignment.obstacle.closed': 'This matter is over.',
  'assignment.obstacle.alreadyAcknowledged': 'Receipt was acknowledged already.',
  'assignment.obstacle.notAcknowledged': 'Please acknowledge receipt first.',
  'assignment.obstacle.returnPending': 'A return was asked for and waits to be decided.',
  'assignment.obstacle.noReturnPending': 'No return waits to be decided.',
  'assignment.obstacle.extensionPending': 'More time was asked for; that waits to be decided.',
  'assignment.obstacle.noExtensionPending': 'No extension waits to be decided.',
  'assignment.obstacle.tooLateToReturn':
    'A matter may be returned within 7 working days of its assignment; they are over.',
  'assignment.obstacle.noReason': 'Please give the reason.',
  'assignment.obstacle.pastDue': 'More time must be asked for before the due date; it has passed.',
  'assignment.obstacle.notLater': 'The new due date must be later than the present one.',
  'assignment.obstacle.tooFar': 'An extension is of 30 working days at most.',
  'assignment.obstacle.jointFollowsLead':
    'A joint department answers with the lead, by the lead’s due date.',
  'assignment.obstacle.needsSuccessor': 'Others join in this answer: please name another lead.',
  'assignment.obstacle.successorHasPart':
    'That department has a part in this assignment already; please choose another.',
  'assignment.obstacle.remindedToday': 'A reminder was sent today; one a day is sent.',
}
