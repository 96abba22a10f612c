import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median, percentile, sampleSize, usualWait, type HistogramEntry } from './histogram'

const samples = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 300 })

function histogramOf(values: readonly number[]): HistogramEntry[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

describe('a histogram', () => {
  test('gives the median that the sorted measurements give', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const sorted = values.toSorted((a, b) => a - b)
        const half = sorted.length / 2
        const lower = sorted[Math.ceil(half) - 1] ?? Number.NaN
        const upper = sorted[Math.floor(half)] ?? Number.NaN
        expect(median(histogramOf(values))).toBe((lower + upper) / 2)
      }),
    )
  })

  test('gives the percentile that at least so many measurements do not exceed', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const value = percentile(histogramOf(values), percent) ?? Number.NaN
        const share = (limit: number) => values.filter((one) => one <= limit).length * 100
        expect(values).toContain(value)
        expect(share(value)).toBeGreaterThanOrEqual(percent * values.length)
        expect(share(value - 1)).toBeLessThan(percent * values.length)
      }),
    )
  })

  test('gives whole ranks where multiplying a fraction would not', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => ({ value: i + 1, count: 1 }))
    expect(percentile(hundred, 7)).toBe(7)
    expect(percentile(hundred, 90)).toBe(90)
    expect(percentile(hundred, 100)).toBe(100)
  })

  test('may hold a value in several parts, as days are added up', () => {
    const parts = [
      { value: 9, count: 2 },
      { value: 3, count: 1 },
      { value: 9, count: 1 },
      { value: 3, count: 2 },
      { value: 5, count: 0 },
    ]
    expect(sampleSize(parts)).toBe(6)
    expect(median(parts)).toBe(6)
    expect(percentile(parts, 50)).toBe(3)
    expect(percentile(parts, 90)).toBe(9)
  })

  test('of nothing has neither', () => {
    expect(median([])).toBeNull()
    expect(percentile([], 90)).toBeNull()
    expect(median([{ value: 4, count: 0 }])).toBeNull()
  })

  test.each([0, 101, 0.9, Number.NaN])('refuses %s as a percentile', (percent) => {
    expect(() => percentile([{ value: 1, count: 1 }], percent)).toThrow(RangeError)
  })
})

describe('the usual wait', () => {
  test('is promised only from enough decisions', () => {
    const four = [{ value: 10, count: 4 }]
    expect(usualWait(four, 5)).toBe('tooFew')
    expect(usualWait(four, 4)).toBe(10)
    expect(usualWait([], 0)).toBe('tooFew')
  })

  test('is rounded up to a whole minute, and is at least one', () => {
    expect(
      usualWait(
        [
          { value: 7, count: 1 },
          { value: 8, count: 1 },
        ],
        2,
      ),
    ).toBe(8)
    expect(usualWait([{ value: 0, count: 9 }], 5)).toBe(1)
  })
})
