import type { me as source } from '../zh-hans/me'

export const me: Record<keyof typeof source, string> = {
  'me.title': 'My comments',
  'me.lede': 'Everything you have said, where it stands and what became of it.',
  'me.pager.first': 'Back to the newest',
  'me.nav.reports': 'My reports',
  'me.nav.account': 'Account and details',
  'me.nav.sessions': 'Signed-in devices',
  'me.nav.signOut': 'Sign out',
  'me.unconfirmed.title': 'Please confirm your telephone number',
  'me.unconfirmed.text':
    'The rules ask for a confirmed number before anybody comments or votes. It is never shown.',
  'me.unconfirmed.action': 'Confirm my number',
  'me.list.title': 'Comments and what became of them',
  'me.empty.title': 'You have not commented yet',
  'me.empty.text':
    'See what is being talked over and say what you think. What becomes of it will be shown here.',
  'me.empty.action': 'See the topics',
  'me.comment.reply': 'Reply',
  'me.comment.gone': 'You have withdrawn these words.',
  'me.comment.receipt': 'Receipt',
  'me.comment.receiptOf': 'Receipt of this comment on “{topic}”',
  'me.comment.inThread': 'See it in the topic',
  'me.comment.edit': 'Edit and send again',
  'me.comment.reason': 'The moderator says: ',
  'me.comment.replies': '{n} {n:reply|replies}',
  'me.comment.answered': 'Answered by {department} on {date}',
  'me.comment.cited': 'Cited in point {n} of the outcome',
}
