import { expect, it } from 'vitest'
import { usualTerm, type DueRule } from './due-rules'

const rule = (
  categoryId: string | null,
  subject: DueRule['subject'],
  workingDays: number,
): DueRule => ({ categoryId, subject, workingDays })

const rules = [
  rule(null, null, 20),
  rule(null, 'help', 3),
  rule(null, 'comment', 8),
  rule('housing', 'comment', 12),
  rule('housing', 'help', 2),
  rule('traffic', null, 30),
]

it.each([
  ['a comment’s kind before comments in general', 'other', 'help', 3],
  ['comments in general before everything', 'other', 'opinion', 8],
  ['everything, where nothing else fits', 'other', null, 20],
  ['the category’s own kind first of all', 'housing', 'help', 2],
  ['the category before a kind without one', 'housing', 'inquiry', 12],
  ['a category’s general rule before others’ special ones', 'traffic', 'help', 30],
] as const)('the most specific rule wins: %s', (_case, categoryId, commentKind, days) => {
  expect(usualTerm(rules, { categoryId, commentKind })).toBe(days)
})

it('without rules a topic has fifteen working days, and a comment ten', () => {
  expect(usualTerm([], { categoryId: 'x', commentKind: null })).toBe(15)
  expect(usualTerm([], { categoryId: 'x', commentKind: 'help' })).toBe(10)
})
