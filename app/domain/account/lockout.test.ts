import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterFailure, isForgotten, lockedForMs, type LockoutState } from './lockout'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const start = new Date('2025-07-14T02:00:00Z')
const later = (from: Date, ms: number) => new Date(from.getTime() + ms)

/** Fails so many times, each as soon as the lock before it is over. */
function failTimes(times: number): { state: LockoutState; now: Date; locks: number[] } {
  let state: LockoutState | null = null
  let now = start
  const locks: number[] = []
  for (let i = 0; i < times; i++) {
    now = later(now, lockedForMs(state, now))
    state = afterFailure(state, now)
    locks.push(lockedForMs(state, now))
  }
  if (!state) throw new Error('at least one failure')
  return { state, now, locks }
}

describe('lockout', () => {
  test('leaves four failures free, then locks for a growing time', () => {
    expect(failTimes(12).locks).toEqual([
      0,
      0,
      0,
      0,
      MINUTE,
      5 * MINUTE,
      15 * MINUTE,
      HOUR,
      4 * HOUR,
      24 * HOUR,
      24 * HOUR,
      24 * HOUR,
    ])
  })

  test('ends at its time, not before', () => {
    const { state, now } = failTimes(5)
    expect(lockedForMs(state, later(now, MINUTE - 1))).toBe(1)
    expect(lockedForMs(state, later(now, MINUTE))).toBe(0)
    expect(lockedForMs(state, later(now, HOUR))).toBe(0)
  })

  test('is not lengthened by attempts during it', () => {
    const { state, now } = failTimes(5)
    expect(afterFailure(state, later(now, 30_000))).toBe(state)
  })

  test('does not exist where nothing failed', () => {
    expect(lockedForMs(null, start)).toBe(0)
  })

  test('begins anew after a success, which leaves no state', () => {
    expect(afterFailure(null, start)).toEqual({
      failures: 1,
      lastAt: start,
      lockedUntil: null,
    })
  })

  test('forgets failures 24 hours after the last, or after the lock that followed', () => {
    const four = failTimes(4)
    expect(isForgotten(four.state, later(four.now, 24 * HOUR - 1))).toBe(false)
    expect(isForgotten(four.state, later(four.now, 24 * HOUR))).toBe(true)
    expect(afterFailure(four.state, later(four.now, 24 * HOUR)).failures).toBe(1)

    const ten = failTimes(10)
    expect(isForgotten(ten.state, later(ten.now, 24 * HOUR))).toBe(false)
    expect(afterFailure(ten.state, later(ten.now, 24 * HOUR)).failures).toBe(11)
    expect(isForgotten(ten.state, later(ten.now, 48 * HOUR))).toBe(true)
  })

  test('lets at most ten guesses through in the first day, however they are timed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 * HOUR }), { minLength: 50, maxLength: 400 }),
        (gaps) => {
          let state: LockoutState | null = null
          let now = start
          let guesses = 0
          for (const gap of gaps) {
            now = later(now, gap)
            if (now.getTime() - start.getTime() >= 24 * HOUR) break
            if (lockedForMs(state, now) === 0) guesses += 1
            state = afterFailure(state, now)
          }
          expect(guesses).toBeLessThanOrEqual(10)
        },
      ),
    )
  })
})
