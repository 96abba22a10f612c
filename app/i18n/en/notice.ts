import type { notice as source } from '../zh-hans/notice'

export const notice: Record<keyof typeof source, string> = {
  'notice.said.topicOpened': '{studio} has opened a new topic: “{topic}”',
  'notice.said.stageMoved': '“{topic}” has moved on to: {stage}',
  'notice.said.topicMerged':
    '“{title}” was merged into “{topic}”: what comes of it and its answers are there',
  'notice.said.responsePublished.followed': '{department} has answered “{topic}”',
  'notice.said.responsePublished.own': '{department} has answered your comment on “{topic}”',
  'notice.said.responseCorrected.followed': '{department} has corrected its answer to “{topic}”',
  'notice.said.responseCorrected.own':
    '{department} has corrected its answer to your comment on “{topic}”',
  'notice.said.summaryPublished.followed': 'The outcome of “{topic}” has been published',
  'notice.said.summaryPublished.noConsensus':
    'No consensus was reached on “{topic}”; the views are recorded and published as they stand',
  'notice.said.summaryPublished.own':
    'The outcome of “{topic}” has been published and cites your comment',
  'notice.said.commentDecided.approve': 'Your comment on “{topic}” was approved and is public',
  'notice.said.commentDecided.reject':
    'Your comment on “{topic}” was not approved; the receipt says why',
  'notice.said.commentDecided.return':
    'Your comment on “{topic}” can be published once it is edited; the receipt says how',
  'notice.said.commentDecided.forward':
    'What you raised on “{topic}” is handled elsewhere; the receipt says whom to ask',
  'notice.said.commentDecided.again.approve':
    'Your comment on “{topic}” was reviewed again and is public',
  'notice.said.commentDecided.again.reject':
    'Your comment on “{topic}” was reviewed again and not approved; the receipt says why',
  'notice.said.commentDecided.again.return':
    'Your comment on “{topic}” was reviewed again and can be published once it is edited; the receipt says how',
  'notice.said.commentDecided.again.forward':
    'Your comment on “{topic}” was reviewed again and is handled elsewhere; the receipt says whom to ask',
  'notice.said.appealUpheld':
    'Your appeal about a comment on “{topic}” is decided: the decision stands; the receipt says why',
  'notice.said.commentAssigned':
    'Your comment on “{topic}” is now with {department}, to be answered by {date}',
  'notice.said.assignmentExtended':
    '{department} has more time for your comment on “{topic}”, until {date}',
  'notice.said.reopeningDecided.granted':
    '“{topic}” is taken up again as you asked, to be answered by {date}',
  'notice.said.reopeningDecided.declined':
    '“{topic}” is not taken up again as you asked; the explanation says why',
  'notice.said.commentReplied': 'Somebody replied to your comment on “{topic}”',
  'notice.said.reportSettled.upheld':
    'The comment on “{topic}” that you reported has been dealt with. Thank you',
  'notice.said.reportSettled.dismissed':
    'The comment on “{topic}” that you reported was checked; no rule was broken',
  'notice.said.commitmentProgress': '{department} told how its promise on “{topic}” goes',
  'notice.said.commitmentKept.inTime':
    '{department} declared its promise on “{topic}” kept. Is it so where you live?',
  'notice.said.commitmentKept.late':
    '{department} declared its promise on “{topic}” kept, after its day. Is it so where you live?',
  'notice.said.commitmentMoved':
    '{department} has another day for its promise on “{topic}”; the day and the reason are in the ledger',
  'notice.said.commitmentWithdrawn':
    '{department} took back its promise on “{topic}”; the reason is in the ledger',
  'notice.said.commitmentOverdue': 'A promise of {department} on “{topic}” is overdue',

  'notice.bell': 'Notices',
  'notice.bell.unread': 'Notices, {n} unread',
  'notice.list.title': 'Notices',
  'notice.list.lede': 'What becomes of your comments, and news of what you follow.',
  'notice.list.label': 'Notices, newest first',
  'notice.list.readAll': 'Mark all as read',
  'notice.list.settings': 'Ways to reach you, and what you follow',
  'notice.list.unread': 'unread',
  'notice.list.own': 'About you',
  'notice.list.read.done': 'All are marked as read.',
  'notice.list.first': 'Back to the newest',
  'notice.list.empty.title': 'No notices yet',
  'notice.list.empty.text':
    'Once you have commented, reviews, answers and replies are told here. You can also follow topics and studios.',
  'notice.list.empty.action': 'See the topics',

  'notice.follow.topic': 'Follow this topic',
  'notice.follow.category': 'Follow this category',
  'notice.follow.studio': 'Follow this studio',
  'notice.follow.department': 'Follow this department',
  'notice.unfollow': 'Unfollow',
  'notice.unfollow.of': 'Unfollow “{name}”',
  'notice.followed.topic': 'You follow this: news will reach you',

  'notice.settings.title': 'Ways to reach you, and what you follow',
  'notice.settings.lede':
    'Notices always stand in the product. Text messages, mail and browser messages are up to you.',
  'notice.settings.back': 'Notices',
  'notice.settings.follows': 'What you follow',
  'notice.settings.follows.none': 'You follow no topic, category, studio or department yet.',
  'notice.settings.follows.more': 'Follow a department or a category',
  'notice.settings.follows.hint':
    'From a department you hear of its public answers and how its promises go; from a category, of new topics and published outcomes.',
  'notice.settings.follows.choose': 'Department or category',
  'notice.settings.follows.add': 'Follow',
  'notice.settings.kind.topic': 'Topic',
  'notice.settings.kind.category': 'Category',
  'notice.settings.kind.studio': 'Studio',
  'notice.settings.kind.department': 'Department',
  'notice.settings.done.followed': 'You follow it now.',
  'notice.settings.done.unfollowed': 'You follow it no more.',
}
