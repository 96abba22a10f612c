import { AppError } from '~/domain/errors'
import type { Scope } from '~/server/scope.server'
import { raisedBySql } from './raised-sql.server'

/** A published answer to what the viewer raised. */
export interface OwnAnswer {
  responseId: string
  topicId: string
  title: string
  department: string
  publishedAt: Date
  closesAt: Date
  rated: boolean
}

/** More than these are not listed: they are of topics in which the viewer spoke, and of the last weeks. */
const MOST = 20

/**
 * Answers to what the viewer raised, newest first: all those of one topic, or in all topics those that can be
 * rated now and are not.
 */
export async function listOwnAnswers(
  scope: Scope,
  of: { topicId: string } | 'toRate',
): Promise<OwnAnswer[]> {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  const topicId = of === 'toRate' ? null : of.topicId
  return scope.db.$queryRawUnsafe<OwnAnswer[]>(
    OWN,
    viewer.personId,
    topicId,
    of === 'toRate' ? scope.now : null,
  )
}

// From the person's own topics to their answers: what it costs grows with those, not with the site.
const OWN = `
  SELECT r."id" AS "responseId", r."topicId", t."title", dep."shortName" AS "department", r."publishedAt",
         e."closesAt", own."id" IS NOT NULL AS "rated"
    FROM "topic_voices" v
    JOIN "responses" r ON r."topicId" = v."topicId" AND r."publishedAt" IS NOT NULL
    JOIN "evaluations" e ON e."responseId" = r."id"
    JOIN "assignments" a ON a."id" = r."assignmentId"
    JOIN "topics" t ON t."id" = r."topicId"
    JOIN "departments" dep ON dep."id" = r."departmentId"
    LEFT JOIN "ratings" own ON own."responseId" = r."id" AND own."personId" = $1
   WHERE v."personId" = $1 AND ($2::text IS NULL OR v."topicId" = $2)
     AND ($3::timestamptz IS NULL OR (e."closesAt" > $3::timestamptz AND own."id" IS NULL))
     AND ${raisedBySql('$1')}
     AND NOT EXISTS (SELECT 1 FROM "assignment_departments" d
       JOIN "grants" g ON g."departmentId" = d."departmentId" AND g."personId" = $1 AND g."revokedAt" IS NULL
      WHERE d."assignmentId" = a."id")
   ORDER BY r."publishedAt" DESC, r."id" DESC LIMIT ${MOST}`
