import { AppError } from '~/domain/errors'
import { requirePauseTopic } from '~/policies/topic'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Stops a topic from taking in comments for a while, or lets it go on.
 *
 * @throws AppError notFound; forbidden; conflict (`what`, `who`, `at`, `mine`)
 */
export async function pauseTopic(
  scope: Scope,
  input: { topicId: string; version: number; paused: boolean },
): Promise<void> {
  await transact(scope, async (tx) => {
    const topic = await tx.db.topic.findUnique({
      where: { id: input.topicId },
      select: { studioId: true, stage: true },
    })
    if (!topic) throw new AppError('notFound')
    const pauser = requirePauseTopic(scope.viewer, topic)
    const { count } = await tx.db.topic.updateMany({
      where: { id: input.topicId, version: input.version },
      data: { paused: input.paused, version: { increment: 1 } },
    })
    if (count === 0) throw await conflictOver(tx.db, 'topic', input.topicId, pauser.personId)
    tx.audit({
      action: input.paused ? 'topic.paused' : 'topic.resumed',
      objectType: 'topic',
      objectId: input.topicId,
      detail: { version: input.version },
    })
    tx.touch('topics', `topic:${input.topicId}`)
  })
}
