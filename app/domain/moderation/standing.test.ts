import { expect, test } from 'vitest'
import { authorStanding, isRevisable, standingOf } from './standing'

test.each([
  ['pending', 'pending', 'pending'],
  ['rejected', 'rejected', 'rejected'],
  ['returned', 'returned', 'returned'],
  ['withdrawn', 'withdrawn', 'withdrawn'],
  ['published', 'published', 'published'],
  ['published', 'pending', 'publishedEditWaits'],
  ['published', 'rejected', 'publishedEditRejected'],
  ['published', 'returned', 'publishedEditReturned'],
] as const)('a %s comment whose newest text is %s stands as %s', (status, latestStatus, told) => {
  expect(authorStanding({ status, latestStatus })).toBe(told)
})

test('a comment is never superseded', () => {
  expect(standingOf('pending')).toBe('pending')
  expect(() => standingOf('superseded')).toThrow(RangeError)
})

test('what was refused or taken back is not rewritten', () => {
  expect(isRevisable('rejected')).toBe(false)
  expect(isRevisable('withdrawn')).toBe(false)
  expect(isRevisable('returned')).toBe(true)
  // What was published before stays, and may be changed again.
  expect(isRevisable('publishedEditRejected')).toBe(true)
})
