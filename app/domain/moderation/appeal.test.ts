import { describe, expect, it, test } from 'vitest'
import { appealProblem, reversalRate } from './appeal'

const NOW = new Date('2026-03-10T02:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const refused = { latestStatus: 'rejected', decidedAt: daysAgo(1), appealed: false } as const

describe('an appeal', () => {
  it('is there for whoever was refused lately', () => {
    expect(appealProblem(refused, NOW)).toBeNull()
    expect(appealProblem({ ...refused, decidedAt: daysAgo(30) }, NOW)).toBeNull()
  })

  test.each(['pending', 'published', 'returned', 'withdrawn'] as const)(
    'is not there for a text that is %s',
    (latestStatus) => {
      expect(appealProblem({ ...refused, latestStatus }, NOW)).toBe('notRefused')
    },
  )

  it('waits until the decision can no longer be undone', () => {
    expect(appealProblem({ ...refused, decidedAt: null }, NOW)).toBe('notRefused')
  })

  it('is made once, and within thirty days', () => {
    expect(appealProblem({ ...refused, appealed: true }, NOW)).toBe('appealed')
    expect(appealProblem({ ...refused, decidedAt: daysAgo(30.001) }, NOW)).toBe('late')
  })
})

test('the reversal rate has the decided appeals below, and none without any', () => {
  expect(reversalRate({ decided: 8, overturned: 2 })).toBe(0.25)
  expect(reversalRate({ decided: 0, overturned: 0 })).toBeNull()
})
