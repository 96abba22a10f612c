import { AppError } from '~/domain/errors'
import {
  reopeningProblem,
  type DissatisfactionReason,
  type Grades,
  type RatingProblem,
  type RatingTextState,
  type ReopeningProblem,
} from '~/domain/response/rating'
import type { DeclaredResult } from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import { ratingObstacle } from '~/policies/rating'
import type { Scope } from '~/server/scope.server'
import { raisedBySql } from './raised-sql.server'

/** What a person rated before, and where the words beside it stand. */
export interface OwnRating extends Grades {
  version: number
  reason: DissatisfactionReason | null
  text: string | null
  textState: RatingTextState | null
  refusal: string | null
}

/** What a person asked for after an answer, and what came of it. */
export interface OwnReopening {
  reason: string
  state: 'waiting' | 'granted' | 'declined'
  askedAt: Date
  decidedAt: Date | null
  explanation: string | null
  /** The end of the new term. */
  dueAt: Date | null
}

export interface RatingForm {
  responseId: string
  topic: { id: string; title: string }
  department: string
  result: DeclaredResult
  html: string
  publishedAt: Date
  closesAt: Date
  own: OwnRating | null
  /** Why the viewer does not rate it; null where they may. */
  problem: RatingProblem | null
  reopening: OwnReopening | null
  /** Why they do not ask for 重新办理; null where they may. */
  reopeningProblem: ReopeningProblem | null
}

/**
 * A published answer and what the viewer may say of it.
 *
 * @throws AppError notFound for what is no published response
 */
export async function getRatingForm(scope: Scope, responseId: string): Promise<RatingForm> {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  if (!isId(responseId)) throw new AppError('notFound')
  const { personId } = viewer
  const response = await scope.db.response.findUnique({
    where: { id: responseId },
    select: {
      publishedAt: true,
      department: { select: { name: true } },
      publishedVersion: { select: { declaredResult: true, draft: { select: { html: true } } } },
      topic: { select: { id: true, title: true, stage: true } },
      evaluation: {
        select: { closesAt: true, ratings: { where: { personId }, take: 1 } },
      },
      assignment: {
        select: {
          reopensId: true,
          reopenedAs: { select: { dueAt: true } },
          reopenings: { where: { personId }, take: 1 },
          departments: { select: { departmentId: true } },
        },
      },
    },
  })
  const { evaluation, assignment, publishedVersion, publishedAt } = response ?? {}
  if (!response || !evaluation || !assignment || !publishedVersion || !publishedAt) {
    throw new AppError('notFound')
  }
  const [{ raised } = { raised: false }] = await scope.db.$queryRawUnsafe<[{ raised: boolean }]>(
    RAISED,
    responseId,
    personId,
  )
  const own = evaluation.ratings[0] ?? null
  const asked = assignment.reopenings[0] ?? null
  const { closesAt } = evaluation
  return {
    responseId,
    topic: { id: response.topic.id, title: response.topic.title },
    department: response.department.name,
    result: publishedVersion.declaredResult,
    html: publishedVersion.draft.html,
    publishedAt,
    closesAt,
    own,
    problem: ratingObstacle(
      viewer,
      {
        raised,
        closesAt,
        departmentIds: assignment.departments.map(({ departmentId }) => departmentId),
      },
      scope.now,
    ),
    reopening: asked && {
      reason: asked.reason,
      state: asked.state,
      askedAt: asked.createdAt,
      decidedAt: asked.decidedAt,
      explanation: asked.explanation,
      dueAt: asked.state === 'granted' ? (assignment.reopenedAs?.dueAt ?? null) : null,
    },
    reopeningProblem: reopeningProblem(
      {
        resolution: own?.resolution ?? null,
        asked: asked !== null,
        reopened: assignment.reopenedAs !== null,
        secondRound: assignment.reopensId !== null,
        closesAt,
        topicClosed: response.topic.stage === 'closed',
      },
      scope.now,
    ),
  }
}

const RAISED = `
  SELECT ${raisedBySql('$2')} AS "raised"
    FROM "responses" r JOIN "assignments" a ON a."id" = r."assignmentId" WHERE r."id" = $1`
