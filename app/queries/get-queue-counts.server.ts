import type { ReviewView } from '~/domain/moderation/review-view'
import type { Scope } from '~/server/scope.server'

/** How much stands in the views of the queue: kept in the transactions that change it, not counted on reading. */
export async function getQueueCounts(scope: Scope): Promise<Partial<Record<ReviewView, number>>> {
  const rows = await scope.db.queueCount.findMany()
  return Object.fromEntries(rows.map(({ view, count }) => [view, count]))
}
