import { describe, expect, it } from 'vitest'
import type { Measure, RateFact } from './rate-facts'
import { monthsUntil, rateFigures, ratePeriod } from './rates'

const TODAY = 20_000
const fact = (measure: Measure, count: number, value = 0): RateFact => ({
  measure,
  month: '2026-11',
  value,
  count,
})

const excludedOf = (facts: RateFact[], rate: 'response' | 'confirmed') =>
  Object.fromEntries(
    rateFigures(facts, TODAY).rates[rate].excluded.map(({ reason, count }) => [reason, count]),
  )

describe('the rate of answers in time', () => {
  const facts = [
    fact('inTime', 6),
    fact('late', 1),
    fact('open', 3, TODAY - 1),
    fact('open', 4, TODAY),
    fact('returned', 2),
    fact('withdrawn', 1),
    fact('merged', 5),
    fact('joint', 7),
  ]

  it('is what was answered in time of all that was answered or is overdue', () => {
    const { rates, response } = rateFigures(facts, TODAY)
    expect(response).toEqual({ inTime: 6, late: 1, overdue: 3 })
    expect(rates.response).toMatchObject({ numerator: 6, denominator: 10, share: 0.6 })
  })

  it('tells what it leaves out, each with its reason', () => {
    expect(excludedOf(facts, 'response')).toEqual({
      notYetDue: 4,
      returned: 2,
      withdrawn: 1,
      merged: 5,
      joint: 7,
    })
  })

  it('counts what is owed as overdue from the day after its last one', () => {
    expect(rateFigures([fact('open', 1, TODAY)], TODAY).response.overdue).toBe(0)
    expect(rateFigures([fact('open', 1, TODAY)], TODAY + 1).response.overdue).toBe(1)
  })
})

describe('a solution', () => {
  it('is told as declared and as confirmed, neither of which moves the other', () => {
    const declared = [
      fact('declared.resolved', 3),
      fact('declared.resolving', 1),
      fact('declared.planned', 1),
      fact('declared.reference', 1),
    ]
    const confirmed = [
      fact('resolution.satisfied', 2),
      fact('resolution.mostlySatisfied', 2),
      fact('resolution.dissatisfied', 4),
    ]
    const both = rateFigures([...declared, ...confirmed], TODAY).rates
    expect(both.declared).toMatchObject({ numerator: 3, denominator: 6, share: 0.5, excluded: [] })
    expect(both.confirmed).toMatchObject({ numerator: 4, denominator: 8, share: 0.5 })
    expect(rateFigures(declared, TODAY).rates.declared).toEqual(both.declared)
    expect(rateFigures(confirmed, TODAY).rates.confirmed).toEqual(both.confirmed)
  })
})

describe('satisfaction', () => {
  it('is told for each aspect, and who did not rate is told as that', () => {
    const facts = [
      fact('attitude.satisfied', 4),
      fact('attitude.dissatisfied', 1),
      fact('speed.dissatisfied', 5),
      fact('unrated', 16),
      fact('unratedUntil', 7, TODAY),
      fact('unratedUntil', 9, TODAY - 1),
    ]
    const { rates } = rateFigures(facts, TODAY)
    expect(rates.attitude.share).toBe(0.8)
    expect(rates.speed.share).toBe(0)
    expect(excludedOf(facts, 'confirmed')).toEqual({ evaluationOpen: 7, notRated: 9 })
  })
})

describe('the rate of promises kept', () => {
  it('counts against what was kept late and what is overdue, and tells what is left out', () => {
    const facts = [
      fact('commitment.kept', 6),
      fact('commitment.keptLate', 1),
      fact('commitment.open', 1, TODAY - 1),
      fact('commitment.open', 2, TODAY),
      fact('commitment.withdrawn', 3),
    ]
    const { rates, commitments } = rateFigures(facts, TODAY)
    expect(commitments).toEqual({ kept: 6, late: 1, overdue: 1 })
    expect(rates.commitments).toEqual({
      numerator: 6,
      denominator: 8,
      share: 0.75,
      excluded: [
        { reason: 'promiseAhead', count: 2 },
        { reason: 'promiseWithdrawn', count: 3 },
      ],
    })
    // The same day matters as for answers: one that is due today is not late.
    expect(rateFigures([fact('commitment.open', 1, TODAY)], TODAY).commitments.overdue).toBe(0)
  })
})

describe('a rate of few', () => {
  it('is told in numbers, and as a percentage from five on', () => {
    const { rates } = rateFigures([fact('inTime', 4)], TODAY)
    expect(rates.response).toMatchObject({ numerator: 4, denominator: 4, share: null })
    expect(rateFigures([fact('inTime', 5)], TODAY).rates.response.share).toBe(1)
    expect(rateFigures([], TODAY).rates.speed).toMatchObject({ denominator: 0, share: null })
  })
})

describe('the time an answer took', () => {
  it('has an exact median and ninetieth percentile', () => {
    const facts = [fact('days', 4, 3), fact('days', 4, 10), fact('days', 2, 40)]
    expect(rateFigures(facts, TODAY).days).toEqual({ answers: 10, median: 10, p90: 40 })
    expect(rateFigures([], TODAY).days).toEqual({ answers: 0, median: null, p90: null })
  })
})

describe('a period', () => {
  it('is a year unless the address names another one, and its months end with this one', () => {
    expect([ratePeriod('3'), ratePeriod('7'), ratePeriod(null)]).toEqual([3, 12, 12])
    expect(monthsUntil('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsUntil('2026-12', 1)).toEqual(['2026-12'])
  })
})
