import type { RecordedEvent } from '~/domain/audit/canonical-event'
import { RECEIPT_ACTIONS } from '~/domain/audit/receipt-proof'
import type { Connection } from '~/server/db/transaction-connection.server'

/** A step of a receipt as it was recorded, and its place in the log; null while it waits to be sealed. */
export interface ReceiptStep {
  event: RecordedEvent
  position: number | null
}

/** More steps than this no comment has that was not made for it: the newest are told. */
const MOST = 50

/**
 * What has happened to a comment, as far as its author may know of it, the oldest first: a decision from when it
 * can no longer be undone. The caller knows that the viewer is its author.
 */
export async function listReceiptSteps(
  connection: Connection,
  commentId: string,
): Promise<ReceiptStep[]> {
  const { rows } = await connection.query<RecordedEvent & { position: number | null }>(STEPS, [
    commentId,
    JSON.stringify(RECEIPT_ACTIONS),
    String(MOST),
  ])
  return rows.reverse().map(({ position, ...event }) => ({ event, position }))
}

// A decision is told once it has settled; what undid or replaced it afterwards takes nothing of that back.
const STEPS = `
  SELECT e."id", e."at", e."actorId", e."actorRole"::text, e."action", e."objectType", e."objectId",
         e."addressHash", e."requestId", e."detail", l."position"::float8 AS "position"
    FROM "audit_events" e
    LEFT JOIN "audit_leaves" l ON l."eventId" = e."id"
    LEFT JOIN "moderation_decisions" d ON d."id" = e."detail"->>'decisionId' AND e."action" NOT LIKE 'appeal.%'
   WHERE e."objectType" = 'comment' AND e."objectId" = $1
     AND e."action" IN (SELECT jsonb_array_elements_text($2::jsonb))
     AND (d."id" IS NULL OR d."settledAt" IS NOT NULL)
   ORDER BY e."id" DESC LIMIT $3::text::int`
