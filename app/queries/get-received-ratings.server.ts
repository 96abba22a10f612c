import type { DissatisfactionReason } from '~/domain/response/rating'
import type { DeclaredResult } from '~/domain/response/response'
import type { Scope } from '~/server/scope.server'
import { listEvaluations, type EvaluationView } from './list-evaluations.server'

/** What residents say of an answer, as its departments and whoever assigned read it on the desk. */
export interface ReceivedRatings {
  responseId: string
  /** What the public version declares, also while a correction is drafted. */
  declared: DeclaredResult
  evaluation: EvaluationView
  /** With what those who are 不满意 are so above all, the most frequent first. */
  reasons: Array<{ reason: DissatisfactionReason; count: number }>
  /** Who asked that it be taken up again (重新办理), in the order in which they asked. */
  reopenings: Array<{
    id: string
    name: string
    reason: string
    state: 'waiting' | 'granted' | 'declined'
    askedAt: Date
    explanation: string | null
  }>
  /** 回访 that the department wrote down, the newest first. */
  followUps: FollowUpNote[]
  /** It is listed as 待回访. */
  awaitsFollowUp: boolean
  /** What was assigned anew because of it. */
  again: { assignmentId: string; answeredAt: Date | null } | null
}

/** What the department learned when it asked those concerned. */
export interface FollowUpNote {
  id: string
  text: string
  at: Date
  name: string
}

/** So many notes of 回访 are shown. */
const FOLLOW_UPS = 20

/** The ratings of a published answer, the public's and what only those who work on it read; null where none is open. */
export async function getReceivedRatings(
  scope: Pick<Scope, 'db'>,
  answer: { responseId: string; assignmentId: string; declared: DeclaredResult },
): Promise<ReceivedRatings | null> {
  const { responseId, assignmentId, declared } = answer
  const evaluation = (await listEvaluations(scope, [responseId])).get(responseId)
  if (!evaluation) return null
  const [reasons, assignment, followed] = await Promise.all([
    scope.db.rating.groupBy({
      by: ['reason'],
      where: { responseId, reason: { not: null } },
      _count: true,
    }),
    scope.db.assignment.findUnique({
      where: { id: assignmentId },
      select: {
        reopenedAs: { select: { id: true, answeredAt: true } },
        reopenings: {
          where: { rating: { responseId } },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          select: {
            id: true,
            reason: true,
            state: true,
            createdAt: true,
            explanation: true,
            person: { select: { displayName: true } },
          },
        },
      },
    }),
    readFollowUps(scope, responseId),
  ])
  const again = assignment?.reopenedAs
  return {
    responseId,
    declared,
    evaluation,
    reasons: reasons
      .flatMap(({ reason, _count: count }) => (reason ? [{ reason, count }] : []))
      .sort((a, b) => b.count - a.count),
    reopenings: (assignment?.reopenings ?? []).map(({ person, createdAt, ...reopening }) => ({
      ...reopening,
      name: person.displayName,
      askedAt: createdAt,
    })),
    ...followed,
    again: again ? { assignmentId: again.id, answeredAt: again.answeredAt } : null,
  }
}

async function readFollowUps(
  scope: Pick<Scope, 'db'>,
  responseId: string,
): Promise<Pick<ReceivedRatings, 'followUps' | 'awaitsFollowUp'>> {
  const found = await scope.db.evaluation.findUnique({
    where: { responseId },
    select: {
      awaitsFollowUp: true,
      followUps: {
        orderBy: { id: 'desc' },
        take: FOLLOW_UPS,
        select: {
          id: true,
          text: true,
          createdAt: true,
          writer: { select: { displayName: true } },
        },
      },
    },
  })
  return {
    awaitsFollowUp: found?.awaitsFollowUp ?? false,
    followUps: (found?.followUps ?? []).map(({ id, text, createdAt, writer }) => ({
      id,
      text,
      at: createdAt,
      name: writer.displayName,
    })),
  }
}
