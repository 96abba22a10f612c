import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { checkTransition, targetsOf } from '~/domain/topic/transition'
import { canEditTopic, canPauseTopic, canWorkOnTopic, moverFacts } from '~/policies/topic'
import { canWriteSummary } from '~/policies/summary'
import type { Scope } from '~/server/scope.server'
import { getTopicFacts } from './get-topic-facts.server'
import { getWorkingTimeline } from './get-topic-timeline.server'

/** A reason is asked for when a second round is opened: with one in hand, only other things can be missing. */
const SOME_REASON = '-'

/**
 * A topic as those see it who run it: its words and settings, where it may go next and what that still
 * needs, who was asked, and its whole timeline.
 *
 * @throws AppError notFound, also for who has no part in its studio
 */
export async function getStudioTopic(scope: Scope, topicId: string) {
  const { viewer } = scope
  const topic = isId(topicId) ? await readTopic(scope, topicId) : null
  if (!topic || !canWorkOnTopic(viewer, topic)) throw new AppError('notFound')
  const [facts, timeline] = await Promise.all([
    getTopicFacts(scope.db, [topicId]),
    getWorkingTimeline(scope, topicId),
  ])
  const known = facts.get(topicId)
  if (!known) throw new AppError('notFound')
  const mover = moverFacts(viewer, SOME_REASON)
  return {
    topic,
    timeline,
    moves: targetsOf(topic.stage).map((to) => {
      const check = checkTransition(known, to, mover, scope.now)
      return { to, missing: check.ok ? [] : check.missing }
    }),
    may: {
      edit: canEditTopic(viewer, topic),
      pause: canPauseTopic(viewer, topic),
      writeSummary: canWriteSummary(viewer, topic),
    },
  }
}

export type StudioTopic = Awaited<ReturnType<typeof getStudioTopic>>

async function readTopic(scope: Scope, id: string) {
  return scope.db.topic.findUnique({
    where: { id },
    select: {
      id: true,
      code: true,
      title: true,
      question: true,
      background: true,
      categoryId: true,
      districtId: true,
      studioId: true,
      tags: true,
      stage: true,
      stageSince: true,
      mode: true,
      paused: true,
      openedAt: true,
      closesAt: true,
      commentCount: true,
      voiceCount: true,
      responseCount: true,
      version: true,
      mergedIntoId: true,
      studio: { select: { name: true } },
      summaries: {
        orderBy: { number: 'desc' },
        select: { id: true, number: true, status: true, publishedAt: true, updatedAt: true },
      },
      assignments: {
        orderBy: { id: 'asc' },
        select: {
          id: true,
          commentId: true,
          dueAt: true,
          dueProvisional: true,
          departments: {
            orderBy: [{ part: 'asc' }, { departmentId: 'asc' }],
            select: {
              part: true,
              state: true,
              acknowledgedAt: true,
              answeredAt: true,
              department: { select: { id: true, name: true } },
            },
          },
        },
      },
    },
  })
}
