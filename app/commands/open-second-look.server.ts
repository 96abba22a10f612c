import { isDrawn, SECOND_LOOK_TERM_HOURS } from '~/domain/moderation/second-look'
import { newId } from '~/server/ids.server'
import { lotOf } from '~/server/lot.server'
import type { Scope } from '~/server/scope.server'
import type { Transaction } from '~/server/transact.server'
import { openReviewTask } from './review-task.server'

const HOUR_MS = 60 * 60 * 1000

/** A decision that was drawn. */
export interface DrawnDecision {
  id: string
  commentId: string
  revisionId: string
  moderatorId: string
  /** Ids of the screening rules that found something. */
  rules: readonly string[]
}

/**
 * Draws a decision on what waited for a second look, with the probability that is set, as it settles.
 */
export async function drawSecondLook(
  scope: Pick<Scope, 'container'>,
  tx: Transaction,
  decision: DrawnDecision & { secondLookPercent: number },
): Promise<void> {
  const lot = lotOf(scope.container.keys.secondLook, decision.id)
  if (isDrawn(lot, decision.secondLookPercent)) await openSecondLook(tx, decision)
}

/**
 * 复核: has a decision wait for another moderator, who does not know it. Where one on the same comment waits already,
 * nothing is opened. The caller holds the comment's lock.
 *
 * @returns the second look's id; null where none was opened
 */
export async function openSecondLook(
  tx: Transaction,
  decision: DrawnDecision,
): Promise<string | null> {
  const { commentId } = decision
  const waits = await tx.db.reviewTask.findFirst({
    where: { commentId, kind: 'secondLook', closedAt: null },
    select: { id: true },
  })
  if (waits) return null
  const task = await openReviewTask(tx, {
    kind: 'secondLook',
    commentId,
    revisionId: decision.revisionId,
    rules: decision.rules,
    dueAt: new Date(tx.now.getTime() + SECOND_LOOK_TERM_HOURS * HOUR_MS),
    barredId: decision.moderatorId,
  })
  if (!task) return null
  const id = newId(tx.now.getTime())
  await tx.db.secondLook.create({
    data: { id, decisionId: decision.id, taskId: task.id, drawnAt: tx.now },
  })
  tx.audit({
    action: 'secondLook.drawn',
    objectType: 'comment',
    objectId: commentId,
    detail: { secondLookId: id, decisionId: decision.id, revisionId: decision.revisionId },
  })
  return id
}

/** 改判, by whatever way: another decision settles in the place of one that a second look contests. */
export async function resolveSecondLook(
  tx: Transaction,
  decisionId: string,
  moderatorId: string,
): Promise<void> {
  await tx.query(
    `UPDATE "second_looks" SET "result" = 'overturned', "resolvedAt" = $3, "resolvedById" = $2
      WHERE "decisionId" = $1 AND "contested" AND "resolvedAt" IS NULL`,
    [decisionId, moderatorId, tx.now],
  )
}
