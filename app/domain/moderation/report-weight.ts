/** Reports that were decided within so many days count for a reporter's weight. */
export const WEIGHT_WITHIN_DAYS = 180

/** Below this a report does not count at all. */
export const LEAST_WEIGHT = 0.2

/** What became of a person's reports within the last `WEIGHT_WITHIN_DAYS` days. */
export interface ReportRecord {
  upheld: number
  dismissed: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Since when decided reports count at `now`. */
export function weightSince(now: Date): Date {
  return new Date(now.getTime() - WEIGHT_WITHIN_DAYS * DAY_MS)
}

/**
 * How much a report of a person counts, 0 to 1.
 *
 * The share of their reports that were right is estimated by the mean of a Beta distribution that begins with one
 * report of either kind: p = (upheld + 1) / (upheld + dismissed + 2). The weight is 2p, at most 1: whoever has no
 * record, or was right as often as wrong, is trusted in full, and being right more often makes nobody count for
 * two. Below 0.2 it is 0: nine dismissed reports in a row, and the tenth hides nothing; it reaches the queue all the
 * same. Reports that lapsed count for neither.
 */
export function reportWeight({ upheld, dismissed }: ReportRecord): number {
  const weight = Math.min(1, (2 * (upheld + 1)) / (upheld + dismissed + 2))
  return weight < LEAST_WEIGHT ? 0 : weight
}

/** Whether open reports hide a comment: by what they weigh together, unless a moderator let this very text stand. */
export function hidesComment(
  weights: readonly number[],
  { hideAtWeight, stood }: { hideAtWeight: number; stood: boolean },
): boolean {
  return !stood && sum(weights) >= hideAtWeight - ROUNDING
}

/** Sums of thirds and tenths come out a little short. */
const ROUNDING = 1e-9

/** The risk of a reported comment in the queue, growing with what its reports weigh together: 10 for each full one. */
export function reportRisk(weights: readonly number[]): number {
  return Math.min(1_000, 1 + Math.round(10 * sum(weights)))
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0)
}
