import type { answer as source } from '../zh-hans/answer'

export const answer: Record<keyof typeof source, string> = {
  'answer.group.people': '{n} {n:person asks|people ask} for the same',
  'answer.group.open': 'Read what each of them says',
  'answer.earlier.title': 'Earlier responses to the like',
  'answer.earlier.lede':
    'Those closest in content first. Where the position has changed since, say so in the response.',
  'answer.earlier.none': 'No similar response was found.',

  'answer.contribution.title': 'Your department’s part',
  'answer.contribution.lede':
    'Write what your department answers for. The lead, {lead}, sees it and takes it into the joint response.',
  'answer.contribution.text': 'Your department’s paragraphs',
  'answer.contribution.hint':
    'What is done, by when, and whom to ask. They cannot be changed once the lead has submitted.',
  'answer.contribution.missing': 'Write your department’s paragraphs.',
  'answer.contribution.save': 'Save',
  'answer.contribution.finish': 'Save as finished',
  'answer.contribution.finished': 'finished by {name} on {date}',
  'answer.contribution.writing': 'being written by {name}, saved on {date}',
  'answer.contribution.notBegun': 'not begun',
  'answer.contribution.closed':
    'The lead has submitted the response; your paragraphs can no longer be changed.',
  'answer.contributions.title': 'Paragraphs of the joining departments',
  'answer.contributions.lede':
    'Take them into the text or write your own from them; the joint response is what is signed.',
  'answer.contributions.takeOver': 'Take into the text',
  'answer.contributions.takenOver': 'Added at the end of the text.',
  'answer.unfinished.title': 'Not finished yet: {names}',
  'answer.unfinished.confirm': 'Submit without waiting',
  'answer.unfinished.hint':
    'Joining departments cannot change their paragraphs after that; the audit trail records it.',
  'answer.unfinished.missing':
    'A joining department has not finished. Save the draft to wait for it, or tick “Submit without waiting”.',

  'answer.pause.idle': 'Saved by itself whenever you pause.',
  'answer.pause.saving': 'Saving…',
  'answer.pause.saved': 'Saved by itself at {time} as draft {n}.',
  'answer.pause.savedPart': 'Saved by itself at {time}.',
  'answer.pause.away': 'No connection just now; the text stays on this device and is tried again.',
  'answer.pause.conflict':
    '{who} {what} just now; nothing of it was overwritten, and saving has stopped. Your text is still here: copy it, then',
  'answer.pause.reload': 'open the page anew and compare',
  'answer.pause.refused': 'Not saved: {reason}',
  'answer.pause.restored': 'Text that had not been saved was restored from this device.',
  'answer.pause.discard': 'Use the saved draft instead',

  'answer.check.title': 'Before you submit',
  'answer.check.lede': 'Advice only; it stops nothing.',
  'answer.check.good': 'there',
  'answer.check.hint': 'hint',
  'answer.check.points.all': 'All {n} {n:point is|points are} addressed.',
  'answer.check.points.some': 'Of {n} {n:point|points}, {unmet} seem to be left out: {list}',
  'answer.check.point': '{author}: “{words}”',
  'answer.check.date.yes': 'A date is given.',
  'answer.check.date.no': 'It does not say when things are done.',
  'answer.check.contact.yes': 'It says whom to ask.',
  'answer.check.contact.no': 'There is no telephone number, nor a place to ask at.',
  'answer.check.reading': 'About {n} {n:minute|minutes} to read.',
  'answer.check.long': 'About {n} {n:minute|minutes} to read: rather long. Begin with the result.',
  'answer.check.vague': 'These words name neither a time nor a body: {list}',

  'answer.schedule.when': 'When to publish',
  'answer.schedule.now': 'At once',
  'answer.schedule.later': 'At a set time',
  'answer.schedule.day': 'Day',
  'answer.schedule.time': 'Time',
  'answer.schedule.hint': 'Beijing time; it can be taken back until then.',
  'answer.schedule.unreadable': 'Give a day and a time, such as 2026-12-01 and 09:30.',
  'answer.schedule.past': 'That time is over; choose another, or publish at once.',
  'answer.schedule.tooFar': 'At most {days} days ahead.',
  'answer.scheduled.title': 'Signed off, waiting to be published',
  'answer.scheduled.text':
    'It is published by itself on {date} (Beijing time), and those who are answered are told.',
  'answer.scheduled.takeBack': 'Take back to sign again',
  'answer.scheduled.takeBackHint':
    'Possible until that time; it then waits to be signed off again.',
  'answer.scheduled.note': 'Signed off, not public yet',
  'answer.history.approved': 'signed off by {name} on {date}: {comment}',
  'answer.signOff.comment': 'Remark',
  'answer.signOff.commentHint': 'Seen by the department and whoever assigned the matter.',

  'answer.correction.begin': 'Correct this response',
  'answer.correction.beginHint':
    'A correction is drafted and signed off as well. Until then the public text stays; afterwards the former text can still be read, and those who were told are told again.',
  'answer.correction.title': 'Draft a correction',
  'answer.correction.lede':
    'Version {n} stays public. Change the text below and say what you changed.',
  'answer.correction.note': 'What changed',
  'answer.correction.noteHint':
    'A sentence or two on what changed and why. It is published and told to residents.',
  'answer.correction.noteMissing': 'Say what the correction changes; residents read it.',
  'answer.correction.nothingChanged':
    'Neither the text nor the result differs: there is nothing to correct.',
  'answer.correction.abandon': 'Give the correction up',
  'answer.correction.changes': 'Compared with what is public',
  'answer.correction.files.removed': 'Files taken out: {names}',
  'answer.correction.files.added': 'Files added: {names}',
  'answer.correction.signTitle': 'Sign off a correction',
  'answer.correction.approveHint':
    'The new version is published and everyone who was told of the first gets a text message again; the former text can still be read.',
  'answer.document': 'Open or print as filed',

  'answer.passages.title': 'Templates and passages',
  'answer.passages.lede':
    'Shared by those who draft and sign for {department}: begin a response with a template, or put passages in.',
  'answer.passages.manage': 'Manage templates and passages',
  'answer.passages.insert': 'Insert',
  'answer.passages.inserted': '“{title}” was inserted.',
  'answer.passages.begin': 'Begin with “{title}”',
  'answer.passages.beginHint': 'The text is still empty; begin with one of your templates:',
  'answer.passages.new': 'Add',
  'answer.passages.none': 'No templates or passages yet.',
  'answer.passages.noneText':
    'Keep openings, endings and procedures here that you write again and again.',
  'answer.passages.kind': 'Use',
  'answer.passages.kind.template': 'Template',
  'answer.passages.kind.passage': 'Passage',
  'answer.passages.kind.templateHint': 'the frame of a whole response, to begin with',
  'answer.passages.kind.passageHint': 'a paragraph to put into the text',
  'answer.passages.kind.missing': 'Choose its use.',
  'answer.passages.name': 'Name',
  'answer.passages.title.missing': 'Give it a name.',
  'answer.passages.text': 'Text',
  'answer.passages.textHint':
    'Leave “〔　〕” where something is to be filled in. An empty line starts a paragraph.',
  'answer.passages.text.missing': 'Write the text.',
  'answer.passages.changed': 'changed by {name} on {date}',

  'answer.done.scheduled': 'Signed off; it will be published at the time you set.',
  'answer.done.takenBack': 'Taken back; it waits to be signed off again.',
  'answer.done.correcting': 'You can draft the correction now; the public text stays meanwhile.',
  'answer.done.abandoned': 'The correction was given up; the public text stays as it is.',
  'answer.done.contributed': 'Your department’s paragraphs are saved.',
  'answer.done.finished': 'Finished; the lead can see it.',
  'answer.change.scheduled': 'signed the response off for a set time',
  'answer.change.unscheduled': 'took the scheduled response back',
  'answer.change.correctionBegun': 'began to correct the response',
  'answer.change.correctionAbandoned': 'gave the correction up',
  'answer.change.corrected': 'signed off a correction',
  'answer.change.contribution': 'saved the department’s paragraphs',
  'answer.files.title': 'Files of the answer',
  'answer.files.lede':
    'The answer of {department}. They become public with it, and stand on its own page, too.',
  'answer.files.added': 'Attached: they become public with the answer',
  'answer.files.removed': 'Taken out',
  'answer.files.leaving':
    'Taken out once the correction is published. Please say in the note what was taken out, and why.',
  'answer.files.kept': 'The file stays',
  'answer.files.removedPublic':
    'The file will be taken out with the correction; until then it is public',
  'answer.files.keep': 'Keep it after all',
  'answer.files.removeLabel': 'Take out “{name}”',
  'answer.files.keepLabel': 'Keep it after all: {name}',
  'answer.files.correctFirst':
    'The answer is public. To take out or add files, go back to the answer and begin a correction; once it is signed, those who were told of the answer are told again.',
  'answer.files.gone': 'Files taken out ({n})',
  'answer.files.goneLede':
    'The public gets them no more; the departments asked and whoever assigned still do.',
  'answer.files.goneIn': 'Taken out by version {n}',
  'answer.files.present': 'Files ({n})',
  'answer.files.empty': 'No files yet.',
  'answer.files.remove': 'Take out',
  'answer.files.drafted': 'Becomes public with the answer',
  'answer.files.public': 'Public',
  'answer.files.add': 'Add files',
  'answer.files.hint': 'Please make sure that they hold nothing private or internal.',
  'answer.files.submit': 'Attach',
  'answer.files.back': 'Back to the answer',
  'answer.files.none': 'Please choose a photograph or a document first.',
  'answer.files.link': 'Files ({n}): add photographs or documents',
}
