import type { appeal as source } from '../zh-hans/appeal'

export const appeal: Record<keyof typeof source, string> = {
  'appeal.title': 'Appeal',
  'appeal.lede':
    'Another moderator looks at it afresh: first on their own, then against the first decision. You have the result within {n} working days. A comment can be appealed once; the result is final.',
  'appeal.say': 'Your reasons',
  'appeal.text.label': 'Why should it be published?',
  'appeal.text.hint':
    'A few plain sentences are enough. The moderator reads them with your comment.',
  'appeal.text.missing': 'Please give your reasons; a few sentences are enough.',
  'appeal.submit': 'Send the appeal',
  'appeal.cancel': 'No appeal, back to the receipt',

  'appeal.waits.text':
    'You made all of these decisions, and no other moderator is on duty. Appeals are decided by a colleague: they wait here.',

  'appeal.receipt.title': 'Appeal',
  'appeal.receipt.offer':
    'If you think this was wrong, you can appeal: another moderator looks at it afresh.',
  'appeal.receipt.late':
    'An appeal is made within {n} days of the decision; that time is over. You can write a new comment in the topic.',
  'appeal.receipt.filed':
    'Your appeal arrived on {at}. You have the result by {due} at the latest.',
  'appeal.receipt.waits':
    'At present only the moderator who made the first decision is on duty; it waits for another one.',
  'appeal.receipt.yours': 'Your reasons',
  'appeal.receipt.upheld': '{at}: the first decision was upheld. This is final.',
  'appeal.receipt.overturned': '{at}: the decision was overturned; your comment is public.',
  'appeal.receipt.explanation': 'Explanation',
  'appeal.receipt.openness': 'How often appeals succeed is public: see “Open review”.',

  'appeal.review.title': 'Decide an appeal',
  'appeal.review.words': 'What the author says',
  'appeal.review.filed': 'Appealed',
  'appeal.choose': 'Choose an appeal from the list; it is decided in three steps.',
  'appeal.assessedBy': '{who} has recorded a view',
  'appeal.assessedBy.text':
    'If you take this over, record your own view first; it takes the place of theirs.',
  'appeal.assess.title': 'Step 1: your own view',
  'appeal.assess.hint':
    'Until you have recorded it, the first decision and its reason are not shown. It cannot be changed afterwards.',
  'appeal.assess.question': 'This comment',
  'appeal.assess.approve': 'can be published',
  'appeal.assess.reject': 'should not be published',
  'appeal.assess.unchosen': 'Please choose whether it can be published.',
  'appeal.assess.note': 'Grounds',
  'appeal.assess.noteHint': 'A sentence or two, for moderators only.',
  'appeal.assess.noteMissing': 'Please give your grounds in a sentence or two.',
  'appeal.assess.submit': 'Record it and show the first decision',
  'appeal.compare.title': 'Step 2: beside the first decision',
  'appeal.compare.own': 'Your view',
  'appeal.compare.first': 'The first decision ({who}, {at})',
  'appeal.decide.title': 'Step 3: the result',
  'appeal.decide.hint': 'The result is final. An overturned comment is published at once.',
  'appeal.decide.question': 'Result',
  'appeal.decide.upheld': 'Uphold the decision',
  'appeal.decide.overturned': 'Overturn it and publish',
  'appeal.decide.unchosen': 'Please choose to uphold or to overturn.',
  'appeal.decide.explanation': 'Explanation for the author',
  'appeal.decide.explanationHint':
    'The author reads it as you write it: why upheld, or why overturned.',
  'appeal.decide.missing': 'Please explain; the author will read it.',
  'appeal.decide.submit': 'Decide',
  'appeal.result.upheld': '{at}: upheld by {who}',
  'appeal.result.overturned': '{at}: overturned by {who}; the comment is public',
  'appeal.conflict.upheld': '{who} upheld the decision on {at}; what you entered was not sent.',
  'appeal.conflict.overturned':
    '{who} overturned the decision on {at}; what you entered was not sent.',
  'appeal.conflict.changed':
    'The comment was withdrawn, or decided anew; the appeal is no longer open.',

  'openness.title': 'Open review',
  'openness.lede':
    'How comments are reviewed, how long it takes, and what is done when a decision was wrong.',
  'openness.rules.title': 'How it is done',
  'openness.rules.stance':
    'We look for personal attacks, other people’s privacy, advertising and false information; never at whether you are for or against.',
  'openness.rules.reason': 'Whoever is refused reads the reason on their receipt.',
  'openness.rules.part':
    'Moderators do not review their own comments, nor topics in which they take part or that they run.',
  'openness.time.title': 'How long it takes',
  'openness.appeals.title': 'Appeals',
  'openness.appeals.how':
    'A refused comment can be appealed once within {within} days. Another moderator forms their own view first, and answers within {n} working days.',
  'openness.appeals.waiting': 'Appeals being looked at: {n}.',
  'openness.appeals.none': 'No appeal was decided in the last {days} days.',
  'openness.appeals.rate':
    'In the last {days} days {decided} appeals were decided; {overturned} of them were overturned ({percent}%). Withdrawn comments are not counted.',
}
