import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareSteps,
  isTermOf,
  SANCTION_STEPS,
  sanctionEnd,
  sanctionStanding,
  screeningOf,
  silences,
  strictestInForce,
  suspends,
  type SanctionInForce,
} from './sanction'
import { sanctionAppealProblem } from './sanction-appeal'
import { breachPoints, proposedStep } from './sanction-proposal'

const now = new Date('2026-11-23T02:00:00.000Z')
const DAY_MS = 24 * 60 * 60 * 1000

const inForce = fc.record<SanctionInForce>({
  id: fc.uuid(),
  step: fc.constantFrom(...SANCTION_STEPS),
  until: fc.option(
    fc.integer({ min: -10, max: 10 }).map((days) => new Date(now.getTime() + days * DAY_MS)),
  ),
})

describe('the ladder', () => {
  test('takes away more with each step, and never what it took before', () => {
    expect(SANCTION_STEPS.map(silences)).toEqual([false, true, true, true, true])
    expect(SANCTION_STEPS.map(suspends)).toEqual([false, false, true, true, true])
    expect(SANCTION_STEPS.map(screeningOf)).toEqual([
      'hold',
      'refuse',
      'refuse',
      'refuse',
      'refuse',
    ])
  })

  test('gives the first steps a term within limits, and the last ones none', () => {
    expect(isTermOf('warning', 30)).toBe(true)
    expect(isTermOf('warning', 31)).toBe(false)
    expect([0, 1, 30, 31].map((days) => isTermOf('limited', days))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([0.5, 180, 181, Number.NaN].map((days) => isTermOf('suspended', days))).toEqual([
      false,
      true,
      false,
      false,
    ])
    expect(isTermOf('closed', null)).toBe(true)
    expect(isTermOf('closed', 30)).toBe(false)
    expect(isTermOf('limited', null)).toBe(false)
  })

  test('ends at the very instant that it names, by the clock alone', () => {
    const until = sanctionEnd(7, now)
    const sanction = { status: 'active', from: now, until } as const
    const before = new Date(now.getTime() + 7 * DAY_MS - 1)
    const then = new Date(now.getTime() + 7 * DAY_MS)
    expect(sanctionStanding(sanction, before)).toBe('inForce')
    expect(sanctionStanding(sanction, then)).toBe('ended')
    expect(sanctionEnd(null, now)).toBeNull()
  })
})

describe('of several sanctions', () => {
  test('the strictest one counts, and of two alike the longer', () => {
    fc.assert(
      fc.property(fc.array(inForce), (sanctions) => {
        const counts = strictestInForce(sanctions, now)
        const live = sanctions.filter(({ until }) => until === null || until > now)
        expect(counts === null).toBe(live.length === 0)
        for (const each of live) {
          if (!counts) continue
          const stricter = compareSteps(counts.step, each.step)
          expect(stricter).toBeGreaterThanOrEqual(0)
          if (stricter === 0 && counts.until !== null) {
            expect(each.until).not.toBeNull()
            expect(each.until!.getTime()).toBeLessThanOrEqual(counts.until.getTime())
          }
        }
      }),
    )
  })
})

describe('a step is proposed', () => {
  test('from three points on: a text that had reached people counts double', () => {
    expect(breachPoints({ refused: 1, removed: 1 })).toBe(3)
    expect(proposedStep({ refused: 2, removed: 0 }, [])).toBeNull()
    expect(proposedStep({ refused: 3, removed: 0 }, [])).toBe('warning')
    expect(proposedStep({ refused: 0, removed: 2 }, [])).toBe('warning')
  })

  test('one further than the strictest of the last year, and closing at most', () => {
    const breaches = { refused: 3, removed: 0 }
    expect(proposedStep(breaches, ['warning'])).toBe('limited')
    expect(proposedStep(breaches, ['limited', 'warning'])).toBe('suspended')
    expect(proposedStep(breaches, ['suspended'])).toBe('closed')
    expect(proposedStep(breaches, ['closed'])).toBe('closed')
    expect(proposedStep(breaches, ['barred'])).toBe('closed')
  })

  test('never a milder one than was imposed, whatever the history', () => {
    const steps = fc.array(
      fc.constantFrom('warning', 'limited', 'suspended') as fc.Arbitrary<
        'warning' | 'limited' | 'suspended'
      >,
    )
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), steps, (refused, removed, imposed) => {
        const next = proposedStep({ refused, removed }, imposed)
        expect(next === null).toBe(refused + 2 * removed < 3)
        for (const step of next ? imposed : []) {
          expect(compareSteps(next ?? step, step)).toBeGreaterThan(0)
        }
      }),
    )
  })
})

test('an appeal is possible once, for thirty days, against what is imposed', () => {
  const imposed = { status: 'active', from: now, appealed: false } as const
  const after = (days: number, ms = 0) => new Date(now.getTime() + days * DAY_MS + ms)
  expect(sanctionAppealProblem(imposed, after(30))).toBeNull()
  expect(sanctionAppealProblem(imposed, after(30, 1))).toBe('late')
  expect(sanctionAppealProblem({ ...imposed, appealed: true }, now)).toBe('appealed')
  expect(sanctionAppealProblem({ ...imposed, status: 'lifted' }, now)).toBe('notImposed')
  expect(sanctionAppealProblem({ ...imposed, status: 'proposed', from: null }, now)).toBe(
    'notImposed',
  )
})
