import chineseDays from 'chinese-days'

export interface AnnouncedDay {
  /** As `2025-07-14`. */
  date: string
  working: boolean
  /** The holiday that a day off or a make-up day belongs to; none for ordinary days. */
  name: string | null
}

/** The first year of the package's table. */
const FIRST_YEAR = 2004

/** Beyond this many years ahead nothing is ever announced: where the search for the last year ends. */
const YEARS_AHEAD = 5

/**
 * Every day of a year as the State Council announced it (国务院办公厅关于部分节假日安排的通知), or null for a year
 * whose announcement the package does not have. The package itself answers for any year, by the week
 * alone and without a word: whether it knows a year is told by National Day, which every announcement names.
 */
export function announcedDays(year: number): AnnouncedDay[] | null {
  if (holidayName(dayDetail(new Date(year, 9, 1, 12))) === null) return null
  const days: AnnouncedDay[] = []
  for (let day = 1; ; day += 1) {
    const noon = new Date(year, 0, day, 12)
    if (noon.getFullYear() !== year) return days
    const detail = dayDetail(noon)
    days.push({ date: detail.date, working: detail.work, name: holidayName(detail) })
  }
}

/** The years whose announcements the package has, from `since` on. */
export function announcedYears(since: number, now: Date): number[] {
  const last = now.getFullYear() + YEARS_AHEAD
  const years: number[] = []
  for (let year = Math.max(since, FIRST_YEAR); year <= last; year += 1) {
    if (holidayName(dayDetail(new Date(year, 9, 1, 12))) !== null) years.push(year)
  }
  return years
}

// Given a date as text, the package reads it as UTC and answers in the server's own time: west of
// Greenwich that is the day before. Noon by the server's clock is the same day for both.
function dayDetail(localNoon: Date): { work: boolean; name: string; date: string } {
  return chineseDays.getDayDetail(localNoon)
}

/** Announced days are named as `National Day,国庆节,3`, all others by the day of the week. */
function holidayName(detail: { name: string }): string | null {
  return detail.name.split(',')[1] ?? null
}
