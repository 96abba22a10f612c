import type { ReviewFilter } from '~/domain/moderation/review-filter'
import { taskKindOf, type ReviewView } from '~/domain/moderation/review-view'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { openTasks } from './queue-conditions.server'

/** A filtered view is counted so far and no further. */
export const FILTERED_COUNT_MAX = 200

/** How much of what passes a filter has come in since a time, up to 100; 0 for views of what is decided. */
export async function countNewInQueue(
  scope: Scope,
  input: { view: ReviewView; filter: ReviewFilter; since: Date },
): Promise<number> {
  const kind = taskKindOf(input.view)
  if (!kind) return 0
  const [row] = await scope.db.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS "n" FROM (
      SELECT 1 FROM "review_tasks" k
       WHERE ${openTasks(kind, input.filter, scope.now)} AND k."createdAt" > ${input.since}
       LIMIT 100) passes`
  return row.n
}

/** How much of what waits passes a filter, up to the most that is counted and one more; null for other views. */
export async function countReviewQueue(
  scope: Scope,
  input: { view: ReviewView; filter: ReviewFilter },
): Promise<number | null> {
  requireReviewer(scope.viewer)
  const kind = taskKindOf(input.view)
  if (!kind) return null
  const [row] = await scope.db.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS "n" FROM (
      SELECT 1 FROM "review_tasks" k WHERE ${openTasks(kind, input.filter, scope.now)}
       LIMIT ${FILTERED_COUNT_MAX + 1}) passes`
  return row.n
}
