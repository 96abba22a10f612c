import { expect, it } from 'vitest'
import { delegationProblem } from './delegation'

const day = (text: string) => new Date(`${text}T00:00:00+08:00`)
const now = new Date('2025-07-14T10:00:00+08:00')
const before = [{ startsAt: day('2025-08-01'), endsAt: day('2025-08-08') }]

it.each([
  ['a', 'b', '2025-07-14', '2025-07-15', null],
  ['a', 'a', '2025-07-14', '2025-07-15', 'oneself'],
  ['a', 'b', '2025-07-16', '2025-07-16', 'endsBeforeStart'],
  ['a', 'b', '2025-07-01', '2025-07-14', 'past'],
  ['a', 'b', '2025-07-14', '2025-10-13', 'tooLong'],
  ['a', 'b', '2025-08-07', '2025-08-20', 'overlap'],
  ['a', 'b', '2025-08-08', '2025-08-20', null],
])('%s to %s from %s until %s: %s', (fromId, toId, start, end, problem) => {
  const given = { fromId, toId, startsAt: day(start), endsAt: day(end) }
  expect(delegationProblem(given, before, now)).toBe(problem)
})
