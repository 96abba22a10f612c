import { startOfShanghaiDay } from '~/domain/shared/shanghai-time'
import type { Moment } from './types'

const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 60 * MINUTE_MS
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS
const SATURDAY = 6
const SUNDAY = 0

/**
 * The date of a moment for what anyone may do on any day, such as commenting. Something of today
 * whose hour has not come yet is put on the day before, so that nothing seeded lies ahead of its
 * reader.
 *
 * @throws RangeError for what is no time of day
 */
export function momentToDate(moment: Moment, now: Date): Date {
  const ms = midnightMs(now, moment.daysAgo) + timeOfDayMs(moment.time)
  return new Date(moment.daysAgo === 0 && ms > now.getTime() ? ms - DAY_MS : ms)
}

/**
 * The date of a moment for what offices do: on a weekend it is put on the Friday before, so that
 * offices work on working days whichever day the site is seeded on.
 *
 * @throws RangeError for what is no time of day
 */
export function officeMomentToDate(moment: Moment, now: Date): Date {
  const weekday = new Date(midnightMs(now, moment.daysAgo) + SHANGHAI_OFFSET_MS).getUTCDay()
  const back = weekday === SATURDAY ? 1 : weekday === SUNDAY ? 2 : 0
  return momentToDate({ daysAgo: moment.daysAgo + back, time: moment.time }, now)
}

/** Puts the year (in Asia/Shanghai) of `date` into numbers such as `XS-{year}-001`. */
export function withYear(text: string, date: Date): string {
  const year = new Date(date.getTime() + SHANGHAI_OFFSET_MS).getUTCFullYear()
  return text.replaceAll('{year}', String(year))
}

function midnightMs(now: Date, daysAgo: number): number {
  return startOfShanghaiDay(now).getTime() - daysAgo * DAY_MS
}

function timeOfDayMs(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!match) throw new RangeError(`not a time of day: ${time}`)
  return (Number(match[1]) * 60 + Number(match[2])) * MINUTE_MS
}
