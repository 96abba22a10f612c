import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { recountGroup } from './demand-group.server'

/**
 * Takes a comment out of its group: it stands in the thread by itself again. Done twice it is done once.
 *
 * @throws AppError forbidden for others than moderators; notFound
 */
export async function leaveSameDemand(scope: Scope, commentId: string): Promise<void> {
  requireReviewer(scope.viewer)
  if (!isId(commentId)) throw new AppError('notFound')
  await transact(scope, async (tx) => {
    const { rows } = await tx.query<{ groupId: string | null; topicId: string }>(
      `SELECT "demandGroupId" AS "groupId", "topicId" FROM "comments" WHERE "id" = $1 FOR UPDATE`,
      [commentId],
    )
    const [comment] = rows
    if (!comment) throw new AppError('notFound')
    const { groupId, topicId } = comment
    if (groupId === null) return
    await tx.query(
      `UPDATE "comments" SET "demandGroupId" = NULL, "version" = "version" + 1 WHERE "id" = $1`,
      [commentId],
    )
    tx.audit({
      action: 'comment.leftGroup',
      objectType: 'comment',
      objectId: commentId,
      role: 'moderator',
      detail: { topicId, groupId },
    })
    await recountGroup(tx, groupId)
  })
}
