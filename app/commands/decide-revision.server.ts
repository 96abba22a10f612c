import { planDecision, type ReviewOutcome } from '~/domain/comment/review-transition'
import { standingView } from '~/domain/moderation/queue-counts'
import { requireDecide, requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { countStanding } from './count-in-queue.server'
import { decisionConflict, leaseConflict } from './decision-conflict.server'
import { isEarlierPublished, lockComment, readReviewFacts } from './locked-comment.server'
import { demandGroupFor } from './demand-group.server'
import { closeReviewTask } from './review-task.server'
import { settleHeld } from './settle-decision.server'
import { reviseDecision } from './revise-decision.server'
import {
  writeDecision,
  type Decided,
  type ReviewedText,
  type Verdict,
} from './write-decision.server'

const SECOND_MS = 1000

/**
 * Decides on a revision: of many who decide on the same one exactly one wins. Decision, audit event and counts
 * are written together; publication and the message to the author follow when the time to undo is over.
 *
 * @param verdict.reason what the author reads; whoever is refused is told why
 * @throws AppError notFound; forbidden (`recusal`) for who has a part in it; conflict (`what`, `who`, `at`,
 *   `mine`) where somebody was faster, or has it open
 */
export async function decideRevision(
  scope: Scope,
  { commentId, revisionId, version, previousId, ...verdict }: ReviewedText & Verdict,
): Promise<Decided> {
  requireReviewer(scope.viewer)
  if (previousId) return reviseDecision(scope, { ...verdict, previousId })
  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, commentId)
    const facts = await readReviewFacts(tx, scope.viewer, comment)
    const reviewer = requireDecide(scope.viewer, facts)
    const plan = planDecision(
      {
        version: comment.version,
        latest: { status: comment.latestStatus, decided: facts.decisionId !== null },
        earlierPublished: isEarlierPublished(comment),
      },
      verdict.outcome,
      version,
    )
    if (!plan.ok || comment.latestRevisionId !== revisionId) {
      throw await decisionConflict(tx, { commentId, revisionId }, reviewer.personId)
    }
    const leased = await leaseConflict(tx, facts, reviewer.personId)
    if (leased) throw leased

    const [task] = await closeReviewTask(tx, { commentId, kind: 'pending' })
    const openedAt = facts.leasedById === reviewer.personId ? facts.openedAt : null
    const waitedMs = Math.max(0, tx.now.getTime() - facts.sentAt.getTime())
    const settlesAt = new Date(tx.now.getTime() + facts.undoSeconds * SECOND_MS)
    const demandGroupId = verdict.sameAsId
      ? await demandGroupFor(tx, comment, verdict.sameAsId, reviewer.personId)
      : null
    const decisionId = await writeDecision(tx, {
      ...verdict,
      demandGroupId,
      commentId,
      revisionId,
      taskId: task?.id ?? null,
      previousId: null,
      moderatorId: reviewer.personId,
      settlesAt,
      waitedMs,
      tookMs: openedAt ? Math.max(0, tx.now.getTime() - openedAt.getTime()) : null,
    })
    tx.audit({
      action: AUDIT_ACTIONS[verdict.outcome],
      objectType: 'comment',
      objectId: commentId,
      role: 'moderator',
      detail: {
        decisionId,
        revisionId,
        version,
        topicId: comment.topicId,
        before: { comment: comment.status, revision: comment.latestStatus },
        after: { comment: plan.comment, revision: plan.latest },
        reason: verdict.reason?.code ?? null,
        masks: verdict.masks?.length ?? null,
        demandGroupId,
        forwarded: verdict.forwardNote ? true : null,
        settlesAt: settlesAt.toISOString(),
        waitedMs,
      },
    })
    const waited = task !== undefined
    countStanding(
      tx,
      standingView(comment.latestStatus, waited),
      standingView(comment.latestStatus, false),
    )
    const settled = facts.undoSeconds === 0 && (await settleHeld(scope, tx, comment, decisionId))
    return {
      decisionId,
      outcome: verdict.outcome,
      topicId: comment.topicId,
      settlesAt: settled ? null : settlesAt,
    }
  })
}

const AUDIT_ACTIONS = {
  approve: 'comment.approved',
  reject: 'comment.rejected',
  return: 'comment.returned',
  forward: 'comment.forwarded',
} as const satisfies Record<ReviewOutcome, string>
