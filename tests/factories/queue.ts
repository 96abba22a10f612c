import type { CountedView } from '~/domain/moderation/queue-counts'
import type { TransactionDb } from '~/server/db/database.server'
import { newId } from '~/server/ids.server'
import { TEST_NOW } from '#tests/setup/test-site'

/** Changes a kept count, as the commands do at the end of their transactions. */
export async function addToCount(db: TransactionDb, view: CountedView, by: number): Promise<void> {
  await db.queueCount.update({
    where: { view_slot: { view, slot: 0 } },
    data: { count: { increment: by } },
  })
}

/** The kept counts of the queue. */
export async function queueCounts(db: TransactionDb): Promise<Record<string, number>> {
  const rows = await db.queueCount.groupBy({ by: ['view'], _sum: { count: true } })
  return Object.fromEntries(rows.map(({ view, _sum }) => [view, _sum.count ?? 0]))
}

/** Puts the newest text of a comment into the queue, as sending it does; one that waits keeps its place. */
export async function queueForReview(
  db: TransactionDb,
  commentId: string,
  given: { createdAt?: Date; dueAt?: Date; risk?: number; rules?: string[]; senior?: boolean } = {},
) {
  const comment = await db.comment.findUniqueOrThrow({
    where: { id: commentId },
    include: { topic: true },
  })
  const open = await db.reviewTask.findFirst({
    where: { commentId, kind: 'pending', closedAt: null },
  })
  if (open) {
    return db.reviewTask.update({
      where: { id: open.id },
      data: { revisionId: comment.latestRevisionId },
    })
  }
  const createdAt = given.createdAt ?? TEST_NOW
  await addToCount(db, 'pending', 1)
  return db.reviewTask.create({
    data: {
      id: newId(createdAt.getTime()),
      kind: 'pending',
      commentId,
      revisionId: comment.latestRevisionId,
      topicId: comment.topicId,
      studioId: comment.topic.studioId,
      categoryId: comment.topic.categoryId,
      authorId: comment.authorId,
      voice: comment.voice,
      dueAt: new Date(createdAt.getTime() + 4 * 60 * 60 * 1000),
      ...given,
      createdAt,
    },
  })
}
