import type { receipt as source } from '../zh-hans/receipt'

export const receipt: Record<keyof typeof source, string> = {
  'receipt.same': 'Joined to the same demand. Your own words are kept.',
  'receipt.title': 'Receipt',
  'receipt.of': 'Your comment on:',
  'receipt.allMine': 'My comments',
  'receipt.slip': 'Where it stands',

  'receipt.standing.pending': 'Waiting for review',
  'receipt.standing.published': 'Published',
  'receipt.standing.hidden': 'Reported, under review',
  'receipt.standing.rejected': 'Not published',
  'receipt.standing.returned': 'Please edit',
  'receipt.standing.withdrawn': 'Withdrawn',
  'receipt.standing.publishedEditWaits': 'Published, edit waiting',
  'receipt.standing.publishedEditRejected': 'Published, edit not accepted',
  'receipt.standing.publishedEditReturned': 'Published, edit needs a change',

  'receipt.received': 'Received',
  'receipt.received.at': 'Your comment was received on {at}.',
  'receipt.received.again': 'Your edited text was received on {at} (number {n}).',
  'receipt.number': 'Receipt number',
  'receipt.rule': 'Rule of review',
  'receipt.rule.why': 'Why it waits',
  'receipt.rule.before':
    'This topic reviews before it publishes: a moderator looks for personal attacks, private details of others, advertising and false claims, not for whether you are for or against.',
  'receipt.rule.after':
    'This topic publishes first and reviews afterwards: your comment is public at once, a moderator looks at it later.',
  'receipt.rule.held':
    'In this topic comments are published first and reviewed afterwards; by the rule below a moderator reads this one first. It is not about whether you support or oppose.',
  'receipt.rule.by': 'Screening rule “{rule}”:',
  'receipt.usual': 'How long it usually takes',
  'receipt.usual.text':
    'Over the last 7 days half of the comments were reviewed within {median}, nine in ten within {p90}.',
  'receipt.usual.tooFew':
    'Not enough data: too few comments were reviewed over the last 7 days to say.',
  'receipt.decision': 'Decision',
  'receipt.decision.waiting': 'Not reviewed yet. Until then nobody but you sees it in the topic.',
  'receipt.decision.editWaits': 'The edited text has not been reviewed yet.',
  'receipt.decision.public': 'Published.',
  'receipt.decision.told':
    'The decision will be written here, and sent by text message to those who asked for that.',
  'receipt.decision.approve': 'Approved and published on {at}.',
  'receipt.decision.unreviewed': 'Published at once; a moderator looks at it later.',
  'receipt.decision.return': 'Returned on {at}: please edit it and send it again.',
  'receipt.decision.reject': 'Not approved on {at}, and not published.',
  'receipt.decision.forward': 'Forwarded on {at}: it belongs elsewhere and is not published here.',
  'receipt.decision.hidden':
    'Several people have reported it. Its words are hidden while a moderator looks at it; its place, the replies and citations stay.',
  'receipt.decision.hiddenUntil':
    'To be reviewed by {at}. If the reports are dismissed, your words are shown again; if they are upheld, you are told why and can appeal.',
  'receipt.decision.reported.approve':
    '{at}: it was reported; a moderator has found that it can stay public.',
  'receipt.decision.reported.mask':
    '{at}: it was reported; a moderator has hidden some of its words, the others stay public.',
  'receipt.decision.reported.reject': '{at}: it was reported; a moderator has taken it down.',
  'receipt.decision.reported.return':
    '{at}: it was reported; a moderator has taken it down and asks you to change it.',
  'receipt.decision.reported.forward':
    '{at}: it was reported; a moderator has taken it down, as the matter is dealt with elsewhere.',
  'receipt.decision.withdrawn':
    'You have withdrawn this comment. Its words are gone; its place and the replies of others stay.',
  'receipt.decision.formerStays': 'The text that was published before stays as it is.',
  'receipt.forwarded.asked':
    'The moderator has asked for it to be handed to the departments in charge.',
  'receipt.forwarded.to': 'Handed to {departments}, to be answered by {due}.',
  'receipt.reason': 'What the moderator says',

  'receipt.now': 'What you can do now',
  'receipt.now.edit': 'Edit the comment',
  'receipt.now.editAgain': 'Edit and send again',
  'receipt.now.withdraw': 'Withdraw the comment',
  'receipt.now.inThread': 'See it in the topic',
  'receipt.now.topic': 'Back to the topic',
  'receipt.now.rejected':
    'You can write another comment that heeds what the moderator says; if you think the decision is wrong, you can appeal below.',
  'receipt.text': 'What you wrote',
  'receipt.text.typed': 'The text as you typed it',
  'receipt.text.masked':
    'Parts are hidden in public to protect personal data. Only you and moderators see what you typed.',
  'receipt.earlier': 'Sent before',
  'receipt.earlier.sent': 'Number {n}',
  'receipt.earlier.replaced': 'Not reviewed, replaced by a later text',
  'receipt.earlier.approve': 'Approved on {at}',
  'receipt.earlier.reject': 'Not approved on {at}',
  'receipt.earlier.forward': 'Forwarded on {at}',
  'receipt.earlier.return': 'Returned on {at}',

  'receipt.duration.minutes': '{n} {n:minute|minutes}',
  'receipt.duration.hours': '{n} {n:hour|hours}',
  'receipt.duration.days': '{n} {n:day|days}',
}
