import { AppError } from '~/domain/errors'
import { standingView, type TaskKind } from '~/domain/moderation/queue-counts'
import { isId } from '~/domain/shared/id'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { countInQueue, countStanding } from './count-in-queue.server'
import { lockComment } from './locked-comment.server'
import { takeBackDecision } from './write-decision.server'

/**
 * 撤销: takes back one's own decision while nothing has come of it. The comment waits again where it waited; a
 * decision that was revised holds again.
 *
 * @returns `waitsAs` in which view of the queue it waits again; null in none, where it was revised
 * @throws AppError notFound for what is not one's own; conflict (`what` settled) once it has settled, or its
 *   author changed or withdrew the text
 */
export async function undoDecision(
  scope: Scope,
  decisionId: string,
): Promise<{ commentId: string; waitsAs: 'pending' | 'reported' | null }> {
  const { personId } = requireReviewer(scope.viewer)
  if (!isId(decisionId)) throw new AppError('notFound')
  return transact(scope, async (tx) => {
    const decision = await tx.db.moderationDecision.findFirst({
      where: { id: decisionId, moderatorId: personId },
      select: { commentId: true, revisionId: true, outcome: true, decidedAt: true },
    })
    if (!decision) throw new AppError('notFound')
    const { commentId, revisionId } = decision
    const comment = await lockComment(tx, commentId)
    const present = await tx.db.moderationDecision.findFirst({
      where: { id: decisionId, current: true, settledAt: null, settlesAt: { gt: tx.now } },
      select: { id: true },
    })
    const { latestRevisionId, currentRevisionId } = comment
    if (!present || ![latestRevisionId, currentRevisionId].includes(revisionId)) {
      throw new AppError('conflict', { what: 'settled' })
    }
    await takeBackDecision(tx, revisionId)
    const reopened = await reopenTasks(tx, decision, personId)
    const waits = reopened.includes('pending')
    countStanding(
      tx,
      standingView(comment.latestStatus, false),
      standingView(comment.latestStatus, waits),
    )
    tx.audit({
      action: 'comment.decisionUndone',
      objectType: 'comment',
      objectId: commentId,
      role: 'moderator',
      detail: { decisionId, revisionId, topicId: comment.topicId, outcome: decision.outcome },
    })
    const waitsAs = reopened.includes('reported') ? 'reported' : waits ? 'pending' : null
    return { commentId, waitsAs }
  })
}

/**
 * Has wait again what the decision ended, as the viewer's for a moment: who undid it has it before them. (A review
 * and reports of the same text end together.)
 */
async function reopenTasks(
  tx: Transaction,
  decision: { commentId: string; decidedAt: Date },
  viewerId: string,
): Promise<TaskKind[]> {
  const { rows } = await tx.query<{ kind: TaskKind }>(REOPEN, [
    decision.commentId,
    decision.decidedAt,
    viewerId,
    new Date(tx.now.getTime() + 60_000),
    tx.now,
  ])
  for (const { kind } of rows) countInQueue(tx, kind, 1)
  return rows.map(({ kind }) => kind)
}

// Where the text was reported again meanwhile, that waits already.
const REOPEN = `
  UPDATE "review_tasks" k SET "closedAt" = NULL, "leasedById" = $3, "leasedUntil" = $4, "openedAt" = $5
   WHERE k."commentId" = $1 AND k."closedAt" = $2 AND k."kind" IN ('pending', 'reported')
     AND NOT EXISTS (SELECT 1 FROM "review_tasks" o
       WHERE o."commentId" = $1 AND o."kind" = k."kind" AND o."closedAt" IS NULL)
  RETURNING k."kind"::text`
