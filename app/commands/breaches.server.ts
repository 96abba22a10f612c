import {
  BREACH_WINDOW_DAYS,
  SANCTION_MEMORY_DAYS,
  type Breaches,
} from '~/domain/moderation/sanction-proposal'
import type { SanctionStep } from '~/domain/moderation/sanction'
import type { Transaction } from '~/server/transact.server'

const DAY_MS = 24 * 60 * 60 * 1000

/** Of an author's comments the latest are looked at. */
const LATEST = 50

/** What an account's history asks about the next step. */
export interface AccountHistory {
  breaches: Breaches
  /** The comments that were refused or taken down. */
  commentIds: string[]
  /** Imposed within the memory, and not lifted. */
  imposedLately: SanctionStep[]
}

/**
 * What an account did against the rules since its last sanction or dismissal, and what was imposed on it before.
 * Settled refusals that stand (an appeal may have overturned others), for reasons that count as a breach.
 */
export async function readAccountHistory(
  tx: Pick<Transaction, 'query' | 'now'>,
  personId: string,
): Promise<AccountHistory> {
  const ago = (days: number) => new Date(tx.now.getTime() - days * DAY_MS)
  const { rows } = await tx.query<{ commentId: string; removed: boolean }>(BREACHES, [
    personId,
    ago(BREACH_WINDOW_DAYS),
  ])
  const imposed = await tx.query<{ step: SanctionStep }>(IMPOSED, [
    personId,
    ago(SANCTION_MEMORY_DAYS),
  ])
  const removed = rows.filter((row) => row.removed).length
  return {
    breaches: { refused: rows.length - removed, removed },
    commentIds: rows.map(({ commentId }) => commentId),
    imposedLately: imposed.rows.map(({ step }) => step),
  }
}

const BREACHES = `
  SELECT c."id" AS "commentId", bool_or(k."kind" = 'reported') IS TRUE AS "removed"
    FROM (SELECT l."id" FROM "comments" l WHERE l."authorId" = $1 ORDER BY l."id" DESC LIMIT ${LATEST}) c
    JOIN "moderation_decisions" d ON d."commentId" = c."id" AND d."current" AND d."outcome" = 'reject'
     AND d."settledAt" IS NOT NULL
     AND d."decidedAt" > greatest($2::timestamptz, (SELECT max(coalesce(s."from", s."closedAt")) FROM "sanctions" s
                                    WHERE s."personId" = $1 AND s."status" <> 'proposed'))
    JOIN "rejection_reasons" r ON r."code" = d."reasonCode" AND r."breach"
    LEFT JOIN "review_tasks" k ON k."id" = d."taskId"
   GROUP BY c."id" ORDER BY c."id" DESC`

const IMPOSED = `
  SELECT s."step"::text FROM "sanctions" s
   WHERE s."personId" = $1 AND s."status" = 'active' AND s."from" > $2`
