import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  callsForFollowUp,
  evaluationClosesAt,
  GRADES,
  isDissatisfied,
  RATING_ASPECTS,
  ratingProblem,
  reopeningProblem,
  tallyChanges,
  type Grades,
} from './rating'

const now = new Date('2026-11-23T02:00:00Z')
const later = new Date('2026-12-08T16:00:00Z')

const grades = fc.record<Grades>({
  resolution: fc.constantFrom(...GRADES),
  attitude: fc.constantFrom(...GRADES),
  speed: fc.constantFrom(...GRADES),
})

describe('回访', () => {
  const pleased = { resolution: 'satisfied', attitude: 'satisfied', speed: 'satisfied' } as const
  const not = { ...pleased, speed: 'dissatisfied' } as const
  it.each([
    ['no more once the first is content', true, pleased, false, false],
    ['still while another waits for it', true, pleased, true, true],
    ['for who is 不满意', true, not, false, true],
    ['again, for who is 不满意 since', false, not, true, true],
    ['not for another that is content', false, pleased, true, false],
  ])('is called for, or not: %s', (_what, before, given, othersDissatisfied, called) => {
    expect(callsForFollowUp(before, given, { othersDissatisfied, reopened: false })).toBe(called)
    const reopened = callsForFollowUp(before, given, { othersDissatisfied, reopened: true })
    expect(reopened).toBe(false)
  })
})

describe('the time to rate', () => {
  it('ends at midnight in Shanghai after so many whole days', () => {
    // Published on the 23rd, at ten in the morning: the 24th is the first day, the 8th the fifteenth.
    expect(evaluationClosesAt(now, 15)).toEqual(new Date('2026-12-08T16:00:00Z'))
    // Half past midnight in Shanghai is the 24th there, and still the 23rd in UTC.
    expect(evaluationClosesAt(new Date('2026-11-23T16:30:00Z'), 1)).toEqual(
      new Date('2026-11-25T16:00:00Z'),
    )
  })
})

describe('who rates', () => {
  const raiser = { raised: true, ownDepartment: false, closesAt: later }

  it.each([
    [raiser, now, null],
    [{ ...raiser, raised: false }, now, 'notRaised'],
    [{ ...raiser, ownDepartment: true }, now, 'ownDepartment'],
    [raiser, new Date(later.getTime() - 1), null],
    [raiser, later, 'closed'],
  ])('case %#', (facts, at, problem) => {
    expect(ratingProblem(facts, at)).toBe(problem)
  })

  it('is asked for a reason where anything is 不满意', () => {
    const fine = {
      resolution: 'satisfied',
      attitude: 'mostlySatisfied',
      speed: 'satisfied',
    } as const
    expect(isDissatisfied(fine)).toBe(false)
    expect(isDissatisfied({ ...fine, speed: 'dissatisfied' })).toBe(true)
  })
})

describe('the tallies', () => {
  it('hold each person once an aspect, whatever is rated and rated again', () => {
    const people = fc.array(fc.tuple(fc.nat(4), grades), { maxLength: 30 })
    fc.assert(
      fc.property(people, (ratings) => {
        const tallies = new Map<string, number>()
        const last = new Map<number, Grades>()
        for (const [person, given] of ratings) {
          for (const { aspect, grade, by } of tallyChanges(last.get(person) ?? null, given)) {
            const key = `${aspect} ${grade}`
            tallies.set(key, (tallies.get(key) ?? 0) + by)
          }
          last.set(person, given)
        }
        for (const aspect of RATING_ASPECTS) {
          for (const grade of GRADES) {
            const held = [...last.values()].filter((each) => each[aspect] === grade).length
            expect(tallies.get(`${aspect} ${grade}`) ?? 0).toBe(held)
          }
        }
      }),
    )
  })
})

describe('重新办理', () => {
  const facts = {
    resolution: 'dissatisfied',
    asked: false,
    reopened: false,
    secondRound: false,
    closesAt: later,
    topicClosed: false,
  } as const

  it.each([
    [facts, null],
    [{ ...facts, resolution: 'mostlySatisfied' as const }, 'notDissatisfied'],
    [{ ...facts, resolution: null }, 'notDissatisfied'],
    [{ ...facts, asked: true }, 'asked'],
    [{ ...facts, reopened: true }, 'reopened'],
    [{ ...facts, secondRound: true }, 'secondRound'],
    [{ ...facts, topicClosed: true }, 'topicClosed'],
    [{ ...facts, closesAt: now }, 'closed'],
  ])('case %#', (given, problem) => {
    expect(reopeningProblem(given, now)).toBe(problem)
  })
})
