import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isDay } from '~/domain/shared/day'
import {
  checkChanges,
  CHECK_ANSWERS,
  CLOCK_STEPS,
  commitmentStanding,
  dayProblem,
  keptState,
  nextStepOn,
  stepOn,
  type CheckAnswer,
  type ClockStep,
} from './commitment'

// 10 o'clock in Shanghai on 23 November.
const NOW = new Date('2026-11-23T02:00:00Z')

describe('the day of a promise', () => {
  it('is today or later, and there in the calendar', () => {
    expect(dayProblem('2026-11-23', NOW)).toBeNull()
    expect(dayProblem('2026-11-22', NOW)).toBe('past')
    expect(dayProblem('2027-02-30', NOW)).toBe('unreadable')
    expect(dayProblem('2026-1-3', NOW)).toBe('unreadable')
    expect(dayProblem('', NOW)).toBe('unreadable')
    expect(dayProblem('2040-01-01', NOW)).toBe('tooFar')
    expect(isDay('2028-02-29')).toBe(true)
  })

  it('is that of Shanghai: an hour before midnight in London it is the next day there', () => {
    const late = new Date('2026-11-23T17:00:00Z')
    expect(dayProblem('2026-11-23', late)).toBe('past')
    expect(keptState('2026-11-23', late)).toBe('keptLate')
    expect(keptState('2026-11-23', new Date('2026-11-23T15:59:59Z'))).toBe('kept')
  })
})

describe('how a promise stands', () => {
  it('is read off the clock while it is open', () => {
    const of = (dueOn: string) => commitmentStanding({ state: 'open', dueOn }, NOW)
    expect(of('2026-11-30')).toEqual({ kind: 'open', days: 7 })
    expect(of('2026-11-23')).toEqual({ kind: 'today' })
    expect(of('2026-11-20')).toEqual({ kind: 'overdue', days: 3 })
  })

  it('is not late any more once it is kept', () => {
    expect(commitmentStanding({ state: 'kept', dueOn: '2026-01-01' }, NOW)).toEqual({
      kind: 'kept',
    })
  })
})

describe('what the clock does', () => {
  const DUE = '2026-11-30'

  it('reminds a week and a day before, then tells the head, then whoever assigned', () => {
    expect(stepOn(DUE, null, '2026-11-22')).toBeNull()
    expect(stepOn(DUE, null, '2026-11-23')).toBe('week')
    expect(stepOn(DUE, 'week', '2026-11-28')).toBeNull()
    expect(stepOn(DUE, 'week', '2026-11-29')).toBe('eve')
    expect(stepOn(DUE, 'eve', '2026-11-30')).toBeNull()
    expect(stepOn(DUE, 'eve', '2026-12-01')).toBe('head')
    expect(stepOn(DUE, 'head', '2026-12-07')).toBeNull()
    expect(stepOn(DUE, 'head', '2026-12-08')).toBe('assigner')
    expect(stepOn(DUE, 'assigner', '2027-12-08')).toBeNull()
  })

  it('leaves out a reminder that was missed, and no escalation', () => {
    expect(stepOn(DUE, null, '2026-11-29')).toBe('eve')
    expect(stepOn(DUE, null, '2026-12-20')).toBe('head')
    expect(nextStepOn(DUE, 'head', '2026-12-20')).toBe('2026-12-21')
    expect(stepOn(DUE, 'head', '2026-12-21')).toBe('assigner')
  })

  it('looks at a promise on the days it says, does each step once at most and both escalations', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
    fc.assert(
      fc.property(day, day, (made, dueOn) => {
        fc.pre(made <= dueOn)
        let done: ClockStep | null = null
        const steps: ClockStep[] = []
        let today = nextStepOn(dueOn, null, made)
        while (today !== null) {
          const step: ClockStep | null = stepOn(dueOn, done, today)
          expect(step).not.toBeNull()
          if (!step) return
          steps.push(step)
          done = step
          const next = nextStepOn(dueOn, done, today)
          if (next !== null) expect(next > today).toBe(true)
          today = next
        }
        expect(steps).toEqual(CLOCK_STEPS.filter((step) => steps.includes(step)))
        expect(steps.slice(-2)).toEqual(['head', 'assigner'])
      }),
    )
  })
})

describe('what residents say', () => {
  it('is tallied so that the tallies equal a recount', () => {
    const answers = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...CHECK_ANSWERS)),
    )
    fc.assert(
      fc.property(answers, (given) => {
        const latest = new Map<number, CheckAnswer>()
        const tallies = new Map<CheckAnswer, number>()
        for (const [person, answer] of given) {
          for (const change of checkChanges(latest.get(person) ?? null, answer)) {
            tallies.set(change.answer, (tallies.get(change.answer) ?? 0) + change.by)
          }
          latest.set(person, answer)
        }
        for (const answer of CHECK_ANSWERS) {
          const recount = [...latest.values()].filter((each) => each === answer).length
          expect(tallies.get(answer) ?? 0).toBe(recount)
        }
      }),
    )
  })
})
