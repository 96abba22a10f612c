import { AppError } from '~/domain/errors'
import { NOTE_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { writtenText } from '~/domain/shared/written-text'
import { requireDecide } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import type { ReviewedText } from './write-decision.server'
import { decisionConflict, leaseConflict } from './decision-conflict.server'
import { lockComment, readReviewFacts } from './locked-comment.server'

/**
 * 升级: hands what waits to a 审核组长, with a note for them. It keeps its place in the queue.
 *
 * @throws AppError invalidInput (`field` seniorNote); notFound; forbidden (`recusal`); conflict as a decision
 */
export async function escalateTask(
  scope: Scope,
  { commentId, revisionId, version, ...input }: ReviewedText & { seniorNote: string },
): Promise<void> {
  const note = writtenText(input.seniorNote, 'seniorNote', NOTE_MAX_CHARACTERS)
  if (note === null) throw new AppError('invalidInput', { field: 'seniorNote' })
  await transact(scope, async (tx) => {
    const comment = await lockComment(tx, commentId)
    const facts = await readReviewFacts(tx, scope.viewer, comment, revisionId)
    const reviewer = requireDecide(scope.viewer, facts)
    const { reported } = facts
    const another = comment.latestRevisionId !== revisionId && !reported
    if (another || comment.version !== version || !facts.taskId) {
      throw await decisionConflict(tx, { commentId, revisionId, reported }, reviewer.personId)
    }
    const leased = await leaseConflict(tx, facts, reviewer.personId)
    if (leased) throw leased
    await tx.db.reviewTask.update({
      where: { id: facts.taskId },
      data: { senior: true, seniorNote: note, leasedById: null, leasedUntil: null, openedAt: null },
    })
    tx.audit({
      action: 'comment.escalated',
      objectType: 'comment',
      objectId: commentId,
      role: 'moderator',
      detail: { revisionId, topicId: comment.topicId, taskId: facts.taskId },
    })
  })
}
