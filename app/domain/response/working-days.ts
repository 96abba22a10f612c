/**
 * The working days of public offices: Monday to Friday, but for the holidays and the make-up days (调休)
 * that the State Council announces year by year, usually in November for the year after.
 */
export interface WorkingCalendar {
  /** The last day whose announcement is in the calendar, as `2025-12-31`. Days after it follow the week alone. */
  publishedThrough: string
  /** The announced exceptions, by date: `false` a holiday, `true` a make-up day. */
  days: ReadonlyMap<string, boolean>
}

export interface WorkingDayResult {
  /** As `2025-07-14`. */
  date: string
  /** The date lies past what has been announced: it may still move, and is shown as provisional. */
  provisional: boolean
}

const DAY_MS = 24 * 60 * 60 * 1000
const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/

// No period of this product is longer than some months; more is a mistake of the caller.
const MAX_WORKING_DAYS = 1000

/** Whether offices work on a day, given as `2025-07-14`. @throws RangeError for what is no date */
export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  return isWorking(parseDate(date), calendar)
}

/**
 * The working day on which a period of working days ends. The day it begins on does not count (民法典
 * 第二百零一条): one working day from a Monday is the Tuesday. A period of 0 ends on the day itself, or on
 * the next working day if that is a day off.
 *
 * @param from the Shanghai date on which the period begins, as `2025-07-14`
 * @throws RangeError for what is no date, and for a count that is not a whole number from 0 to 1000
 */
export function addWorkingDays(
  from: string,
  days: number,
  calendar: WorkingCalendar,
): WorkingDayResult {
  if (!Number.isInteger(days) || days < 0 || days > MAX_WORKING_DAYS) {
    throw new RangeError(`not a number of working days: ${days}`)
  }
  let day = parseDate(from)
  let left = days
  while (left > 0 || !isWorking(day, calendar)) {
    day += DAY_MS
    if (left > 0 && isWorking(day, calendar)) left -= 1
  }
  const date = toText(day)
  return { date, provisional: date > calendar.publishedThrough }
}

/** How many working days lie after one date, up to another and with it; none where that is earlier. */
export function countWorkingDays(after: string, to: string, calendar: WorkingCalendar): number {
  const last = parseDate(to)
  let count = 0
  for (let day = parseDate(after) + DAY_MS; day <= last; day += DAY_MS) {
    if (isWorking(day, calendar)) count += 1
  }
  return count
}

function isWorking(day: number, calendar: WorkingCalendar): boolean {
  const announced = calendar.days.get(toText(day))
  if (announced !== undefined) return announced
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

function parseDate(date: string): number {
  const day = DATE_PATTERN.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // A day that a month does not have, such as 30 February, may be read as one of the next month.
  if (Number.isNaN(day) || toText(day) !== date) throw new RangeError(`not a date: ${date}`)
  return day
}

function toText(day: number): string {
  return new Date(day).toISOString().slice(0, 10)
}
