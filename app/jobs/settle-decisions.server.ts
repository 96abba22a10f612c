import { settleDecision } from '~/commands/settle-decision.server'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'

/** How many decisions are taken up at once. */
const BATCH = 200

/** How many are settled beside one another: each has a transaction of its own. */
const BESIDE = 4

/**
 * Settles what is due: a loop over the database, so that nothing is forgotten when a process ends between a
 * decision and its settlement, and any number of processes may do it. One that fails is tried again with the next
 * round, and keeps no other from settling.
 *
 * @returns how many were settled here
 */
export async function settleDecisions(container: Container): Promise<number> {
  let settled = 0
  for (;;) {
    const scope = systemScope(container, 'settle-decisions')
    const { rows } = await container.database.query<{ id: string; commentId: string }>(DUE, [
      scope.now.toISOString(),
      BATCH,
    ])
    let here = 0
    const next = rows[Symbol.iterator]()
    const work = async () => {
      for (const { id, commentId } of next) {
        try {
          if (await settleDecision(scope, { decisionId: id, commentId })) here += 1
        } catch (error) {
          container.log.error({ err: error, decisionId: id }, 'a decision did not settle')
        }
      }
    }
    await Promise.all(Array.from({ length: BESIDE }, work))
    settled += here
    if (rows.length < BATCH || here === 0) return settled
  }
}

const DUE = `
  SELECT "id", "commentId" FROM "moderation_decisions"
   WHERE "settledAt" IS NULL AND "undoneAt" IS NULL AND "settlesAt" <= $1::timestamptz
   ORDER BY "settlesAt", "id" LIMIT $2`
