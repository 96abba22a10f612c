import { describe, expect, it } from 'vitest'
import {
  bucketOf,
  bucketWords,
  decisionsPerHour,
  figureBuckets,
  figurePeriod,
  rulePrecision,
} from './figures'

// Half past midnight on the 24th in Shanghai.
const NOW = new Date('2026-11-23T16:30:00.000Z')
const day = (date: string) => new Date(`${date}T00:00:00.000Z`)

describe('the days of a period', () => {
  it('end with today in Shanghai', () => {
    const week = figureBuckets(7, NOW)
    expect(week).toHaveLength(7)
    expect(week[0]).toEqual({ first: day('2026-11-18'), last: day('2026-11-18') })
    expect(week.at(-1)?.last).toEqual(day('2026-11-24'))
  })

  it('stand a week together where there are many, each day in one of them', () => {
    const weeks = figureBuckets(90, NOW)
    expect(weeks).toHaveLength(13)
    expect(weeks.at(-1)).toEqual({ first: day('2026-11-18'), last: day('2026-11-24') })
    // 90 days are twelve weeks and six days.
    expect(weeks[0]).toEqual({ first: day('2026-08-27'), last: day('2026-09-01') })
    expect(bucketOf(weeks, day('2026-09-01'))).toBe(0)
    expect(bucketOf(weeks, day('2026-09-02'))).toBe(1)
    expect(bucketOf(weeks, day('2026-11-25'))).toBe(-1)
  })

  it('are named', () => {
    const [week] = figureBuckets(90, NOW).slice(-1)
    expect(week && bucketWords(week, 'zh-Hans')).toEqual({
      label: '2026年11月18日 – 11月24日',
      short: '11/18',
    })
  })
})

describe('the period of an address', () => {
  it.each([
    ['7', 7],
    ['90', 90],
    ['31', 30],
    [null, 30],
  ] as const)('%s is %d days', (asked, days) => {
    expect(figurePeriod(asked)).toBe(days)
  })
})

describe('a rate', () => {
  it('is a share of what there was, and nothing of nothing', () => {
    expect(rulePrecision({ held: 8, passed: 2 })).toBe(0.75)
    expect(rulePrecision({ held: 0, passed: 0 })).toBeNull()
    expect(decisionsPerHour({ decisions: 90, hours: 4 })).toBe(22.5)
    expect(decisionsPerHour({ decisions: 0, hours: 0 })).toBeNull()
  })
})
