import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { requireAdministrator } from '~/policies/administration'
import { announcedYears } from '~/server/calendar/announced-days.server'
import type { Scope } from '~/server/scope.server'

export interface CalendarYear {
  year: number
  /** Today in Shanghai, as `2026-11-23`. */
  today: string
  /** The announced days that differ from the week, or bear a name. */
  days: Array<{ date: string; working: boolean; name: string | null }>
  /** False past the horizon: the week alone stands there, and what is computed with it is provisional. */
  announced: boolean
  /** The last day that is announced, as `2026-12-31`; null where none is. */
  publishedThrough: string | null
  /** The years that can be looked at. */
  years: number[]
  /** The years that the program has the announcement of, and the calendar lacks. */
  importable: number[]
  /** The year whose notice is to be entered next. */
  nextYear: number
}

/** A year of the working-day calendar. */
export async function getCalendarYear(scope: Scope, year: number): Promise<CalendarYear> {
  requireAdministrator(scope.viewer)
  const today = shanghaiDate(scope.now)
  const thisYear = Number(today.slice(0, 4))
  const [rows, entered] = await Promise.all([
    scope.db.calendarDay.findMany({
      where: { date: { gte: new Date(`${year}-01-01`), lt: new Date(`${year + 1}-01-01`) } },
      orderBy: { date: 'asc' },
    }),
    scope.db.$queryRaw<Array<{ year: number; last: Date }>>`
      SELECT extract(year FROM "date")::int AS "year", max("date") AS "last"
        FROM "calendar_days" GROUP BY 1 ORDER BY 1`,
  ])
  const enteredYears = entered.map((row) => row.year)
  const lastYear = enteredYears.at(-1) ?? thisYear - 1
  const days = rows
    .filter(({ date, working, name }) => name !== null || working === isWeekend(date))
    .map(({ date, working, name }) => ({ date: date.toISOString().slice(0, 10), working, name }))
  return {
    year,
    today,
    days,
    announced: rows.length > 0,
    publishedThrough: entered.at(-1)?.last.toISOString().slice(0, 10) ?? null,
    years: [...new Set([...enteredYears, thisYear, lastYear + 1])].sort((a, b) => a - b),
    importable: announcedYears(thisYear - 2, scope.now).filter(
      (each) => !enteredYears.includes(each),
    ),
    nextYear: lastYear + 1,
  }
}

function isWeekend(date: Date): boolean {
  const weekday = date.getUTCDay()
  return weekday === 0 || weekday === 6
}
