import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { requireUphold } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { lockComment, readReviewFacts } from './locked-comment.server'

/**
 * 维持: a 审核组长 has looked at a decision and at a second look that differs, and leaves the decision as it is. (改判 is
 * a revision of the decision: see `reviseDecision`; once that settles the second look is resolved, too.)
 *
 * @throws AppError notFound where the two do not differ; forbidden for others than a senior, who decided
 *   first and who has a part in the matter (`recusal`);
 *   conflict (`what`, `who`, `at`, `mine`) where it was resolved meanwhile
 */
export async function upholdDecision(scope: Scope, secondLookId: string): Promise<void> {
  if (!isId(secondLookId)) throw new AppError('notFound')
  await transact(scope, async (tx) => {
    const look = await tx.db.secondLook.findUnique({
      where: { id: secondLookId, contested: true },
      include: { decision: true, resolvedBy: { select: { id: true, displayName: true } } },
    })
    if (!look) throw new AppError('notFound')
    const { decision } = look
    const comment = await lockComment(tx, decision.commentId)
    const facts = await readReviewFacts(tx, scope.viewer, comment)
    const senior = requireUphold(scope.viewer, { ...facts, deciderId: decision.moderatorId })
    const resolved = await tx.db.secondLook.updateMany({
      where: { id: secondLookId, resolvedAt: null },
      data: { result: 'upheld', resolvedAt: tx.now, resolvedById: senior.personId },
    })
    if (resolved.count === 0) {
      throw new AppError('conflict', {
        what: look.result ?? 'upheld',
        who: look.resolvedBy?.displayName ?? '',
        at: look.resolvedAt?.toISOString() ?? '',
        mine: look.resolvedBy?.id === senior.personId ? 1 : 0,
      })
    }
    tx.audit({
      action: 'secondLook.upheld',
      objectType: 'comment',
      objectId: decision.commentId,
      role: 'moderator',
      detail: {
        secondLookId,
        decisionId: decision.id,
        revisionId: decision.revisionId,
        topicId: comment.topicId,
      },
    })
  })
}
