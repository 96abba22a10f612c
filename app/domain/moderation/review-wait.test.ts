import { describe, expect, test } from 'vitest'
import { firstWaitDay, histogramDay, waitInMinutes } from './review-wait'

describe('a wait', () => {
  test.each([
    [0, 0],
    [1, 1],
    [60_000, 1],
    [60_001, 2],
    [59 * 60_000, 59],
    [-5_000, 0],
  ])('of %d ms counts as %d minutes', (ms, minutes) => {
    expect(waitInMinutes(ms)).toBe(minutes)
  })
})

describe('the days of the usual wait', () => {
  test('are those of Shanghai, not of UTC', () => {
    // 00:30 on the 24th in Shanghai is still the 23rd in Greenwich.
    const now = new Date('2026-11-23T16:30:00.000Z')
    expect(histogramDay(now).toISOString()).toBe('2026-11-24T00:00:00.000Z')
    expect(firstWaitDay(now).toISOString()).toBe('2026-11-18T00:00:00.000Z')
  })

  test('are seven, today among them', () => {
    const now = new Date('2026-11-23T02:00:00.000Z')
    const days = (histogramDay(now).getTime() - firstWaitDay(now).getTime()) / 86_400_000 + 1
    expect(days).toBe(7)
  })
})
