import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatMonthDay,
  formatPubDate,
  shanghaiIsoDate,
  shanghaiTime,
} from './shanghai-time'

const morning = new Date('2025-07-14T01:30:00Z')

describe('times in Shanghai', () => {
  it('are eight hours ahead of UTC, over the end of a day and of a year', () => {
    expect(shanghaiTime(new Date('2025-12-31T16:05:00Z'))).toEqual({
      year: 2026,
      month: 1,
      day: 1,
      hour: 0,
      minute: 5,
    })
    expect(shanghaiIsoDate(new Date('2025-12-31T15:59:59Z'))).toBe('2025-12-31')
    expect(shanghaiIsoDate(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01')
  })

  it('agree with the time zone database', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    for (let n = 0; n < 500; n += 1) {
      const instant = new Date(Date.UTC(1995, 0, 1) + n * 26 * 24 * 60 * 60 * 1000 + n * 61_000)
      expect(formatPubDate(instant)).toBe(zone.format(instant))
    }
  })

  it('are written in the language of the page', () => {
    expect(formatDate(morning, 'zh-Hans')).toBe('2025年7月14日')
    expect(formatDateTime(morning, 'zh-Hant')).toBe('2025年7月14日 09:30')
    expect(formatDateTime(morning, 'en')).toBe('14 July 2025, 09:30')
    expect(formatMonthDay(morning, 'zh-Hans')).toBe('7月14日')
    expect(formatMonthDay(morning, 'en')).toBe('14 July')
    expect(formatPubDate(morning)).toBe('2025-07-14 09:30')
  })

  it('refuse an invalid date', () => {
    expect(() => formatDate(new Date('nonsense'), 'en')).toThrow(RangeError)
  })
})
