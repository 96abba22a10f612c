import { describe, expect, it } from 'vitest'
import {
  canBeCarried,
  factOfCommitment,
  factOfResult,
  factsOfPart,
  factsOfRating,
  factsOfUnrated,
  takenBack,
  type CountedPart,
} from './rate-facts'

const at = (text: string) => new Date(`${text}+08:00`)

/** Asked on 20 October, due by the end of 10 November. */
const ASKED: CountedPart = {
  part: 'lead',
  state: 'handling',
  assignedAt: at('2026-10-20T09:00'),
  dueAt: at('2026-11-11T00:00'),
  closedAt: null,
}
const told = (part: Partial<CountedPart>) =>
  factsOfPart({ ...ASKED, ...part }).map(
    ({ measure, month, value }) => `${measure} ${month} ${value}`,
  )
const answered = (closedAt: string, part: Partial<CountedPart> = {}) =>
  told({ state: 'answered', closedAt: at(closedAt), ...part })

describe('a part', () => {
  it('is open under its last day, whatever the clock says', () => {
    const day = Date.UTC(2026, 10, 10) / 86_400_000
    expect(told({})).toEqual([`open 2026-11 ${day}`])
    expect(told({ state: 'returnRequested' })).toEqual([`open 2026-11 ${day}`])
    expect(told({ dueAt: at('2026-11-01T00:00') })[0]).toContain('open 2026-10')
  })

  it('is answered in time until the last minute of its last day', () => {
    expect(answered('2026-11-10T23:59')).toEqual(['inTime 2026-11 0', 'days 2026-11 21'])
    expect(answered('2026-11-11T00:00')).toEqual(['late 2026-11 0', 'days 2026-11 22'])
  })

  it('counts where it was answered, or where it was owed, whichever was earlier', () => {
    expect(answered('2026-10-30T10:00')).toEqual(['inTime 2026-10 0', 'days 2026-10 10'])
    // The day itself is no day of waiting.
    expect(answered('2026-10-20T17:00')).toEqual(['inTime 2026-10 0', 'days 2026-10 0'])
    expect(answered('2026-12-02T10:00')).toEqual(['late 2026-11 0', 'days 2026-12 43'])
  })

  it('is told apart where it was returned, passed on or merged, in the month of that', () => {
    for (const state of ['returned', 'withdrawn', 'merged'] as const) {
      expect(told({ state, closedAt: at('2026-12-02T10:00') })).toEqual([`${state} 2026-12 0`])
    }
  })

  it('is no answer of its own where it only joins in one', () => {
    expect(told({ part: 'joint' })).toEqual([])
    expect(answered('2026-12-02T10:00', { part: 'joint' })).toEqual(['joint 2026-12 0'])
  })
})

describe('an answer', () => {
  const publishedAt = at('2026-10-31T23:59')

  it('counts what is declared and rated in the month in which it was published', () => {
    expect(factOfResult(publishedAt, 'planned')).toEqual({
      measure: 'declared.planned',
      month: '2026-10',
      value: 0,
      count: 1,
    })
    const grades = {
      resolution: 'dissatisfied',
      attitude: 'satisfied',
      speed: 'mostlySatisfied',
    } as const
    const facts = factsOfRating(publishedAt, grades)
    expect(facts.map(({ measure, month }) => `${measure} ${month}`)).toEqual([
      'resolution.dissatisfied 2026-10',
      'attitude.satisfied 2026-10',
      'speed.mostlySatisfied 2026-10',
    ])
    expect(takenBack(facts).map(({ count }) => count)).toEqual([-1, -1, -1])
  })

  it('counts who did not rate it under the last day to do so, and never fewer than nobody', () => {
    const evaluation = { closesAt: at('2026-11-16T00:00'), invited: 9, rated: 4 }
    const day = Date.UTC(2026, 10, 15) / 86_400_000
    expect(factsOfUnrated(publishedAt, evaluation)).toEqual([
      { measure: 'unrated', month: '2026-10', value: 0, count: 5 },
      { measure: 'unratedUntil', month: '2026-10', value: day, count: 5 },
    ])
    expect(factsOfUnrated(publishedAt, { ...evaluation, rated: 10 })).toEqual([])
  })
})

describe('a promise', () => {
  const promise = (given: Partial<Parameters<typeof factOfCommitment>[0]>) => {
    const { measure, month, value } = factOfCommitment({
      state: 'open',
      dueOn: '2026-11-30',
      keptAt: null,
      withdrawnAt: null,
      ...given,
    })
    return `${measure} ${month} ${value}`
  }

  it('is open under its day, and counts where it was kept, owed or taken back', () => {
    expect(promise({})).toBe(`commitment.open 2026-11 ${Date.UTC(2026, 10, 30) / 86_400_000}`)
    const early = { state: 'kept', keptAt: at('2026-10-05T09:00') } as const
    expect(promise(early)).toBe('commitment.kept 2026-10 0')
    const late = { state: 'keptLate', keptAt: at('2026-12-05T09:00') } as const
    expect(promise(late)).toBe('commitment.keptLate 2026-11 0')
    const back = { state: 'withdrawn', withdrawnAt: at('2026-12-05T09:00') } as const
    expect(promise(back)).toBe('commitment.withdrawn 2026-12 0')
  })
})

describe('sums of another system', () => {
  it('hold what ended, and nothing that still waits for a day', () => {
    const fact = { month: '2026-10', value: 0, count: 2 }
    expect(canBeCarried({ ...fact, measure: 'late' })).toBe(true)
    expect(canBeCarried({ ...fact, measure: 'late', count: 0 })).toBe(false)
    for (const measure of ['open', 'unrated', 'unratedUntil', 'commitment.open'] as const) {
      expect(canBeCarried({ ...fact, measure }), measure).toBe(false)
    }
  })
})
