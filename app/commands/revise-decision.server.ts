import { planSecondDecision } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { requireRevise } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { decisionConflict } from './decision-conflict.server'
import { auditedTask, closeReviewTask } from './review-task.server'
import { isEarlierPublished, lockComment, readReviewFacts } from './locked-comment.server'
import { settleHeld } from './settle-decision.server'
import { writeDecision, type Decided, type Verdict } from './write-decision.server'

/**
 * 重审: puts another decision in the place of one that has settled, on the newest text of the comment. Both stay on
 * record; the new one is the present one, and settles as any other. Reports of the text that wait are answered by it.
 *
 * @param revision.previousId the decision that was read, and is revised
 * @throws AppError notFound; forbidden for who may not, and while the decision is under appeal; conflict where another decision is the present one by
 *   now, the one named has not settled, or its author changed or withdrew the text
 */
export async function reviseDecision(
  scope: Scope,
  { previousId, ...verdict }: Verdict & { previousId: string },
): Promise<Decided> {
  if (!isId(previousId)) throw new AppError('notFound')
  return transact(scope, async (tx) => {
    const previous = await tx.db.moderationDecision.findUnique({
      where: { id: previousId },
      select: { commentId: true, revisionId: true, moderatorId: true, outcome: true },
    })
    if (!previous) throw new AppError('notFound')
    const { commentId, revisionId } = previous
    const comment = await lockComment(tx, commentId)
    const facts = await readReviewFacts(tx, scope.viewer, comment)
    const reviewer = requireRevise(scope.viewer, { ...facts, deciderId: previous.moderatorId })
    const appeal = await tx.db.appeal.findFirst({
      where: { decisionId: previousId, result: null },
      select: { id: true },
    })
    // An appeal is answered by somebody else, and by its own way.
    if (appeal) throw new AppError('forbidden', {}, { detail: 'under appeal' })
    const present = await tx.db.moderationDecision.updateMany({
      where: { id: previousId, current: true, settledAt: { not: null } },
      data: { current: false },
    })
    const plan = planSecondDecision(
      {
        version: comment.version,
        latest: { status: comment.latestStatus, decided: present.count === 1 },
        earlierPublished: isEarlierPublished(comment),
        hidden: comment.status === 'hidden',
      },
      verdict.outcome,
    )
    if (!plan.ok || comment.latestRevisionId !== revisionId) {
      throw await decisionConflict(tx, { commentId, revisionId }, reviewer.personId)
    }
    if (facts.unsettledRevisionId) {
      const other = { commentId, revisionId: facts.unsettledRevisionId }
      throw await decisionConflict(tx, other, reviewer.personId)
    }
    const [task] = facts.reported ? await closeReviewTask(tx, { commentId, kind: 'reported' }) : []
    const audited = auditedTask(tx, task, reviewer.personId)
    const waitedMs = Math.max(0, tx.now.getTime() - facts.sentAt.getTime())
    const settlesAt = new Date(tx.now.getTime() + facts.undoSeconds * 1000)
    const decisionId = await writeDecision(tx, {
      ...verdict,
      commentId,
      revisionId,
      taskId: task?.id ?? null,
      previousId,
      moderatorId: reviewer.personId,
      settlesAt,
      waitedMs,
      tookMs: audited.tookMs,
    })
    tx.audit({
      action: 'comment.decisionRevised',
      objectType: 'comment',
      objectId: commentId,
      role: 'moderator',
      detail: {
        decisionId,
        previousId,
        revisionId,
        topicId: comment.topicId,
        before: { outcome: previous.outcome, comment: comment.status },
        after: { outcome: verdict.outcome, comment: plan.comment },
        reason: verdict.reason?.code ?? null,
        masks: verdict.masks?.length ?? null,
        settlesAt: settlesAt.toISOString(),
        ...audited,
        waitedMs,
      },
    })
    const settled = facts.undoSeconds === 0 && (await settleHeld(scope, tx, comment, decisionId))
    return {
      decisionId,
      outcome: verdict.outcome,
      topicId: comment.topicId,
      settlesAt: settled ? null : settlesAt,
    }
  })
}
