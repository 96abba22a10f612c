import type { WorkingCalendar } from '~/domain/response/working-days'
import type { Container } from '../container.server'
import type { TransactionDb } from '../db/database.server'

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
  const calendar = await readCalendar(container.database.prisma)
  kept.set(container, { generation, calendar })
  return calendar
}

/** The calendar as a transaction sees it: for what changes it. Everything else loads it. */
export async function readCalendar(
  db: Pick<TransactionDb, '$queryRaw' | 'calendarDay'>,
): Promise<WorkingCalendar> {
  const exceptions = await db.$queryRaw<Array<{ date: string; working: boolean }>>`
    SELECT to_char("date", 'YYYY-MM-DD') AS "date", "working" FROM "calendar_days"
     WHERE "working" <> (extract(isodow FROM "date") < 6)`
  const last = await db.calendarDay.findFirst({
    orderBy: { date: 'desc' },
    select: { date: true },
  })
  return {
    publishedThrough: last?.date.toISOString().slice(0, 10) ?? NEVER,
    days: new Map(exceptions.map(({ date, working }) => [date, working])),
  }
}
