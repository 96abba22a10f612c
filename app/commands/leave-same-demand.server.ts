import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { requireDecide, requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { recountGroup } from './demand-group.server'
import { lockComment, readReviewFacts } from './locked-comment.server'

/**
 * Takes a comment out of its group: it stands in the thread by itself again. Done twice it is done once.
 *
 * @throws AppError forbidden for others than moderators, and who has a part in the matter (`recusal`); notFound
 */
export async function leaveSameDemand(scope: Scope, commentId: string): Promise<void> {
  requireReviewer(scope.viewer)
  if (!isId(commentId)) throw new AppError('notFound')
  await transact(scope, async (tx) => {
    const comment = await lockComment(tx, commentId)
    requireDecide(scope.viewer, await readReviewFacts(tx, scope.viewer, comment))
    const { rows } = await tx.query<{ groupId: string | null }>(
      `SELECT "demandGroupId" AS "groupId" FROM "comments" WHERE "id" = $1`,
      [commentId],
    )
    const groupId = rows[0]?.groupId
    if (!groupId) return
    await tx.query(
      `UPDATE "comments" SET "demandGroupId" = NULL, "version" = "version" + 1 WHERE "id" = $1`,
      [commentId],
    )
    tx.audit({
      action: 'comment.leftGroup',
      objectType: 'comment',
      objectId: commentId,
      role: 'moderator',
      detail: { topicId: comment.topicId, groupId },
    })
    await recountGroup(tx, groupId)
  })
}
