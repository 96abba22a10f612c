import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heightOf, middleOf, namedColumns, valueAxis } from './scale'

describe('an axis', () => {
  it('begins at 0 and ends at a round number that no value exceeds', () => {
    expect(valueAxis([3, null, 87])).toEqual({ top: 100, ticks: [0, 20, 40, 60, 80, 100] })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1 }), (values) => {
        const { top, ticks } = valueAxis(values)
        expect(top).toBeGreaterThanOrEqual(Math.max(...values))
        expect(ticks[0]).toBe(0)
        expect(ticks.length).toBeLessThanOrEqual(12)
      }),
    )
  })

  it('is there without values, and of counts has whole numbers only', () => {
    expect(valueAxis([]).top).toBe(1)
    for (const tick of valueAxis([1], true).ticks) expect(Number.isInteger(tick)).toBe(true)
  })
})

describe('a place in a plot', () => {
  it('is a share of it', () => {
    expect(heightOf(25, { top: 100, ticks: [] })).toBe('75%')
    expect(middleOf(0, 4)).toBe('12.5%')
    expect(middleOf(2, 3)).toBe('83.33%')
  })
})

describe('the names below a plot', () => {
  it('are few enough for a phone, and the newest is among them', () => {
    expect(namedColumns(7)).toEqual([0, 2, 4, 6])
    expect(namedColumns(5)).toEqual([0, 1, 2, 3, 4])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const named = namedColumns(count)
        expect(named.length).toBeLessThanOrEqual(6)
        expect(named.at(-1)).toBe(count - 1)
      }),
    )
  })
})
