import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  RESPONSE_ACTS,
  RESPONSE_STEPS,
  scheduleProblem,
  standingAfterAct,
  type ResponseAct,
  type ResponseStanding,
} from './progress'
import { RESPONSE_STATUSES } from './response'

const BEGUN: ResponseStanding = { status: 'drafting', isPublic: false }

function allowed(standing: ResponseStanding): ResponseAct[] {
  return RESPONSE_ACTS.filter((act) => standingAfterAct(standing, act) !== null)
}

describe('the way of a response', () => {
  it('allows in every place exactly these acts', () => {
    const table = RESPONSE_STATUSES.flatMap((status) =>
      [false, true].map((isPublic) => [
        `${status}${isPublic ? ', public' : ''}`,
        allowed({ status, isPublic }),
      ]),
    )
    expect(Object.fromEntries(table)).toEqual({
      drafting: ['save', 'submit'],
      'drafting, public': ['save', 'submit', 'abandonCorrection'],
      awaitingSignOff: ['return', 'publish', 'schedule'],
      'awaitingSignOff, public': ['return', 'publish', 'schedule'],
      scheduled: ['takeBack', 'publishDue'],
      'scheduled, public': ['takeBack', 'publishDue'],
      // Nothing stands there that is not public; the database holds it.
      published: [],
      'published, public': ['beginCorrection'],
    })
  })

  it('never leads to what the public may not read, nor takes back what it read', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RESPONSE_ACTS), { maxLength: 60 }), (acts) => {
        let standing = BEGUN
        let signed = false
        for (const act of acts) {
          const next = standingAfterAct(standing, act)
          if (!next) continue
          if (act === 'schedule' || act === 'publish') signed = true
          if (act === 'takeBack' || act === 'submit') signed = false
          if (act === 'publishDue' || act === 'publish') expect(signed).toBe(true)
          expect(next.isPublic || !standing.isPublic).toBe(true)
          expect(next.status !== 'published' || next.isPublic).toBe(true)
          standing = next
        }
        // There is always a way on: nothing is ever stuck.
        expect(allowed(standing).length).toBeGreaterThan(0)
      }),
    )
  })

  it('reaches publication from everywhere in at most two steps, and a correction goes the whole way again', () => {
    const shortest = (from: ResponseStanding, acts = 0): number =>
      from.status === 'published' || acts > 3
        ? acts
        : Math.min(
            ...allowed(from)
              .filter((act) => RESPONSE_STEPS[act].from !== RESPONSE_STEPS[act].to)
              .map((act) => shortest(standingAfterAct(from, act) ?? from, acts + 1)),
          )
    expect(shortest(BEGUN)).toBe(2)
    const correcting = standingAfterAct({ status: 'published', isPublic: true }, 'beginCorrection')
    expect(correcting).toEqual({ status: 'drafting', isPublic: true })
    expect(standingAfterAct(correcting ?? BEGUN, 'publish')).toBeNull()
  })
})

describe('the time to publish at', () => {
  const now = new Date('2026-11-23T02:00:00Z')
  it('lies ahead, within sixty days', () => {
    const after = (ms: number) => scheduleProblem(new Date(now.getTime() + ms), now)
    const day = 24 * 60 * 60 * 1000
    expect([after(-1), after(0), after(1), after(60 * day), after(60 * day + 1)]).toEqual([
      'past',
      'past',
      null,
      null,
      'tooFar',
    ])
  })
})
