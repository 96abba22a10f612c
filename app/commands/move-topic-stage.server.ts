import { AppError } from '~/domain/errors'
import type { Stage } from '~/domain/topic/stage'
import { checkTransition, type Missing } from '~/domain/topic/transition'
import { moverFacts, requireWorkOnTopic } from '~/policies/topic'
import { getTopicFacts } from '~/queries/get-topic-facts.server'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { announce } from './announce.server'
import { recordOnTimeline } from './record-on-timeline.server'

export type MoveResult =
  { ok: true } | { ok: false; /** All that stands in the way, in order. */ missing: Missing[] }

/**
 * Moves a topic to a stage, if nothing is missing for it.
 *
 * @param input.reason why a second round begins: it stands on the public timeline
 * @throws AppError notFound; conflict (`what`, `who`, `at`, `mine`) where somebody changed or moved it meanwhile
 */
export async function moveTopicStage(
  scope: Scope,
  input: { topicId: string; version: number; to: Stage; reason?: string },
): Promise<MoveResult> {
  return transact(scope, async (tx) => {
    // With the row's lock no assignment slips in between the check and the move.
    const [topic] = await tx.db.$queryRaw<
      Array<{
        studioId: string
        stage: Stage
        version: number
        closesAt: Date | null
        mergedIntoId: string | null
      }>
    >`SELECT "studioId", "stage"::text, "version", "closesAt", "mergedIntoId" FROM "topics"
       WHERE "id" = ${input.topicId} FOR UPDATE`
    if (!topic) throw new AppError('notFound')
    const mover = requireWorkOnTopic(scope.viewer, topic)
    // What was merged goes on in the other topic.
    if (topic.version !== input.version || topic.mergedIntoId) {
      throw await conflictOver(tx.db, 'topic', input.topicId, mover.personId)
    }
    const facts = (await getTopicFacts(tx.db, [input.topicId])).get(input.topicId)
    if (!facts) throw new AppError('notFound')
    const check = checkTransition(facts, input.to, moverFacts(mover, input.reason), tx.now)
    if (!check.ok) return check

    const secondRound = topic.stage === 'closed'
    // The first round's last day is over: a second round is open until the convener sets another one.
    const reopened = secondRound && topic.closesAt !== null && topic.closesAt <= tx.now
    await tx.db.topic.update({
      where: { id: input.topicId },
      data: {
        stage: input.to,
        stageSince: tx.now,
        version: { increment: 1 },
        ...(reopened && { closesAt: null }),
        ...(secondRound && { paused: false }),
      },
    })
    const reason = secondRound ? input.reason?.trim() : undefined
    await recordOnTimeline(
      tx,
      input.topicId,
      {
        kind: 'stageMoved',
        data: { from: topic.stage, to: input.to, ...(reason ? { reason } : {}) },
      },
      { actorId: mover.personId },
    )
    await announce(tx, {
      // Each move takes the topic's version on.
      key: `stage:${input.topicId}:${input.version}`,
      fact: { kind: 'stageMoved', data: { to: input.to } },
      topicId: input.topicId,
      actorId: mover.personId,
    })
    tx.audit({
      action: 'topic.moved',
      objectType: 'topic',
      objectId: input.topicId,
      detail: { from: topic.stage, to: input.to, version: input.version, reason: reason ?? null },
    })
    tx.touch('topics', `topic:${input.topicId}`, `studio:${topic.studioId}`)
    return { ok: true }
  })
}
