import type { ReviewOutcome } from '~/domain/comment/review-transition'
import type { TextRange } from '~/domain/moderation/masking'
import { newId } from '~/server/ids.server'
import type { Transaction } from '~/server/transact.server'

/** The text that was read, and the version that its comment had then. */
export interface ReviewedText {
  commentId: string
  revisionId: string
  version: number
  /** 重审: the settled decision in whose place this one is put. */
  previousId?: string | null
  /** 复核: the second look that is recorded; nothing changes in public. */
  secondLookId?: string | null
}

/** What a decision came to. */
export interface Decided {
  decisionId: string
  outcome: ReviewOutcome
  topicId: string
  /** Until then it can be undone, and nothing else has happened yet; null where it has settled. */
  settlesAt: Date | null
}

/** What a moderator decides of a text. */
export interface Verdict {
  outcome: ReviewOutcome
  /** What the author reads; whoever is refused is told why. */
  reason: { code: string | null; text: string } | null
  /** For colleagues only. */
  note: string | null
  /** What is hidden in the published text, in offsets of the original one; null leaves the text as it is. */
  masks?: readonly TextRange[] | null
  /** 转办 of a public comment: what whoever assigns is asked. */
  forwardNote?: string | null
  /** The department that the moderator thinks of. */
  forwardDepartmentId?: string | null
  /** 并入同类: a comment of the topic under which, or beside which, an approved one is shown. */
  sameAsId?: string | null
}

/** Writes a decision as the present one of its revision; the caller holds the comment and has made room for it. */
export async function writeDecision(
  tx: Transaction,
  decision: Verdict & {
    commentId: string
    revisionId: string
    taskId: string | null
    previousId: string | null
    moderatorId: string
    settlesAt: Date
    waitedMs: number
    tookMs: number | null
    /** The group that it joins when it settles. */
    demandGroupId?: string | null
  },
): Promise<string> {
  const id = newId(tx.now.getTime())
  await tx.query(INSERT, [
    id,
    decision.commentId,
    decision.revisionId,
    decision.taskId,
    decision.outcome,
    decision.previousId,
    decision.reason?.code ?? null,
    decision.reason?.text ?? null,
    decision.note,
    decision.masks ? JSON.stringify(decision.masks) : null,
    decision.forwardNote ?? null,
    decision.moderatorId,
    tx.now,
    decision.settlesAt,
    decision.waitedMs,
    decision.tookMs,
    decision.demandGroupId ?? null,
    decision.forwardDepartmentId ?? null,
  ])
  return id
}

const INSERT = `
  INSERT INTO "moderation_decisions" ("id", "commentId", "revisionId", "taskId", "outcome", "previousId",
    "reasonCode", "reasonText", "note", "masks", "forwardNote", "moderatorId", "decidedAt", "settlesAt", "waitedMs",
    "tookMs", "demandGroupId", "forwardDepartmentId")
  VALUES ($1, $2, $3, $4, $5::"ModerationOutcome", $6, $7, $8, $9, $10::jsonb, $11, $12, $13, $14, $15, $16, $17, $18)`

/** Makes room for another decision in the place of one that has settled; the caller holds the comment. */
export async function layAside(tx: Transaction, decisionId: string): Promise<void> {
  await tx.query(`UPDATE "moderation_decisions" SET "current" = false WHERE "id" = $1`, [
    decisionId,
  ])
}

/**
 * Takes back the decision on a revision that has not settled, in the caller's transaction: the one that it
 * revised holds again. Its author changed or withdrew the text, or the moderator thought better of it.
 *
 * @returns what was taken back; null where nothing could be
 */
export async function takeBackDecision(
  tx: Transaction,
  revisionId: string,
): Promise<{ id: string; taskId: string | null } | null> {
  const { rows } = await tx.query<{ id: string; taskId: string | null; previousId: string | null }>(
    TAKE_BACK,
    [revisionId, tx.now],
  )
  const [taken] = rows
  if (!taken) return null
  if (taken.previousId) await tx.query(RESTORE, [taken.previousId])
  return taken
}

const TAKE_BACK = `
  UPDATE "moderation_decisions" SET "current" = false, "undoneAt" = $2
   WHERE "revisionId" = $1 AND "current" AND "settledAt" IS NULL AND "undoneAt" IS NULL
  RETURNING "id", "taskId", "previousId"`

const RESTORE = `UPDATE "moderation_decisions" SET "current" = true WHERE "id" = $1`
