import type { CountedView } from '~/domain/moderation/queue-counts'
import type { TransactionDb } from '~/server/db/database.server'

/** How much stands in the views of the queue: kept in the transactions that change it, not counted on reading. */
export async function getQueueCounts(scope: {
  db: TransactionDb
}): Promise<Partial<Record<CountedView, number>>> {
  const rows = await scope.db.queueCount.groupBy({ by: ['view'], _sum: { count: true } })
  return Object.fromEntries(rows.map(({ view, _sum }) => [view, _sum.count ?? 0]))
}
