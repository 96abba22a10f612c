import { daysOfYear, type NoticedHoliday } from '~/domain/calendar/holiday-notice'
import { requireAdministrator } from '~/policies/administration'
import { CALENDAR_TAG, readCalendar } from '~/server/calendar/load-calendar.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { settleDueDates } from './settle-due-dates.server'

/**
 * Enters a year's working days as its notice announced them. The year follows the last one there is, so that no
 * gap is taken for announced; a year that is there is corrected day by day. Due dates that were provisional are settled.
 */
export async function announceCalendarYear(
  scope: Scope,
  input: { year: number; holidays: readonly NoticedHoliday[] },
): Promise<Outcome<{ year: number }>> {
  requireAdministrator(scope.viewer)
  const { year, holidays } = input
  return transact(scope, async (tx) => {
    const last = await tx.db.calendarDay.findFirst({ orderBy: { date: 'desc' } })
    const lastYear = last?.date.getUTCFullYear()
    if (lastYear !== undefined && year <= lastYear) {
      return refuse('year', 'admin.calendar.yearThere', { year })
    }
    if (lastYear !== undefined && year > lastYear + 1) {
      return refuse('year', 'admin.calendar.yearGap', { year: lastYear + 1 })
    }
    const calendar = await readCalendar(tx.db)
    const days = daysOfYear(year, holidays).map((day) => ({
      ...day,
      date: new Date(`${day.date}T00:00:00Z`),
    }))
    // A holiday at New Year may begin in the year before, whose days are there already.
    const before = days.filter(({ date }) => date.getUTCFullYear() < year)
    for (const { date, working, name } of lastYear === undefined ? [] : before) {
      await tx.db.calendarDay.update({ where: { date }, data: { working, name } })
    }
    await tx.db.calendarDay.createMany({
      data: days.filter(({ date }) => date.getUTCFullYear() === year),
    })
    tx.audit({
      action: 'calendar.announced',
      objectType: 'calendar',
      objectId: 'calendar',
      role: 'admin',
      detail: { year, holidays: holidays.map((holiday) => ({ ...holiday })) },
    })
    await settleDueDates(tx, calendar, await readCalendar(tx.db))
    tx.touch(CALENDAR_TAG)
    return { ok: true, year }
  })
}
