import { announcedDays, announcedYears } from '~/server/calendar/announced-days.server'
import { CALENDAR_TAG, readCalendar } from '~/server/calendar/load-calendar.server'
import type { Container } from '~/server/container.server'
import { transact } from '~/server/transact.server'
import { settleDueDates } from './settle-due-dates.server'

export interface ImportedCalendar {
  /** The years whose days were added. */
  years: number[]
}

/** Days of years gone by are needed for terms that began then. */
const YEARS_BACK = 2

/**
 * Adds the announced working days and holidays of the years that the calendar does not have, from two
 * years ago on. Days that are there stay as they are: an administrator may have corrected them. Years
 * that were not announced yet are not made up. Due dates that were provisional are settled.
 */
export async function importCalendar(
  scope: Parameters<typeof transact>[0],
): Promise<ImportedCalendar> {
  const since = scope.now.getFullYear() - YEARS_BACK
  return transact(scope, async (tx) => {
    const calendar = await readCalendar(tx.db)
    const years: number[] = []
    for (const year of announcedYears(since, scope.now)) {
      const days = announcedDays(year) ?? []
      const { count } = await tx.db.calendarDay.createMany({
        data: days.map((day) => ({ ...day, date: new Date(`${day.date}T00:00:00Z`) })),
        skipDuplicates: true,
      })
      if (count > 0) years.push(year)
    }
    if (years.length > 0) {
      tx.audit({
        action: 'calendar.imported',
        objectType: 'calendar',
        objectId: 'calendar',
        detail: { years },
      })
      await settleDueDates(tx, calendar, await readCalendar(tx.db))
      tx.touch(CALENDAR_TAG)
    }
    return { years }
  })
}

/** Fills an empty calendar, at start: without it every due date would be provisional. */
export async function importCalendarIfEmpty(container: Container): Promise<void> {
  if ((await container.database.prisma.calendarDay.count()) > 0) return
  const now = container.clock()
  await importCalendar({ container, viewer: null, now, requestId: '', addressHash: '' })
}
