import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentHotScore, hotScore, topicHotScore } from './hot'

const DAY_MS = 86_400_000
const counts = fc.integer({ min: 0, max: 1_000_000 })
const moments = fc.integer({ min: 0, max: 4_102_444_800_000 }).map((ms) => new Date(ms))

describe('hotScore', () => {
  test('rises with every voice', () => {
    fc.assert(
      fc.property(counts, moments, (voices, at) => {
        expect(hotScore(voices + 1, at)).toBeGreaterThan(hotScore(voices, at))
      }),
    )
  })

  test('rises with every second that the newest voice is newer', () => {
    fc.assert(
      fc.property(counts, moments, (voices, at) => {
        const later = new Date(at.getTime() + 1000)
        expect(hotScore(voices, later)).toBeGreaterThan(hotScore(voices, at))
      }),
    )
  })

  test('lets each further voice count less than the one before', () => {
    const at = new Date(0)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (voices) => {
        const last = hotScore(voices, at) - hotScore(voices - 1, at)
        const next = hotScore(voices + 1, at) - hotScore(voices, at)
        expect(next).toBeLessThan(last)
      }),
    )
  })

  test('counts in days: twice the voices and one are worth a day', () => {
    const today = new Date('2025-07-14T00:00:00Z')
    const yesterday = new Date(today.getTime() - DAY_MS)
    expect(hotScore(3, today)).toBeCloseTo(hotScore(7, yesterday), 9)
    expect(hotScore(0, new Date(0))).toBe(0)
  })

  test('keeps an order once found, however late it is read: no clock is asked', () => {
    fc.assert(
      fc.property(
        counts,
        counts,
        moments,
        moments,
        fc.integer({ min: 0, max: 365 }),
        (a, b, at, bt, days) => {
          const shift = (date: Date) => new Date(date.getTime() + days * DAY_MS)
          const before = hotScore(a, at) - hotScore(b, bt)
          const after = hotScore(a, shift(at)) - hotScore(b, shift(bt))
          expect(after).toBeCloseTo(before, 6)
        },
      ),
    )
  })

  test('refuses what is no number of voices or no time', () => {
    expect(() => hotScore(-1, new Date(0))).toThrow(RangeError)
    expect(() => hotScore(Number.NaN, new Date(0))).toThrow(RangeError)
    expect(() => hotScore(1, new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('topicHotScore', () => {
  const newestAt = new Date('2025-07-14T00:00:00Z')

  test('never falls with another comment or another person', () => {
    fc.assert(
      fc.property(counts, counts, (people, further) => {
        const comments = people + further
        const score = topicHotScore({ people, comments, newestAt })
        expect(topicHotScore({ people, comments: comments + 1, newestAt })).toBeGreaterThan(score)
        expect(
          topicHotScore({ people: people + 1, comments: comments + 1, newestAt }),
        ).toBeGreaterThan(score)
      }),
    )
  })

  test('values five people above one who writes twenty comments', () => {
    expect(topicHotScore({ people: 5, comments: 5, newestAt })).toBeGreaterThan(
      topicHotScore({ people: 1, comments: 20, newestAt }),
    )
  })

  test('counts a person once in full, and each further comment for a fifth', () => {
    const at = new Date(0)
    expect(topicHotScore({ people: 3, comments: 3, newestAt: at })).toBe(2)
    expect(topicHotScore({ people: 2, comments: 7, newestAt: at })).toBe(2)
  })

  test('is the time of opening alone while nobody spoke', () => {
    expect(topicHotScore({ people: 0, comments: 0, newestAt })).toBe(newestAt.getTime() / DAY_MS)
  })
})

test('an opening comment rises with its replies and with the newest of them', () => {
  const early = new Date('2025-07-14T00:00:00Z')
  const late = new Date('2025-07-15T00:00:00Z')
  expect(commentHotScore({ replies: 1, newestAt: early })).toBeGreaterThan(
    commentHotScore({ replies: 0, newestAt: early }),
  )
  expect(commentHotScore({ replies: 1, newestAt: late })).toBeGreaterThan(
    commentHotScore({ replies: 1, newestAt: early }),
  )
})
