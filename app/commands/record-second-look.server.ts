import { AppError } from '~/domain/errors'
import { histogramDay } from '~/domain/moderation/review-wait'
import { differInPublic, verdictCategory } from '~/domain/moderation/second-look'
import { isId } from '~/domain/shared/id'
import { requireDecide, requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { leaseConflict } from './decision-conflict.server'
import { lockComment, readReviewFacts } from './locked-comment.server'
import { resolveSecondLook } from './open-second-look.server'
import { auditedTask, closeReviewTask } from './review-task.server'
import type { Decided, Verdict } from './write-decision.server'

/**
 * 复核: records what a second moderator decides who does not know the first decision. In public nothing changes. Where
 * the two differ in whether the text is public, and the first one still holds, a 审核组长 looks at both.
 *
 * @throws AppError notFound; forbidden (`recusal`) for the first moderator and who has a part in the matter; conflict
 *   (`what`, `who`, `at`, `mine`) where somebody was faster, has it open, or its author took the text back
 */
export async function recordSecondLook(
  scope: Scope,
  { secondLookId, ...verdict }: Verdict & { secondLookId: string },
): Promise<Decided> {
  requireReviewer(scope.viewer)
  if (!isId(secondLookId)) throw new AppError('notFound')
  return transact(scope, async (tx) => {
    const named = await tx.db.secondLook.findUnique({
      where: { id: secondLookId },
      select: { decision: { select: { commentId: true } } },
    })
    if (!named) throw new AppError('notFound')
    const comment = await lockComment(tx, named.decision.commentId)
    const facts = await readReviewFacts(tx, scope.viewer, comment)
    const { decision: first, task, ...look } = await readLook(tx, secondLookId)
    const reviewer = requireDecide(scope.viewer, {
      ...facts,
      senior: false,
      barredId: first.moderatorId,
    })
    if (task.closedAt) {
      throw new AppError('conflict', {
        what: look.outcome ?? 'withdrawn',
        who: look.moderator?.displayName ?? '',
        at: look.decidedAt?.toISOString() ?? '',
        mine: look.moderatorId === reviewer.personId ? 1 : 0,
      })
    }
    const leased = await leaseConflict(tx, task, reviewer.personId)
    if (leased) throw leased

    const reasonCode = verdict.reason?.code ?? null
    const contested = differInPublic(first.outcome, verdict.outcome)
    const [revision] = first.revisedBy
    await tx.db.secondLook.update({
      where: { id: secondLookId },
      data: {
        moderatorId: reviewer.personId,
        outcome: verdict.outcome,
        reasonCode,
        reasonText: verdict.reason?.text ?? null,
        masks: verdict.masks ? verdict.masks.map((range) => ({ ...range })) : undefined,
        note: verdict.forwardNote ?? verdict.note,
        decidedAt: tx.now,
        contested,
      },
    })
    // Revised while the second look waited, there is nothing to decide any more.
    if (revision) await resolveSecondLook(tx, first.id, revision.moderatorId)
    const [closed] = await closeReviewTask(tx, { commentId: comment.id, kind: 'secondLook' })
    tally(
      tx,
      first.moderatorId,
      verdictCategory(first),
      verdictCategory({ ...verdict, reasonCode }),
    )
    tx.audit({
      action: 'secondLook.recorded',
      objectType: 'comment',
      objectId: comment.id,
      role: 'moderator',
      detail: {
        secondLookId,
        decisionId: first.id,
        revisionId: first.revisionId,
        topicId: comment.topicId,
        outcome: verdict.outcome,
        reason: reasonCode,
        contested,
        ...auditedTask(tx, closed, reviewer.personId),
        waitedMs: Math.max(0, tx.now.getTime() - task.createdAt.getTime()),
      },
    })
    return {
      decisionId: secondLookId,
      outcome: verdict.outcome,
      topicId: comment.topicId,
      settlesAt: null,
    }
  })
}

function readLook(tx: Transaction, id: string) {
  return tx.db.secondLook.findUniqueOrThrow({
    where: { id },
    include: {
      decision: {
        include: {
          revisedBy: {
            where: { settledAt: { not: null } },
            select: { moderatorId: true },
            take: 1,
          },
        },
      },
      task: true,
      moderator: { select: { displayName: true } },
    },
  })
}

/** Agreement is reckoned from these, not from the second looks themselves. */
function tally(tx: Transaction, moderatorId: string, first: string, second: string): void {
  tx.last(async () => {
    await tx.query(
      `INSERT INTO "second_look_tallies" AS t ("day", "moderatorId", "first", "second", "count")
       VALUES ($1::date, $2, $3, $4, 1)
       ON CONFLICT ("day", "moderatorId", "first", "second") DO UPDATE SET "count" = t."count" + 1`,
      [histogramDay(tx.now), moderatorId, first, second],
    )
  })
}
