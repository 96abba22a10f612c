import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohensKappa, kappaOfCategory, type RatedPair } from './cohens-kappa'

/** A square table of counts, the first rater's categories in the rows. */
function table(counts: readonly (readonly number[])[]): RatedPair[] {
  return counts.flatMap((row, i) =>
    row.flatMap((count, j) => (count === 0 ? [] : [{ first: `c${i}`, second: `c${j}`, count }])),
  )
}

const pairs = fc.array(
  fc.record({
    first: fc.constantFrom('approve', 'return', 'reject:attack'),
    second: fc.constantFrom('approve', 'return', 'reject:attack'),
    count: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 9 },
)

describe("Cohen's kappa", () => {
  it('is what Cohen reckons for fifty proposals of which two readers agree on thirty-five', () => {
    const agreement = cohensKappa(
      table([
        [20, 5],
        [10, 15],
      ]),
    )
    expect(agreement).toMatchObject({ pairs: 50, observed: 0.7 })
    expect(agreement?.kappa).toBeCloseTo(0.4, 12)
  })

  it('has the standard error of Fleiss, Cohen and Everitt', () => {
    // Fleiss, Statistical Methods for Rates and Proportions, table 13.1: a hundred diagnoses in three classes.
    const diagnoses = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]
    const agreement = cohensKappa(table(diagnoses))
    expect(agreement?.kappa).toBeCloseTo(0.676, 3)
    const error = ((agreement?.interval?.high ?? 0) - (agreement?.kappa ?? 0)) / 1.959964
    expect(error).toBeCloseTo(0.088, 3)
  })

  it('tells no interval from fewer than thirty pairs', () => {
    expect(
      cohensKappa(
        table([
          [20, 2],
          [1, 6],
        ]),
      )?.interval,
    ).toBeNull()
    expect(
      cohensKappa(
        table([
          [20, 2],
          [1, 7],
        ]),
      )?.interval,
    ).not.toBeNull()
  })

  it('is not told without pairs, nor where chance alone makes the raters agree', () => {
    expect(cohensKappa([])).toBeNull()
    expect(cohensKappa(table([[40]]))).toBeNull()
  })

  it('is 0 where one rater always says the same and the other does not', () => {
    expect(cohensKappa(table([[30, 10]]))?.kappa).toBe(0)
  })

  it('is 1 in full agreement, and below 0 where the raters contradict each other', () => {
    expect(
      cohensKappa(
        table([
          [30, 0],
          [0, 10],
        ]),
      ),
    ).toMatchObject({
      kappa: 1,
      interval: { low: 1, high: 1 },
    })
    expect(
      cohensKappa(
        table([
          [0, 20],
          [20, 0],
        ]),
      )?.kappa,
    ).toBe(-1)
  })

  it('lies between -1 and 1 and within its interval, and is the same with the raters exchanged', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const agreement = cohensKappa(given)
        const exchanged = cohensKappa(
          given.map(({ first, second, count }) => ({ first: second, second: first, count })),
        )
        if (!agreement || !exchanged) {
          expect(agreement).toBe(exchanged)
          return
        }
        expect(agreement.kappa).toBeGreaterThanOrEqual(-1)
        expect(agreement.kappa).toBeLessThanOrEqual(1)
        expect(exchanged.kappa).toBeCloseTo(agreement.kappa, 9)
        const { interval } = agreement
        if (interval) {
          expect(interval.low).toBeLessThanOrEqual(agreement.kappa)
          expect(interval.high).toBeGreaterThanOrEqual(agreement.kappa)
          expect(exchanged.interval?.low).toBeCloseTo(interval.low, 9)
        }
      }),
    )
  })

  it('does not depend on how the counts are split up', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const single = given.flatMap(({ count, ...pair }) =>
          Array.from({ length: count }, () => ({ ...pair, count: 1 })),
        )
        const [whole, parts] = [cohensKappa(given), cohensKappa(single)]
        if (!whole || !parts) expect(whole).toBe(parts)
        else expect(parts.kappa).toBeCloseTo(whole.kappa, 9)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the kappa of a category', () => {
  it('takes all other categories as one', () => {
    const given = table([
      [30, 2, 0],
      [1, 8, 4],
      [0, 5, 6],
    ])
    const ofFirst = kappaOfCategory(given, 'c0')
    // c1 and c2 are confused with each other, not with c0.
    expect(ofFirst?.kappa).toBeGreaterThan(0.85)
    expect(kappaOfCategory(given, 'c1')?.kappa).toBeLessThan(0.6)
  })
})
