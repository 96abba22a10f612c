import type { WorkingCalendar } from '~/domain/response/working-days'
import type { Container } from '../container.server'

/** To be touched by whatever changes the calendar: what every process keeps of it is then read anew. */
export const CALENDAR_TAG = 'calendar'

/** Nothing was announced: every date is provisional. */
const NEVER = '1970-01-01'

const kept = new WeakMap<Container, { generation: number; calendar: WorkingCalendar }>()

/**
 * The working-day calendar as it stands in the database: the announced exceptions, and the last day that
 * is announced at all. Kept in memory until somebody touches its tag.
 */
export async function loadCalendar(container: Container): Promise<WorkingCalendar> {
  const generation = container.pages.generation(CALENDAR_TAG)
  const entry = kept.get(container)
  if (entry?.generation === generation) return entry.calendar
  const { prisma } = container.database
  const [exceptions, last] = await Promise.all([
    prisma.$queryRaw<Array<{ date: string; working: boolean }>>`
      SELECT to_char("date", 'YYYY-MM-DD') AS "date", "working" FROM "calendar_days"
       WHERE "working" <> (extract(isodow FROM "date") < 6)`,
    prisma.calendarDay.findFirst({ orderBy: { date: 'desc' }, select: { date: true } }),
  ])
  const calendar: WorkingCalendar = {
    publishedThrough: last?.date.toISOString().slice(0, 10) ?? NEVER,
    days: new Map(exceptions.map(({ date, working }) => [date, working])),
  }
  kept.set(container, { generation, calendar })
  return calendar
}
