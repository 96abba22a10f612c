import type { calendar as source } from '../zh-hans/calendar'

export const calendar: Record<keyof typeof source, string> = {
  'calendar.title': 'Calendar of due dates',
  'calendar.link': 'Put due dates into your own calendar',
  'calendar.lede':
    'See your department’s due dates in the calendar of your phone or computer, with a reminder at nine the day before.',
  'calendar.none': 'You have no calendar address yet.',
  'calendar.address': 'Calendar address',
  'calendar.address.hint':
    'In your calendar program choose “subscribe” or “add by URL” and paste this address. It updates by itself.',
  'calendar.secret':
    'Whoever has this address sees titles and dates without signing in: do not pass it on. If it leaks, take another; the old one stops working at once.',
  'calendar.since': 'Made on {at}',
  'calendar.create': 'Make a calendar address',
  'calendar.renew': 'Take another address',
  'calendar.revoke': 'Stop it',
  'calendar.done.renewed': 'The address is ready. Any earlier one no longer works.',
  'calendar.done.revoked': 'Stopped. The address no longer opens.',
  'calendar.name': 'Lianxin: due dates',
  'calendar.event.due': 'Answer due: {title}',
  'calendar.event.overdue': 'Overdue: {title}',
  'calendar.event.assigned': '{department} ({part}), not acknowledged yet.',
  'calendar.event.handling': '{department} ({part}), in hand.',
}
