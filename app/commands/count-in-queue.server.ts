import { COUNT_SLOTS, type CountedView, type StandingView } from '~/domain/moderation/queue-counts'
import type { Transaction } from '~/server/transact.server'

const changesOf = new WeakMap<Transaction, Map<CountedView, number>>()

/**
 * Changes the count of a view in the caller's transaction, at its very end: everybody's comments pass these
 * rows. All changes of a transaction are written in one statement, in one slot, in one order.
 */
export function countInQueue(tx: Transaction, view: CountedView, by: number): void {
  let changes = changesOf.get(tx)
  if (!changes) {
    const kept = (changes = new Map<CountedView, number>())
    changesOf.set(tx, kept)
    tx.last(() => write(tx, kept))
    tx.queueChanged()
  }
  changes.set(view, (changes.get(view) ?? 0) + by)
}

/** A comment went from one view of what is decided to another; null is none of them. */
export function countStanding(
  tx: Transaction,
  from: StandingView | null,
  to: StandingView | null,
): void {
  if (from === to) return
  if (from) countInQueue(tx, from, -1)
  if (to) countInQueue(tx, to, 1)
}

async function write(tx: Transaction, changes: ReadonlyMap<CountedView, number>): Promise<void> {
  const changed = [...changes].filter(([, by]) => by !== 0)
  if (changed.length === 0) return
  const views = changed.map(([view]) => view)
  const by = changed.map(([, change]) => change)
  const slot = Math.floor(Math.random() * COUNT_SLOTS)
  await tx.query(UPDATE, [views, by, slot])
}

const UPDATE = `
  WITH "locked" AS (
    SELECT "view", "slot" FROM "queue_counts" WHERE "view" = ANY ($1::text[]) AND "slot" = $3
     ORDER BY "view" FOR UPDATE
  )
  UPDATE "queue_counts" q SET "count" = q."count" + change."by"
    FROM "locked", unnest($1::text[], $2::int[]) AS change("view", "by")
   WHERE q."view" = "locked"."view" AND q."slot" = "locked"."slot" AND change."view" = "locked"."view"`
