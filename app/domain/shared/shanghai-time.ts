/** The languages in which a time can be written. */
type DateLanguage = 'zh-Hans' | 'zh-Hant' | 'en'

/** China keeps one time for the whole country, eight hours ahead of UTC, and has had no summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000

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

/** A point in time as the calendar and the clock in Shanghai show it; `month` counts from 1. */
export interface ShanghaiTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** What the calendar and the clock in Shanghai show at `instant`. Throws a RangeError for an invalid date. */
export function shanghaiTime(instant: Date): ShanghaiTime {
  if (Number.isNaN(instant.getTime())) throw new RangeError('Not a valid date')
  const shifted = new Date(instant.getTime() + SHANGHAI_OFFSET_MS)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  }
}

/** The day in Shanghai: `2025年7月14日`, in English `14 July 2025`. */
export function formatDate(instant: Date, language: DateLanguage): string {
  const { year, month, day } = shanghaiTime(instant)
  if (language === 'en') return `${day} ${ENGLISH_MONTHS[month - 1]} ${year}`
  return `${year}年${month}月${day}日`
}

/** The day without its year, where the year is plain from what stands around it: `7月14日`, `14 July`. */
export function formatMonthDay(instant: Date, language: DateLanguage): string {
  const { month, day } = shanghaiTime(instant)
  return language === 'en' ? `${day} ${ENGLISH_MONTHS[month - 1]}` : `${month}月${day}日`
}

/** Day and time in Shanghai, to the minute: `2025年7月14日 09:30`, in English `14 July 2025, 09:30`. */
export function formatDateTime(instant: Date, language: DateLanguage): string {
  const { hour, minute } = shanghaiTime(instant)
  const clock = `${twoDigits(hour)}:${twoDigits(minute)}`
  return `${formatDate(instant, language)}${language === 'en' ? ',' : ''} ${clock}`
}

/** The day in Shanghai as ISO 8601 writes it: `2025-07-14`. */
export function shanghaiIsoDate(instant: Date): string {
  const { year, month, day } = shanghaiTime(instant)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The form that the meta tags of government sites (政府网站网页标签) ask of `PubDate`: `2025-07-14 01:59`, Shanghai time. */
export function formatPubDate(instant: Date): string {
  const { hour, minute } = shanghaiTime(instant)
  return `${shanghaiIsoDate(instant)} ${twoDigits(hour)}:${twoDigits(minute)}`
}
