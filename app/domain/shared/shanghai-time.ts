/**
 * Dates as people here read them. All of China keeps one time, eight hours ahead of UTC, and has had
 * no summer time since September 1991: a fixed offset is exact for everything this program stores,
 * and many times faster than `Intl`.
 */

const OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The languages dates are written in. 简体 and 繁體 write them alike. */
export type DateLanguage = 'zh-Hans' | 'zh-Hant' | 'en'

/** The calendar date in Shanghai, as `2025-07-14`. @throws RangeError for an invalid date */
export function shanghaiDate(date: Date): string {
  return wallClock(date).slice(0, 10)
}

/** The date for reading: `2025年7月14日`, `14 July 2025`. @throws RangeError for an invalid date */
export function formatDate(date: Date, language: DateLanguage): string {
  const text = wallClock(date)
  const year = text.slice(0, 4)
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  if (language === 'en') return `${day} ${ENGLISH_MONTHS[month - 1]} ${year}`
  return `${year}年${month}月${day}日`
}

/** Date and time for reading: `2025年7月14日 01:59`, `14 July 2025, 01:59`. @throws RangeError for an invalid date */
export function formatDateTime(date: Date, language: DateLanguage): string {
  const time = wallClock(date).slice(11, 16)
  return `${formatDate(date, language)}${language === 'en' ? ', ' : ' '}${time}`
}

/** The time of day to the second: `01:59:07`. @throws RangeError for an invalid date */
export function formatTime(date: Date): string {
  return wallClock(date).slice(11, 19)
}

/** The hour of the day, 0 to 23. @throws RangeError for an invalid date */
export function shanghaiHour(date: Date): number {
  return Number(wallClock(date).slice(11, 13))
}

/** The day without its year, where the year is plain from what stands around it: `7月14日`, `14 July`. */
export function formatMonthDay(date: Date, language: DateLanguage): string {
  const text = wallClock(date)
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  return language === 'en' ? `${day} ${ENGLISH_MONTHS[month - 1]}` : `${month}月${day}日`
}

/**
 * The value of the meta tag `PubDate`, as `2025-07-14 01:59`: the form that the rules for page tags of
 * government sites ask for. @throws RangeError for an invalid date
 */
export function pubDate(date: Date): string {
  return wallClock(date).slice(0, 16).replace('T', ' ')
}

/** The calendar month in Shanghai, as `2025-07`. @throws RangeError for an invalid date */
export function shanghaiMonth(date: Date): string {
  return wallClock(date).slice(0, 7)
}

/** A month given as `2025-07`, for reading: `2025年7月`, `July 2025`. */
export function formatMonth(month: string, language: DateLanguage): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))]
  return language === 'en' ? `${ENGLISH_MONTHS[number - 1]} ${year}` : `${year}年${number}月`
}

/** A month given as `2025-07` where there is little room and its year is plain: `7月`, `Jul`. */
export function formatShortMonth(month: string, language: DateLanguage): string {
  const number = Number(month.slice(5, 7))
  return language === 'en' ? (ENGLISH_MONTHS[number - 1] ?? '').slice(0, 3) : `${number}月`
}

/** The Shanghai day that a moment lies in, counted from 1 January 1970, which is 0. */
export function shanghaiDayNumber(date: Date): number {
  return dayNumber(date.getTime())
}

/** The first instant of the Shanghai day that a moment lies in. */
export function startOfShanghaiDay(date: Date): Date {
  return new Date(dayNumber(date.getTime()) * DAY_MS - OFFSET_MS)
}

/** The next midnight in Shanghai after `now`: when pages that count days go stale. */
export function nextShanghaiMidnight(now: Date): Date {
  return new Date((dayNumber(now.getTime()) + 1) * DAY_MS - OFFSET_MS)
}

/**
 * How many midnights in Shanghai lie between now and the last open day: 0 on that day, 1 on the day
 * before, negative afterwards. `closesAt` is the first instant at which it is closed, so that
 * midnight at the end of the 14th leaves the 14th as the last day.
 */
export function daysLeft(closesAt: Date, now: Date): number {
  return dayNumber(closesAt.getTime() - 1) - dayNumber(now.getTime())
}

/** The clock on the wall in Shanghai, as `2025-07-14T01:59:00.000Z` (the Z is not meant). */
function wallClock(date: Date): string {
  return new Date(date.getTime() + OFFSET_MS).toISOString()
}

function dayNumber(ms: number): number {
  return Math.floor((ms + OFFSET_MS) / DAY_MS)
}
