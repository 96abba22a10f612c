import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hidesComment, reportRisk, reportWeight, weightSince } from './report-weight'

const record = fc.record({ upheld: fc.nat(500), dismissed: fc.nat(500) })

describe('the weight of a report', () => {
  test.each([
    [0, 0, 1],
    [5, 0, 1],
    [4, 4, 1],
    [0, 1, 2 / 3],
    [0, 2, 1 / 2],
    [1, 4, 4 / 7],
    [0, 8, 1 / 5],
    [0, 9, 0],
    [0, 60, 0],
  ])('after %d that were right and %d that were wrong is %d', (upheld, dismissed, weight) => {
    expect(reportWeight({ upheld, dismissed })).toBeCloseTo(weight, 10)
  })

  test('lies between 0 and 1, whatever was decided', () => {
    fc.assert(
      fc.property(record, (each) => {
        const weight = reportWeight(each)
        expect(weight).toBeGreaterThanOrEqual(0)
        expect(weight).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('never falls by one that was right, nor rises by one that was wrong', () => {
    fc.assert(
      fc.property(record, ({ upheld, dismissed }) => {
        const weight = reportWeight({ upheld, dismissed })
        expect(reportWeight({ upheld: upheld + 1, dismissed })).toBeGreaterThanOrEqual(weight)
        expect(reportWeight({ upheld, dismissed: dismissed + 1 })).toBeLessThanOrEqual(weight)
      }),
    )
  })

  test('is earned anew: what is older than 180 days is forgotten', () => {
    expect(weightSince(new Date('2026-11-23T02:00:00Z')).toISOString()).toBe(
      '2026-05-27T02:00:00.000Z',
    )
  })
})

describe('open reports', () => {
  test('hide the comment once they weigh enough together', () => {
    const at3 = { hideAtWeight: 3, stood: false }
    expect(hidesComment([1, 1], at3)).toBe(false)
    expect(hidesComment([1, 1, 2 / 3], at3)).toBe(false)
    expect(hidesComment([1, 1, 1], at3)).toBe(true)
    expect(
      hidesComment(
        Array.from({ length: 30 }, () => 0.1),
        at3,
      ),
    ).toBe(true)
    expect(
      hidesComment(
        Array.from({ length: 50 }, () => 0),
        at3,
      ),
    ).toBe(false)
  })

  test('do not hide again the very text that a moderator let stand', () => {
    expect(hidesComment([1, 1, 1, 1], { hideAtWeight: 3, stood: true })).toBe(false)
  })

  test('raise the risk with what they weigh, and one that weighs nothing still has some', () => {
    expect(reportRisk([0])).toBe(1)
    expect(reportRisk([1])).toBe(11)
    expect(reportRisk([1, 2 / 3])).toBe(18)
    expect(reportRisk(Array.from({ length: 999 }, () => 1))).toBe(1_000)
  })
})
