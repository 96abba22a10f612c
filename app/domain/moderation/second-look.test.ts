import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoryParts, differInPublic, isDrawn, verdictCategory } from './second-look'

describe('the draw', () => {
  it('takes so many of a hundred even lots', () => {
    for (const percent of [0, 1, 5, 33, 100]) {
      const lots = Array.from({ length: 1000 }, (_, i) => i / 1000)
      expect(lots.filter((lot) => isDrawn(lot, percent))).toHaveLength(percent * 10)
    }
  })

  it('takes none at 0 percent and all at 100', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (lot) => {
        expect(isDrawn(lot, 0)).toBe(false)
        expect(isDrawn(lot, 100)).toBe(true)
      }),
    )
  })
})

describe('a category', () => {
  it.each([
    [{ outcome: 'approve', reasonCode: null }, 'approve'],
    [{ outcome: 'return', reasonCode: null }, 'return'],
    [{ outcome: 'forward', reasonCode: null }, 'forward'],
    [{ outcome: 'reject', reasonCode: 'attack' }, 'reject:attack'],
  ] as const)('of %j is %s, and back', (decision, category) => {
    expect(verdictCategory(decision)).toBe(category)
    expect(categoryParts(category)).toEqual(decision)
  })
})

describe('two decisions', () => {
  it('differ in public where only one of them publishes', () => {
    expect(differInPublic('approve', 'reject')).toBe(true)
    expect(differInPublic('return', 'approve')).toBe(true)
    expect(differInPublic('approve', 'approve')).toBe(false)
    expect(differInPublic('return', 'reject')).toBe(false)
  })
})
