import type { StandingStatus } from '~/domain/comment/review-transition'
import type { Transaction } from '~/server/transact.server'

/** What the queue's views count, in the order in which everybody locks the counts. */
const COUNTED = ['pending', 'rejected', 'returned'] as const

/**
 * Keeps the counts of the queue's views when the newest revision of a comment goes from one standing to
 * another; null where there was none before. Everybody's comments pass these rows: they are locked at the
 * very end of the transaction.
 */
export function countInQueue(
  tx: Transaction,
  from: StandingStatus | null,
  to: StandingStatus,
): void {
  if (from === to) return
  tx.last(async () => {
    for (const view of COUNTED) {
      const by = (view === to ? 1 : 0) - (view === from ? 1 : 0)
      if (by === 0) continue
      await tx.query(`UPDATE "queue_counts" SET "count" = "count" + $1 WHERE "view" = $2`, [
        by,
        view,
      ])
    }
  })
}
