import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { digestKey, nextDigestAt } from './frequency'
import { audienceOf, readNotice } from './notice'
import { mayGoNow, MOST_ATTEMPTS, retryAfterMs } from './sending'

const bodies = { topicId: 't', categoryId: 'c', studioId: 's' }

describe('a notice', () => {
  it('tells followers of a topic of all of it, those of a body of beginning and outcome', () => {
    expect(audienceOf('topicOpened', bodies).map(({ kind }) => kind)).toEqual([
      'category',
      'studio',
    ])
    expect(audienceOf('stageMoved', bodies)).toEqual([{ kind: 'topic', id: 't' }])
    expect(audienceOf('summaryPublished', bodies)).toHaveLength(3)
    expect(audienceOf('responsePublished', bodies, ['d', 'e'])).toEqual([
      { kind: 'topic', id: 't' },
      { kind: 'department', id: 'd' },
      { kind: 'department', id: 'e' },
    ])
    expect(audienceOf('commentDecided', bodies)).toEqual([])
  })

  it('of another form than is written today is not read', () => {
    expect(readNotice('stageMoved', { to: 'handling' })).not.toBeNull()
    expect(readNotice('stageMoved', { to: 'flown' })).toBeNull()
    expect(readNotice('stageMoved', null)).toBeNull()
  })
})

describe('the digest', () => {
  it('goes out at eight in Shanghai, the weekly one on Monday', () => {
    // A Monday, ten in the morning in Shanghai.
    const now = new Date('2026-11-23T02:00:00Z')
    expect(nextDigestAt(now, 'daily')).toEqual(new Date('2026-11-24T00:00:00Z'))
    expect(nextDigestAt(now, 'weekly')).toEqual(new Date('2026-11-30T00:00:00Z'))
    expect(nextDigestAt(new Date('2026-11-22T23:59:59Z'), 'weekly')).toEqual(
      new Date('2026-11-23T00:00:00Z'),
    )
    // At eight sharp it is the next one.
    expect(nextDigestAt(new Date('2026-11-23T00:00:00Z'), 'daily')).toEqual(
      new Date('2026-11-24T00:00:00Z'),
    )
    expect(digestKey(new Date('2026-11-23T16:30:00Z'))).toBe('digest:2026-11-24')
  })

  it('is never further away than its period, and always ahead', () => {
    const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01') })
    fc.assert(
      fc.property(
        time.filter((at) => !Number.isNaN(at.getTime())),
        (now) => {
          for (const [every, days] of [
            ['daily', 1],
            ['weekly', 7],
          ] as const) {
            const at = nextDigestAt(now, every)
            const ahead = at.getTime() - now.getTime()
            expect(ahead).toBeGreaterThan(0)
            expect(ahead).toBeLessThanOrEqual(days * 86_400_000)
            expect(at.getUTCHours()).toBe(0)
          }
        },
      ),
    )
  })
})

describe('sending', () => {
  it('is tried again with growing delay', () => {
    const delays = Array.from({ length: MOST_ATTEMPTS }, (_, n) => retryAfterMs(n + 1))
    expect(delays[0]).toBe(60_000)
    expect(delays.every((delay, n) => n === 0 || delay >= (delays[n - 1] ?? 0))).toBe(true)
    expect(delays.at(-1)).toBe(4 * 3_600_000)
  })

  it('keeps the last message of a day for the digest', () => {
    const today = shanghaiDate(new Date('2026-11-23T02:00:00Z'))
    const may = (count: number, on: string | null = today, keepOne = true) =>
      mayGoNow({ on, count }, today, 5, { keepOne })
    expect([0, 3, 4, 5].map((count) => may(count))).toEqual([true, true, false, false])
    expect(may(4, today, false)).toBe(true)
    expect(may(9, '2026-11-22')).toBe(true)
    expect(may(0, null)).toBe(true)
  })
})
