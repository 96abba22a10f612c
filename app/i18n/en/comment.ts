import type { comment as source } from '../zh-hans/comment'

export const comment: Record<keyof typeof source, string> = {
  'comment.form.question': 'What do you think? Do you live nearby?',
  'comment.form.hint':
    'What helps most is concrete: where, when, and what should change. Please leave out telephone and identity numbers and other people’s private matters.',
  'comment.form.before': 'Shown after a moderator has read it; if not, you are told why.',
  'comment.form.after': 'Shown at once, and read by a moderator afterwards.',
  'comment.form.stance': 'Your stance',
  'comment.form.stance.none': 'Not yet',
  'comment.form.kind': 'This is',
  'comment.form.voice': 'You speak as',
  'comment.form.submit': 'Submit comment',
  'comment.form.reply.label': 'Your reply',
  'comment.form.reply.hint':
    'Please leave out telephone and identity numbers and other people’s private matters.',
  'comment.form.reply.to': 'In reply to {name}',
  'comment.form.reply.submit': 'Submit reply',
  'comment.form.quoted': 'Quoting {name}',
  'comment.form.withoutQuote': 'Remove the quote',
  'comment.form.title': 'Have your say',
  'comment.form.replyTitle': 'Reply',
  'comment.form.topic': 'Topic: {title}',
  'comment.form.closed':
    'The topic has just stopped taking comments, so this was not submitted. What you wrote is kept below; you can copy it.',
  'comment.draft.restored':
    'This is what you wrote and did not submit. It was kept on this device.',
  'comment.draft.discard': 'Discard it',
  'comment.text.missing': 'Write what you think, then submit.',
  'comment.text.tooLong':
    'At most {max} characters; this is {n} too many. Shorten it or send it in two parts.',
  'comment.text.unreadable':
    'The text has characters that cannot be read, perhaps pasted along. Remove them and submit again.',
  'comment.stance.unknown': 'Choose one of the stances listed, or none.',
  'comment.kind.unknown': 'Choose one of the kinds listed.',
  'comment.voice.unknown': 'Your account cannot speak in this voice. Choose one of those listed.',
  'comment.place.gone':
    'The page was incomplete. Reload it and submit again; what you wrote is still there.',
  'comment.replyTo.gone':
    'The comment you answer was withdrawn or removed. What you wrote is kept; you can submit it as a comment of its own.',
  'comment.quote.gone':
    'The comment you quote was withdrawn or removed. What you wrote is kept; you can submit it without the quote.',
  'comment.tooOften':
    'That was rather often. Please wait {minutes} {minutes:minute|minutes} and submit again. What you wrote is kept.',
  'comment.edit.title': 'Edit your comment',
  'comment.edit.waiting':
    'This comment is waiting for review. The new text will take the place of the old one.',
  'comment.edit.public':
    'The new text is shown once it is approved. Until then the public sees the former one.',
  'comment.edit.publicAfter': 'The new text is shown at once and marked as edited.',
  'comment.edit.returned': 'The moderator asks you to change it:',
  'comment.edit.submit': 'Submit the changes',
  'comment.edit.cancel': 'Leave it, back to the receipt',
  'comment.edit.conflict':
    'A moderator has just dealt with this comment: it is “{standing}” now. What you wrote is kept below; check it and submit again.',
  'comment.edit.rejected.title': 'This comment cannot be edited any more',
  'comment.edit.rejected.text':
    'It was not approved; the receipt says why. You can write a new one in the topic.',
  'comment.edit.hidden.title': 'This comment is under review and cannot be changed now',
  'comment.edit.hidden.text':
    'It was reported, and a moderator is looking at what you wrote. You will be told the result, and can change it then; you can withdraw it now.',
  'comment.edit.withdrawn.title': 'This comment has been withdrawn',
  'comment.edit.withdrawn.text':
    'It cannot be edited any more. To go on, write a new one in the topic.',
  'comment.edit.closed.title': 'The topic takes no comments any more; it cannot be edited',
  'comment.edit.closed.text':
    'Outcome and responses rest on what was said then. You can still withdraw the comment.',
  'comment.standing.pending': 'waiting for review',
  'comment.standing.published': 'public',
  'comment.standing.hidden': 'reported, under review',
  'comment.standing.returned': 'sent back',
  'comment.standing.rejected': 'not approved',
  'comment.standing.withdrawn': 'withdrawn',
  'comment.withdraw.title': 'Withdraw your comment',
  'comment.withdraw.public':
    'The words disappear from all public pages. Their place says that you withdrew them; replies stay. Where the outcome cites them, only the place remains.',
  'comment.withdraw.waiting':
    'This comment is not public yet. It will not be reviewed and will not appear in the topic.',
  'comment.withdraw.final':
    'This cannot be undone. The record is kept as the rules demand, but not shown.',
  'comment.withdraw.submit': 'Withdraw it',
  'comment.withdraw.cancel': 'Keep it, back to the receipt',
  'comment.withdraw.text': 'This is the one',
}
