import {
  firstWaitDay,
  REVIEW_WAIT_MEASURE,
  REVIEW_WAIT_MINIMUM_DECISIONS,
} from '~/domain/moderation/review-wait'
import { percentile, usualWait, type HistogramEntry } from '~/domain/shared/histogram'
import type { Scope } from '~/server/scope.server'

export interface UsualWait {
  /** Half of the texts waited no longer, in whole minutes, at least one. */
  medianMinutes: number
  /** Nine of ten waited no longer, in whole minutes, at least one. */
  p90Minutes: number
}

/**
 * How long a text usually waits for the decision on it: from real decisions of the last seven Shanghai days,
 * today among them; `tooFew` where there were not enough to promise anything.
 */
export async function getUsualWait(
  scope: Pick<Scope, 'db' | 'now'>,
): Promise<UsualWait | 'tooFew'> {
  const waits = await scope.db.$queryRaw<HistogramEntry[]>`
    SELECT "value", sum("count")::int AS "count"
    FROM "duration_histograms"
    WHERE "measure" = ${REVIEW_WAIT_MEASURE} AND "day" >= ${firstWaitDay(scope.now)}::date
    GROUP BY "value"`
  const medianMinutes = usualWait(waits, REVIEW_WAIT_MINIMUM_DECISIONS)
  if (medianMinutes === 'tooFew') return 'tooFew'
  return { medianMinutes, p90Minutes: Math.max(medianMinutes, percentile(waits, 90) ?? 0) }
}
