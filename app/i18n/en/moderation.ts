import type { moderation as source } from '../zh-hans/moderation'

export const moderation: Record<keyof typeof source, string> = {
  'moderation.title': 'Review',
  'moderation.lede.usual':
    'Over the last 7 days half of the comments were reviewed within {median}, nine in ten within {p90}.',
  'moderation.lede.tooFew':
    'Too few were reviewed over the last 7 days to say how long it usually takes.',

  'moderation.view.label': 'What to look at',
  'moderation.view.pending': 'Waiting',
  'moderation.view.mine': 'Reviewed by me',
  'moderation.view.rejected': 'Not published',
  'moderation.view.returned': 'Returned for edit',

  'moderation.topics.one': 'One topic only',
  'moderation.topics.all': 'All topics',
  'moderation.topics.current': 'Only “{topic}”',
  'moderation.topics.waiting': '{n} waiting',

  'moderation.list.title': 'List',
  'moderation.list.next': 'Next page',
  'moderation.list.first': 'Back to the beginning',
  'moderation.list.back': 'Back to the list',
  'moderation.list.reply': 'Reply',
  'moderation.list.edited': 'Edited',
  'moderation.list.recused': 'For a colleague',
  'moderation.list.decided': 'by {who}',
  'moderation.empty.pending.title': 'Everything has been reviewed',
  'moderation.empty.pending.text': 'New comments appear here. Reload the page in a while.',
  'moderation.empty.mine.title': 'You have not reviewed anything yet',
  'moderation.empty.mine.text': 'Each of your decisions stays here to look back at.',
  'moderation.empty.rejected.title': 'Nothing was refused',
  'moderation.empty.rejected.text':
    'Comments that were not published are listed here, with what their authors were told.',
  'moderation.empty.returned.title': 'Nothing waits for its author',
  'moderation.empty.returned.text':
    'Comments returned for an edit are listed here until their authors send them again.',
  'moderation.missing.title': 'This comment was not found',
  'moderation.missing.text': 'The address may be incomplete. Choose one from the list.',
  'moderation.missing.chooseTitle': 'Choose one from the list',
  'moderation.missing.nothingLeftText':
    'What is left is for your colleagues: you wrote it, run its topic or took part in its discussion.',

  'moderation.skip.label': 'On this page',
  'moderation.skip.item': 'To the comment',
  'moderation.skip.decide': 'To the decision',
  'moderation.skip.context': 'To what was said around it',

  'moderation.item.label': 'The comment under review',
  'moderation.item.of': 'Comment by {name}',
  'moderation.item.sent': 'Sent',
  'moderation.item.waited': 'waiting for {time}',
  'moderation.item.number': 'Text number {n}',
  'moderation.item.topic': 'Topic',
  'moderation.item.text': 'The whole comment',
  'moderation.item.changes': 'What was changed',
  'moderation.item.changesHint': 'What was taken out is struck through, what was added underlined.',
  'moderation.item.removed': 'Taken out: ',
  'moderation.item.added': 'Added: ',
  'moderation.item.unchanged': 'The words are the same; the stance or the type was changed.',
  'moderation.item.full': 'The whole text after the change',
  'moderation.item.source': 'The text as it was typed',
  'moderation.item.quotes': 'Quotes',
  'moderation.item.publishedMeanwhile':
    'The former text is public and stays until the new one is approved.',
  'moderation.item.after':
    'This topic publishes first and reviews afterwards: the comment is public.',

  'moderation.status.pending': 'Waiting',
  'moderation.status.published': 'Published',
  'moderation.status.rejected': 'Not published',
  'moderation.status.returned': 'Returned for edit',
  'moderation.status.withdrawn': 'Withdrawn by its author',
  'moderation.status.superseded': 'Replaced by a newer text',

  'moderation.decide.title': 'Decide',
  'moderation.decide.stance': 'For or against makes no difference to the review.',
  'moderation.approve.button': 'Approve and publish',
  'moderation.approve.buttonAfter': 'Approve and keep public',
  'moderation.return.open': 'Return for edit …',
  'moderation.return.request': 'What the author should change',
  'moderation.return.hint':
    'The author reads this as you write it. Say which sentence, and how it could be published.',
  'moderation.return.button': 'Return for edit',
  'moderation.return.missing': 'Say what the author should change',
  'moderation.reject.open': 'Do not publish …',
  'moderation.reject.reason': 'Reason',
  'moderation.reject.hint': 'Once chosen, its words can be made to fit this very comment.',
  'moderation.reject.words': 'What the author is told',
  'moderation.reject.button': 'Do not publish',
  'moderation.reject.missing': 'Choose a reason',
  'moderation.reject.unknown': 'This reason has just been taken out of use. Choose another',
  'moderation.reject.wordsMissing': 'Say what the author is told',
  'moderation.text.tooLong': 'At most {max} characters',
  'moderation.text.unreadable': 'It holds characters that cannot be read. Delete and retype them',
  'moderation.note.label': 'Note to colleagues',
  'moderation.note.hint': 'Seen by moderators only.',
  'moderation.recusal.title': 'This one is for a colleague',
  'moderation.recusal.own': 'You wrote it. Nobody reviews their own words.',
  'moderation.recusal.runsTopic':
    'Your studio runs this topic. Those who run a topic do not review it.',
  'moderation.recusal.spoke':
    'You have commented in this topic. Those who take part do not review it.',
  'moderation.closed.decided': 'This comment has been decided on',
  'moderation.closed.withdrawn':
    'Its author has withdrawn this comment. There is nothing to review.',

  'moderation.outcome.approve': 'Approved',
  'moderation.outcome.reject': 'Not published',
  'moderation.outcome.return': 'Returned for edit',

  'moderation.done.approve': 'Approved and published',
  'moderation.done.reject': 'Not published; its author is told why',
  'moderation.done.return': 'Returned to its author for an edit',
  'moderation.done.text': 'The comment by {name} on “{topic}”.',
  'moderation.done.look': 'Look at it again',

  'moderation.conflict.title': 'Your decision was not saved',
  'moderation.conflict.approve': '{who} decided at {at}: approved.',
  'moderation.conflict.reject': '{who} decided at {at}: not published.',
  'moderation.conflict.return': '{who} decided at {at}: returned for edit.',
  'moderation.conflict.mine': 'You decided on this comment yourself at {at}: {outcome}.',
  'moderation.conflict.edited':
    'Its author {who} sent a new text at {at}. Read it before you decide.',
  'moderation.conflict.withdrawn':
    'Its author {who} has just withdrawn it. There is nothing to review.',
  'moderation.conflict.changed': 'It has just changed. Look at it as it is now before you decide.',
  'moderation.conflict.kept': 'What you wrote is kept below.',
  'moderation.conflict.typed': 'What you wrote',
  'moderation.conflict.next': 'Review the next one',

  'moderation.context.title': 'Around it',
  'moderation.context.topic': 'The topic asks',
  'moderation.context.inThread': 'Open the topic',
  'moderation.context.root': 'The conversation began with',
  'moderation.context.repliedTo': 'It replies to',
  'moderation.context.neighbours': 'Replies next to it',
  'moderation.context.gone': 'These words are not public at present.',
  'moderation.author.title': 'The author',
  'moderation.author.since': 'Signed up',
  'moderation.author.days': '{date}, {n} {n:day|days} ago',
  'moderation.author.published': 'Published',
  'moderation.author.rejected': 'Not published',
  'moderation.author.returned': 'Returned',
  'moderation.author.count': '{n}',
  'moderation.author.first': 'First comment',
  'moderation.author.suspended': 'The account is suspended',
  'moderation.author.others': 'Other comments on this topic',
  'moderation.history.title': 'Earlier decisions and texts',
  'moderation.history.decided': '{who}: {outcome}',
  'moderation.history.told': 'The author was told: ',
  'moderation.history.note': 'Note: ',
  'moderation.history.text': 'Text number {n}',

  'moderation.told.approve':
    '[Lianxin] Your comment on “{topic}” has been reviewed and published. Receipt: {link}',
  'moderation.told.reject':
    '[Lianxin] Your comment on “{topic}” was not published. Why, and what you can do now: {link}',
  'moderation.told.return':
    '[Lianxin] Your comment on “{topic}” needs an edit before it is published. What to change: {link}',
}
