import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Marks an image of a comment 令人不适, or takes the mark back. From then on readers see it veiled until they ask for
 * it. Done twice it is done once.
 *
 * @throws AppError forbidden for others than moderators; notFound for what is no image of a comment
 */
export async function markAttachment(
  scope: Scope,
  input: { attachmentId: string; distressing: boolean },
): Promise<void> {
  requireReviewer(scope.viewer)
  const { attachmentId: id, distressing } = input
  if (!isId(id)) throw new AppError('notFound')
  await transact(scope, async (tx) => {
    const image = await tx.db.attachment.findFirst({
      where: { id, kind: 'image', commentId: { not: null } },
      select: { comment: { select: { id: true, topicId: true } } },
    })
    if (!image?.comment) throw new AppError('notFound')
    const { count } = await tx.db.attachment.updateMany({
      where: { id, distressing: !distressing },
      data: { distressing },
    })
    if (count === 0) return
    tx.audit({
      action: distressing ? 'attachment.veiled' : 'attachment.unveiled',
      objectType: 'attachment',
      objectId: id,
      role: 'moderator',
      detail: { commentId: image.comment.id, topicId: image.comment.topicId },
    })
    tx.touch(`topic:${image.comment.topicId}`)
  })
}
