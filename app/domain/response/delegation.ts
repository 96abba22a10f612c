/** The longest an official is stood in for, in calendar days: who is away longer hands their matters over. */
export const MAX_DELEGATION_DAYS = 90

const DAY_MS = 24 * 60 * 60 * 1000

/** What is wrong with a delegation, worded under `delegation.problem.<code>`. */
export type DelegationProblem =
  /** One stands in for somebody else. */
  | 'oneself'
  | 'endsBeforeStart'
  | 'past'
  | 'tooLong'
  /** For these days somebody stands in already. */
  | 'overlap'

/** What is wrong with who stands in for whom from when until when; null where nothing is. */
export function delegationProblem(
  given: { fromId: string; toId: string; startsAt: Date; endsAt: Date },
  others: ReadonlyArray<{ startsAt: Date; endsAt: Date }>,
  now: Date,
): DelegationProblem | null {
  const { startsAt, endsAt } = given
  if (given.fromId === given.toId) return 'oneself'
  if (endsAt <= startsAt) return 'endsBeforeStart'
  if (endsAt <= now) return 'past'
  if (endsAt.getTime() - startsAt.getTime() > MAX_DELEGATION_DAYS * DAY_MS) return 'tooLong'
  const overlaps = others.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)
  return overlaps ? 'overlap' : null
}
