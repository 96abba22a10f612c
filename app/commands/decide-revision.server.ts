import {
  planDecision,
  planReportDecision,
  type ReviewOutcome,
} from '~/domain/comment/review-transition'
import { standingView } from '~/domain/moderation/queue-counts'
import { reportResult } from '~/domain/moderation/report'
import { requireDecide, requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { countStanding } from './count-in-queue.server'
import { decisionConflict, leaseConflict } from './decision-conflict.server'
import {
  isEarlierPublished,
  lockComment,
  readReviewFacts,
  type LockedComment,
  type ReviewFacts,
} from './locked-comment.server'
import { demandGroupFor } from './demand-group.server'
import { recordSecondLook } from './record-second-look.server'
import { auditedTask, closeReviewTask } from './review-task.server'
import { settleHeld } from './settle-decision.server'
import { reviseDecision } from './revise-decision.server'
import {
  layAside,
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
 * On the newest one, or on the public one where that was reported: then the decision takes the place of an earlier
 * one, and says whether the reports were right.
 *
 * @param verdict.reason what the author reads; whoever is refused is told why
 * @throws AppError notFound; forbidden (`recusal`) for who has a part in it; conflict (`what`, `who`, `at`,
 *   `mine`) where somebody was faster, or has it open
 */
export async function decideRevision(
  scope: Scope,
  { commentId, revisionId, version, previousId, secondLookId, ...verdict }: ReviewedText & Verdict,
): Promise<Decided> {
  requireReviewer(scope.viewer)
  if (secondLookId) return recordSecondLook(scope, { ...verdict, secondLookId })
  if (previousId) return reviseDecision(scope, { ...verdict, previousId })
  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, commentId)
    const facts = await readReviewFacts(tx, scope.viewer, comment, revisionId)
    const reviewer = requireDecide(scope.viewer, facts)
    const { reported, unsettledRevisionId } = facts
    const newest = comment.latestRevisionId === revisionId
    const plan = planOf(comment, facts, verdict.outcome, version)
    if (!plan.ok || !(newest || reported)) {
      throw await decisionConflict(tx, { commentId, revisionId, reported }, reviewer.personId)
    }
    // One decision at a time can be undone: what becomes of one text depends on what has become of the other.
    if (unsettledRevisionId) {
      const other = { commentId, revisionId: unsettledRevisionId }
      throw await decisionConflict(tx, other, reviewer.personId)
    }
    const leased = await leaseConflict(tx, facts, reviewer.personId)
    if (leased) throw leased

    const [pending] = newest ? await closeReviewTask(tx, { commentId, kind: 'pending' }) : []
    const [task = pending] = reported
      ? await closeReviewTask(tx, { commentId, kind: 'reported' })
      : []
    const previous = reported ? facts.decisionId : null
    if (previous) await layAside(tx, previous)
    const audited = auditedTask(tx, task, reviewer.personId)
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
      previousId: previous,
      moderatorId: reviewer.personId,
      settlesAt,
      waitedMs,
      tookMs: audited.tookMs,
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
        departmentId: verdict.forwardDepartmentId ?? null,
        reports: reported
          ? reportResult({ outcome: verdict.outcome, masked: Boolean(verdict.masks) })
          : null,
        settlesAt: settlesAt.toISOString(),
        ...audited,
        waitedMs,
      },
    })
    const waited = pending !== undefined
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

function planOf(
  comment: LockedComment,
  facts: ReviewFacts,
  outcome: ReviewOutcome,
  seenVersion: number,
) {
  const { decisionId, decisionSettled, reported } = facts
  const known = {
    version: comment.version,
    latest: {
      status: comment.latestStatus,
      decided: decisionId !== null && !(reported && decisionSettled),
    },
    earlierPublished: isEarlierPublished(comment),
    hidden: comment.status === 'hidden',
  }
  return reported
    ? planReportDecision(known, outcome, seenVersion)
    : planDecision(known, outcome, seenVersion)
}

const AUDIT_ACTIONS = {
  approve: 'comment.approved',
  reject: 'comment.rejected',
  return: 'comment.returned',
  forward: 'comment.forwarded',
} as const satisfies Record<ReviewOutcome, string>
