import { describe, expect, it } from 'vitest'
import { lotOf } from './lot.server'

const key = Buffer.from('a key of these tests')
const ids = Array.from({ length: 20_000 }, (_, i) => `decision-${i}`)

describe('a lot', () => {
  it('is the same for the same id, and another under another key', () => {
    expect(lotOf(key, 'decision')).toBe(lotOf(key, 'decision'))
    expect(lotOf(Buffer.from('another key'), 'decision')).not.toBe(lotOf(key, 'decision'))
  })

  it('is even: of a hundred about five are below 0.05', () => {
    const lots = ids.map((id) => lotOf(key, id))
    expect(Math.min(...lots)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...lots)).toBeLessThan(1)
    // The standard deviation of that share is 0.0015.
    expect(lots.filter((lot) => lot < 0.05).length / lots.length).toBeCloseTo(0.05, 2)
  })
})
