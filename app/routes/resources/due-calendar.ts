import ical, { ICalAlarmType } from 'ical-generator'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getDueCalendar } from '~/queries/get-due-calendar.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { guardedLoader } from '~/server/http/guard.server'
import { siteAddress } from '~/server/site-address.server'

/** Calendar programs ask every few minutes; whoever guesses asks more often. */
const PER_ADDRESS = { name: 'calendar', limit: 120, windowSeconds: 600 }

/** Nine in the morning of the day before. */
const REMIND_SECONDS = 15 * 60 * 60

/** What is due, for an official's calendar program (iCalendar, RFC 5545). The address is the secret. */
export const loader = guardedLoader(everybody, async ({ scope, params }) => {
  await limitRate(scope, PER_ADDRESS, scope.addressKey)
  const entries = await getDueCalendar(scope, (params['token'] ?? '').replace(/\.ics$/, ''))
  const { container, language } = scope
  const t = translator(CATALOGUES[language])
  const host = new URL(siteAddress(container, paths.home())).host
  const calendar = ical({
    name: t('calendar.name'),
    prodId: { company: 'Lianxin', product: 'Desk', language: language.toUpperCase() },
    ttl: 60 * 60,
  })
  for (const entry of entries) {
    // The moment at which the last day is over: the day itself is the one before.
    const lastDay = new Date(`${shanghaiDate(new Date(entry.dueAt.getTime() - 1))}T00:00:00Z`)
    const overdue = entry.dueAt <= scope.now
    const event = calendar.createEvent({
      id: `${entry.assignmentId}-${entry.departmentId}@${host}`,
      stamp: scope.now,
      start: lastDay,
      allDay: true,
      summary: t(overdue ? 'calendar.event.overdue' : 'calendar.event.due', { title: entry.title }),
      description: t(entry.acknowledged ? 'calendar.event.handling' : 'calendar.event.assigned', {
        department: entry.department,
        part: t(`response.part.${entry.part}`),
      }),
      url: siteAddress(container, paths.deskAssignment(entry.assignmentId)),
    })
    event.createAlarm({ type: ICalAlarmType.display, trigger: REMIND_SECONDS })
  }
  return new Response(calendar.toString(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="lianxin.ics"',
      'cache-control': 'private, no-store',
    },
  })
})
