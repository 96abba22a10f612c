import { AppError } from '~/domain/errors'
import { standingView } from '~/domain/moderation/queue-counts'
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
 * @throws AppError notFound for what is not one's own; conflict (`what` settled) once it has settled, or its
 *   author changed or withdrew the text
 */
export async function undoDecision(
  scope: Scope,
  decisionId: string,
): Promise<{ commentId: string }> {
  const { personId } = requireReviewer(scope.viewer)
  if (!isId(decisionId)) throw new AppError('notFound')
  return transact(scope, async (tx) => {
    const decision = await tx.db.moderationDecision.findFirst({
      where: { id: decisionId, moderatorId: personId },
      select: { commentId: true, revisionId: true, outcome: true },
    })
    if (!decision) throw new AppError('notFound')
    const { commentId, revisionId } = decision
    const comment = await lockComment(tx, commentId)
    const present = await tx.db.moderationDecision.findFirst({
      where: { id: decisionId, current: true, settledAt: null, settlesAt: { gt: tx.now } },
      select: { id: true },
    })
    if (!present || comment.latestRevisionId !== revisionId) {
      throw new AppError('conflict', { what: 'settled' })
    }
    const taken = await takeBackDecision(tx, revisionId)
    const waits = taken?.taskId ? await reopenTask(tx, taken.taskId, personId) : false
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
    return { commentId }
  })
}

/** Has the task wait again, as the viewer's for a moment: who undid it has it before them. */
async function reopenTask(tx: Transaction, taskId: string, viewerId: string): Promise<boolean> {
  const { rows } = await tx.query(
    `UPDATE "review_tasks" SET "closedAt" = NULL, "leasedById" = $2, "leasedUntil" = $3, "openedAt" = $4
      WHERE "id" = $1 AND "closedAt" IS NOT NULL RETURNING "id"`,
    [taskId, viewerId, new Date(tx.now.getTime() + 60_000), tx.now],
  )
  if (rows.length > 0) countInQueue(tx, 'pending', 1)
  return rows.length > 0
}
