import type { report as source } from '../zh-hans/report'

export const report: Record<keyof typeof source, string> = {
  'report.link': 'Report',
  'report.title': 'Report this comment',
  'report.lede':
    'A moderator will look at it, and “My reports” will tell you the result. The author will not learn who reported it. There is no need to report what you merely disagree with: you can reply.',
  'report.words': 'The comment by {name}',
  'report.reason.label': 'Why do you report it?',
  'report.reason.privacy': 'Personal information',
  'report.reason.privacy.hint':
    'It gives somebody’s telephone number, address or identity number, or tells of their private life.',
  'report.reason.attack': 'Personal attack',
  'report.reason.attack.hint': 'Insults, threats, or contempt for a person or a group.',
  'report.reason.falsehood': 'False information',
  'report.reason.falsehood.hint':
    'It says what is not so, and may mislead people. Please say below how you know.',
  'report.reason.advertising': 'Advertising',
  'report.reason.advertising.hint': 'It promotes goods or services, or looks for customers.',
  'report.reason.unlawful': 'Unlawful or harmful',
  'report.reason.unlawful.hint': 'It breaks the law, or teaches something dangerous.',
  'report.reason.offTopic': 'Beside the topic',
  'report.reason.offTopic.hint': 'It is about something else, or repeats the same again and again.',
  'report.reason.other': 'Something else',
  'report.reason.other.hint': 'Please say below what it is.',
  'report.reason.missing': 'Please choose why you report it.',
  'report.text.label': 'In your own words',
  'report.text.hint':
    'Which sentence, and why: that helps the moderator to judge. At most {max} characters.',
  'report.text.needed': 'Where you choose “Something else”, please say what it is.',
  'report.submit': 'Send the report',
  'report.cancel': 'Do not report it; back to the comment',
  'report.weight':
    'Please report truthfully. The reports of people whose reports were often wrong are still read, but no longer help to hide a comment. Everybody can report {n} comments a day at most.',
  'report.tooMany':
    'You have made {n} reports today, which is the most for one day. Please come back tomorrow; what you typed is still here.',

  'report.problem.own.title': 'This is your own comment',
  'report.problem.own.text': 'You can change it or withdraw it; there is no need to report it.',
  'report.problem.open.title': 'You have reported this comment',
  'report.problem.open.text':
    'A moderator is looking at it; “My reports” will tell you the result.',
  'report.problem.decided.title': 'Your report of this comment has been decided',
  'report.problem.decided.text':
    'The same text is reported once. Should its author change it, you can report it again.',
  'report.problem.hidden.title': 'This comment is under review',
  'report.problem.hidden.text':
    'Several people have reported it. Its words are hidden while a moderator looks at it.',
  'report.problem.back': 'Back to the topic',

  'report.mine.title': 'My reports',
  'report.mine.lede':
    'The comments that you reported, and what came of it. Whether a report was right is decided by a moderator who has read the comment.',
  'report.mine.list': 'Reports',
  'report.mine.done': 'We have received your report',
  'report.mine.done.text':
    'A moderator will look at it. The result will be told here, and by text message where you wanted those.',
  'report.mine.done.hidden':
    'Several people have reported this comment: its words are hidden until a moderator has looked at it.',
  'report.mine.empty.title': 'You have not reported anything',
  'report.mine.empty.text':
    'Where you see personal information, personal attacks, advertising and the like, choose “Report” below the comment.',
  'report.mine.reported': 'Reported {at}',
  'report.mine.reason': 'Why: ',
  'report.mine.said': 'In your words: ',
  'report.mine.gone': 'The words of this comment are not public now.',
  'report.mine.changed':
    'Its author has changed the text since: what is public now is not what you reported.',
  'report.mine.look': 'Look at the comment',
  'report.mine.waits': 'Waiting for review',
  'report.mine.waitsUntil': 'To be reviewed by {at}.',
  'report.mine.pager.first': 'Back to the newest reports',
  'report.result.upheld': 'Upheld',
  'report.result.dismissed': 'Dismissed',
  'report.result.lapsed': 'Ended',
  'report.outcome.dismissed': '{at}: a moderator has found that this comment can stay public.',
  'report.outcome.lapsed':
    '{at}: its author withdrew the comment; there is nothing left to review.',
  'report.outcome.approve': '{at}: a moderator has hidden what was wrong in it.',
  'report.outcome.reject': '{at}: a moderator has taken the comment down.',
  'report.outcome.return':
    '{at}: a moderator has taken the comment down and asked its author to change it.',
  'report.outcome.forward':
    '{at}: a moderator has taken the comment down; the matter is dealt with elsewhere.',
  'report.outcome.rule': 'By the rule: {label}. {text}',

  'report.review.title': 'Reported {n} times',
  'report.review.weight': 'Together they weigh {weight}; at {limit} the words are hidden.',
  'report.review.hidden':
    'The words are hidden from the public; your decision shows them again or takes them down.',
  'report.review.public': 'The words are still public.',
  'report.review.one': 'weight {weight}',
  'report.review.none': 'no weight',
  'report.review.noText': 'Nothing was added.',
  'report.review.earlierText': 'The report was of the text before it was changed.',
  'report.review.more': '{n} more reports are not listed.',
  'report.review.dismissedBefore':
    'The same text was reported {n} times before, and the reports were dismissed: it is not hidden again by itself.',
  'report.review.hint':
    'To approve dismisses the reports; to mask, return, reject or forward upholds them. All reporters learn the result.',
  'report.review.approve': 'Dismiss the reports; it stays public',
  'report.review.restore': 'Dismiss the reports; show it again',

  'report.told.upheld':
    '[Lianxin] Your report of a comment in “{topic}” has been reviewed and upheld. See “My reports”: {link}',
  'report.told.dismissed':
    '[Lianxin] Your report of a comment in “{topic}” has been reviewed and dismissed. See “My reports”: {link}',
}
