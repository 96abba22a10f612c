import { describe, expect, it } from 'vitest'
import { nowFacts } from './now-facts'

const now = new Date('2026-11-23T02:00:00Z')
// Midnight in Shanghai at the end of the 29th.
const closesAt = new Date('2026-11-29T16:00:00Z')

describe('what the box says', () => {
  it('names the last day, not the first on which it is shut', () => {
    const facts = nowFacts({ kind: 'comment', until: closesAt, review: 'before' }, now)
    expect(facts).toMatchObject({ kind: 'comment', daysLeft: 6, review: 'before' })
    expect(new Date(facts.day ?? 0).toISOString()).toBe('2026-11-29T15:59:59.999Z')
    expect(nowFacts({ kind: 'ended', closedAt: closesAt }, now).day).toEqual(facts.day)
  })

  it('names no day where no end is set', () => {
    expect(nowFacts({ kind: 'signIn', until: null }, now)).toEqual({
      kind: 'signIn',
      day: null,
      daysLeft: null,
      review: null,
      sanctionId: null,
    })
  })
})
