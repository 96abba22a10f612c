import { AppError } from '~/domain/errors'
import { afterAct, isOpen, obstaclesTo } from '~/domain/response/assignment-state'
import { limitsOf } from '~/domain/response/part-limits'
import type { WorkingCalendar } from '~/domain/response/working-days'
import { requireWorkOnTopic } from '~/policies/topic'
import { conflictOver } from '~/queries/get-last-change.server'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { lockAssignment } from './locked-assignment.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellDepartment } from './tell-of-assignment.server'
import { writeParts } from './write-parts.server'

interface TopicRow {
  id: string
  title: string
  studioId: string
  stage: string
  version: number
  mergedIntoId: string | null
}

/**
 * Merges a topic into the one that is answered (并案): it is closed, what is owed on it is owed no more, and its page
 * leads to the other. What was said in it stays where it is; who said it, or followed it, follows the other from now on
 * and is told once.
 *
 * @param input.intoCode the number of the other topic, as it is filed
 * @throws AppError notFound, also for who has no part in the topic; conflict (`what`, `who`, `at`, `mine`) where
 *   somebody changed it meanwhile
 */
export async function mergeTopic(
  scope: Scope,
  input: { topicId: string; version: number; intoCode: string; reason: string },
): Promise<Outcome<{ intoId: string }>> {
  const calendar = await loadCalendar(scope.container)
  return transact(scope, async (tx) => {
    const { rows } = await tx.query<TopicRow>(LOCK, [input.topicId, input.intoCode])
    const topic = rows.find(({ id }) => id === input.topicId)
    const into = rows.find(({ id }) => id !== input.topicId)
    if (!topic) throw new AppError('notFound')
    const viewer = requireWorkOnTopic(scope.viewer, topic)
    if (topic.version !== input.version || topic.mergedIntoId) {
      throw await conflictOver(tx.db, 'topic', topic.id, viewer.personId)
    }
    if (!into) return refuse('intoCode', 'merge.problem.unknown')
    if (into.mergedIntoId) return refuse('intoCode', 'merge.problem.mergedItself')

    await closeAssignments(tx, scope, { topicId: topic.id, into: into.title, calendar })
    // What was merged into this topic is answered where this one is.
    await tx.db.topic.updateMany({
      where: { mergedIntoId: topic.id },
      data: { mergedIntoId: into.id },
    })
    await tx.db.topic.update({
      where: { id: topic.id },
      data: {
        mergedIntoId: into.id,
        ...(topic.stage !== 'closed' && { stage: 'closed', stageSince: tx.now }),
        version: { increment: 1 },
      },
    })
    const by = { actorId: viewer.personId }
    const reason = input.reason.trim()
    await recordOnTimeline(
      tx,
      topic.id,
      { kind: 'merged', data: { topicId: into.id, title: into.title, reason } },
      by,
    )
    await recordOnTimeline(
      tx,
      into.id,
      { kind: 'tookIn', data: { topicId: topic.id, title: topic.title } },
      by,
    )
    // Whoever followed or spoke reads of the answer where it is given. In the order of the key, as all that
    // writes many of these does.
    await tx.query(FOLLOW_ON, [topic.id, into.id, tx.now])
    await announce(tx, {
      key: `merged:${topic.id}`,
      fact: { kind: 'topicMerged', data: { title: topic.title } },
      topicId: into.id,
      actorId: viewer.personId,
    })
    tx.audit({
      action: 'topic.merged',
      objectType: 'topic',
      objectId: topic.id,
      detail: { to: into.id, version: input.version, reason },
    })
    tx.touch('topics', `topic:${topic.id}`, `topic:${into.id}`, `studio:${topic.studioId}`)
    return { ok: true, intoId: into.id }
  })
}

/** Both topics, in the order of their ids, so that two merges wait for one another instead of blocking. */
const LOCK = `
  SELECT "id", "title", "studioId", "stage"::text, "version", "mergedIntoId" FROM "topics"
   WHERE "id" = $1 OR "code" = $2 ORDER BY "id" FOR UPDATE`

const FOLLOW_ON = `
  INSERT INTO "subscriptions" ("kind", "subjectId", "personId", "createdAt")
  SELECT 'topic'::"SubjectKind", $2, p."id", $3 FROM "people" p
   WHERE p."status" <> 'closed' AND p."id" IN (
     SELECT s."personId" FROM "subscriptions" s WHERE s."kind" = 'topic' AND s."subjectId" = $1
      UNION SELECT v."personId" FROM "topic_voices" v WHERE v."topicId" = $1 AND v."comments" > 0)
   ORDER BY p."id"
  ON CONFLICT DO NOTHING`

async function closeAssignments(
  tx: Transaction,
  scope: Scope,
  { topicId, into, calendar }: { topicId: string; into: string; calendar: WorkingCalendar },
): Promise<void> {
  const open = await tx.db.assignment.findMany({
    where: { topicId, closedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const { id } of open) {
    const assignment = await lockAssignment(tx, id)
    const { parts } = assignment
    const own = parts.find(isOpen)
    const act = { kind: 'merge' } as const
    if (!own) continue
    if (obstaclesTo(act, own, parts, ['convene'], limitsOf(own, tx.now, calendar)).length > 0) {
      continue
    }
    const after = afterAct(act, own.departmentId, parts, tx.now, own.dueAt)
    await writeParts(tx, assignment, after, { kind: 'merge', actorId: null, calendar })
    for (const part of parts.filter(isOpen)) {
      await tellDepartment(tx, scope, part, assignment, {
        key: 'assignment.text.merged',
        params: { into },
      })
    }
  }
}
