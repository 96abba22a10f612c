import { AppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'
import { isId } from '~/domain/shared/id'
import { requireDecide } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import type { Transaction } from '~/server/transact.server'
import { lockComment, readReviewFacts, type LockedComment } from './locked-comment.server'

/** An appeal whose comment is held until the transaction ends, for a moderator who may decide on it. */
export interface HeldAppeal {
  appeal: {
    id: string
    commentId: string
    revisionId: string
    decisionId: string
    authorId: string
    createdAt: Date
    assessorId: string | null
  }
  comment: LockedComment
  reviewer: Actor
}

/**
 * Holds an appeal that waits, for whoever neither made the first decision nor has a part in the matter.
 *
 * @throws AppError notFound; forbidden (`recusal`); conflict (`what`: decided, or withdrawn; `who`, `at`, `mine`)
 */
export async function holdAppeal(
  tx: Transaction,
  scope: Scope,
  appealId: string,
): Promise<HeldAppeal> {
  if (!isId(appealId)) throw new AppError('notFound')
  const named = await tx.db.appeal.findUnique({
    where: { id: appealId },
    select: { commentId: true },
  })
  if (!named) throw new AppError('notFound')
  const comment = await lockComment(tx, named.commentId)
  const facts = await readReviewFacts(tx, scope.viewer, comment)
  const appeal = await tx.db.appeal.findUniqueOrThrow({
    where: { id: appealId },
    include: {
      decision: { select: { moderatorId: true } },
      assessor: { select: { displayName: true } },
    },
  })
  const reviewer = requireDecide(scope.viewer, {
    ...facts,
    senior: false,
    barredId: appeal.decision.moderatorId,
  })
  if (appeal.result) {
    throw new AppError('conflict', {
      what: appeal.result,
      who: appeal.assessor?.displayName ?? '',
      at: appeal.decidedAt?.toISOString() ?? '',
      mine: appeal.assessorId === reviewer.personId ? 1 : 0,
    })
  }
  if (comment.latestRevisionId !== appeal.revisionId || comment.latestStatus !== 'rejected') {
    throw new AppError('conflict', { what: 'withdrawn', who: '', at: '', mine: 0 })
  }
  return { appeal, comment, reviewer }
}
