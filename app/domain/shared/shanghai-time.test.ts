import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  daysLeft,
  formatDate,
  formatDateTime,
  formatMonthDay,
  nextShanghaiMidnight,
  pubDate,
  shanghaiDate,
  startOfShanghaiDay,
} from './shanghai-time'

const at = (text: string) => new Date(text)
const moments = fc.date({
  min: at('1992-01-01T00:00:00Z'),
  max: at('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
})

describe('dates in Shanghai', () => {
  test('begin eight hours before the day of UTC', () => {
    expect(shanghaiDate(at('2025-07-13T15:59:59.999Z'))).toBe('2025-07-13')
    expect(shanghaiDate(at('2025-07-13T16:00:00.000Z'))).toBe('2025-07-14')
    expect(shanghaiDate(at('2024-12-31T16:00:00.000Z'))).toBe('2025-01-01')
  })

  test('agree with the time zone database since 1992', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    fc.assert(
      fc.property(moments, (date) => {
        expect(pubDate(date)).toBe(format.format(date))
      }),
    )
  })

  test('are written the way each language writes them', () => {
    const date = at('2025-07-13T17:59:30Z')
    expect(formatDate(date, 'zh-Hans')).toBe('2025年7月14日')
    expect(formatDate(date, 'zh-Hant')).toBe('2025年7月14日')
    expect(formatDate(date, 'en')).toBe('14 July 2025')
    expect(formatMonthDay(date, 'zh-Hans')).toBe('7月14日')
    expect(formatMonthDay(date, 'en')).toBe('14 July')
    expect(formatDateTime(date, 'zh-Hans')).toBe('2025年7月14日 01:59')
    expect(formatDateTime(date, 'zh-Hant')).toBe('2025年7月14日 01:59')
    expect(formatDateTime(date, 'en')).toBe('14 July 2025, 01:59')
  })

  test('have the form of page tags in PubDate', () => {
    expect(pubDate(at('2025-07-13T17:59:59Z'))).toBe('2025-07-14 01:59')
  })

  test('refuse a date that is none', () => {
    expect(() => shanghaiDate(new Date(Number.NaN))).toThrow(RangeError)
    expect(() => formatDateTime(new Date(Number.NaN), 'en')).toThrow(RangeError)
  })
})

describe('the bounds of a day', () => {
  test('lie around every moment of it, a day apart', () => {
    fc.assert(
      fc.property(moments, (date) => {
        const start = startOfShanghaiDay(date)
        const end = nextShanghaiMidnight(date)
        expect(start.getTime()).toBeLessThanOrEqual(date.getTime())
        expect(end.getTime()).toBeGreaterThan(date.getTime())
        expect(end.getTime() - start.getTime()).toBe(24 * 60 * 60 * 1000)
        expect(shanghaiDate(start)).toBe(shanghaiDate(date))
        expect(pubDate(end)).toMatch(/ 00:00$/)
      }),
    )
  })

  test('belong to the day they begin', () => {
    const midnight = at('2025-07-13T16:00:00Z')
    expect(startOfShanghaiDay(midnight)).toEqual(midnight)
    expect(nextShanghaiMidnight(midnight)).toEqual(at('2025-07-14T16:00:00Z'))
  })
})

describe('daysLeft', () => {
  const closesAt = at('2025-07-14T10:00:00Z') // 18:00 in Shanghai

  test('counts midnights in Shanghai, not spans of 24 hours', () => {
    expect(daysLeft(closesAt, at('2025-07-13T15:59:00Z'))).toBe(1) // 23:59 the day before
    expect(daysLeft(closesAt, at('2025-07-12T16:00:00Z'))).toBe(1) // 00:00 the day before
    expect(daysLeft(closesAt, at('2025-07-13T16:00:00Z'))).toBe(0)
    expect(daysLeft(closesAt, at('2025-07-01T00:00:00Z'))).toBe(13)
  })

  test('takes the day that ends at a closing midnight for the last one', () => {
    const midnight = at('2025-07-14T16:00:00Z')
    expect(daysLeft(midnight, at('2025-07-14T15:59:59Z'))).toBe(0)
    expect(daysLeft(midnight, at('2025-07-13T15:00:00Z'))).toBe(1)
  })

  test('is negative when the last day is over', () => {
    expect(daysLeft(closesAt, at('2025-07-14T15:00:00Z'))).toBe(0)
    expect(daysLeft(closesAt, at('2025-07-14T16:00:00Z'))).toBe(-1)
  })

  test('changes only at midnight', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const midnight = nextShanghaiMidnight(now)
        expect(daysLeft(closesAt, now)).toBe(daysLeft(closesAt, new Date(midnight.getTime() - 1)))
        expect(daysLeft(closesAt, now)).toBe(daysLeft(closesAt, midnight) + 1)
      }),
    )
  })
})
