import { describe, expect, test } from 'vitest'
import {
  filterOfReason,
  reasonOfFilter,
  REPORT_REASONS,
  reportProblem,
  reportResult,
} from './report'

const facts = { status: 'published', authorId: 'a', reporterId: 'b', reported: null } as const

describe('a report', () => {
  test('is of somebody else’s published comment, once', () => {
    expect(reportProblem(facts)).toBeNull()
    expect(reportProblem({ ...facts, reporterId: 'a' })).toBe('own')
    expect(reportProblem({ ...facts, reported: 'open' })).toBe('open')
    expect(reportProblem({ ...facts, reported: 'decided' })).toBe('decided')
  })

  test.each(['pending', 'hidden', 'rejected', 'returned', 'withdrawn'] as const)(
    'is not made of what is %s',
    (status) => {
      expect(reportProblem({ ...facts, status })).toBe('notPublic')
    },
  )

  test('was right where something had to change, and only there', () => {
    expect(reportResult({ outcome: 'approve', masked: false })).toBe('dismissed')
    expect(reportResult({ outcome: 'approve', masked: true })).toBe('upheld')
    for (const outcome of ['reject', 'return', 'forward'] as const) {
      expect(reportResult({ outcome, masked: false })).toBe('upheld')
    }
  })

  test('is found in the queue by its reason', () => {
    for (const reason of REPORT_REASONS) {
      expect(reasonOfFilter(filterOfReason(reason))).toBe(reason)
    }
    expect(reasonOfFilter('advertising')).toBeNull()
  })
})
