import {
  formatDate,
  formatMonthDay,
  shanghaiDate,
  type DateLanguage,
} from '../shared/shanghai-time'

/** Over how many Shanghai days figures are told, today among them. */
export const FIGURE_PERIODS = [7, 30, 90] as const

export type FigurePeriod = (typeof FIGURE_PERIODS)[number]

/** The period that an address names; by default a month. */
export function figurePeriod(days: string | null): FigurePeriod {
  return FIGURE_PERIODS.find((period) => String(period) === days) ?? 30
}

const DAY_MS = 24 * 60 * 60 * 1000

/** From so many days on figures stand a week together: more columns than these cannot be told apart. */
const MOST_COLUMNS = 31

/** Days that stand together: both as date columns hold them, midnight UTC of the calendar day. */
export interface FigureBucket {
  first: Date
  last: Date
}

/**
 * The days of a period, or its weeks where there are many days, oldest first. Weeks end with today, so that the newest
 * is a whole one; the oldest may be shorter.
 */
export function figureBuckets(period: FigurePeriod, now: Date): FigureBucket[] {
  const size = period > MOST_COLUMNS ? 7 : 1
  const today = new Date(`${shanghaiDate(now)}T00:00:00.000Z`).getTime()
  const buckets: FigureBucket[] = []
  for (let back = 0; back < period; back += size) {
    const length = Math.min(size, period - back)
    buckets.unshift({
      first: new Date(today - (back + length - 1) * DAY_MS),
      last: new Date(today - back * DAY_MS),
    })
  }
  return buckets
}

/** The number of the bucket that a day lies in, counted from 0; -1 for none. */
export function bucketOf(buckets: readonly FigureBucket[], day: Date): number {
  return buckets.findIndex(({ first, last }) => first <= day && day <= last)
}

/** A bucket as a table names it, and as there is room for below a chart. */
export function bucketWords(
  { first, last }: FigureBucket,
  language: DateLanguage,
): { label: string; short: string } {
  const short = `${first.getUTCMonth() + 1}/${first.getUTCDate()}`
  if (first.getTime() === last.getTime()) return { label: formatDate(first, language), short }
  return { label: `${formatDate(first, language)} – ${formatMonthDay(last, language)}`, short }
}

/** How long something has waited: less than so many hours; the last has no end. */
export const BACKLOG_AGES = [
  { id: 'hour', belowHours: 1 },
  { id: 'fourHours', belowHours: 4 },
  { id: 'day', belowHours: 24 },
  { id: 'threeDays', belowHours: 72 },
  { id: 'older', belowHours: null },
] as const

export type BacklogAge = (typeof BACKLOG_AGES)[number]['id']

/**
 * Of the texts that a rule held the share that was not published as it was, 0 to 1: how often the rule was right. Null
 * where nothing was decided.
 */
export function rulePrecision(tally: { held: number; passed: number }): number | null {
  return tally.held === 0 ? null : (tally.held - tally.passed) / tally.held
}

/** Decisions for each clock hour in which there was one at all; null without any. */
export function decisionsPerHour(work: { decisions: number; hours: number }): number | null {
  return work.hours === 0 ? null : work.decisions / work.hours
}
