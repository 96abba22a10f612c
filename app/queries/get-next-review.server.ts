import type { QueuePlace } from '~/domain/moderation/queue-place'
import type { TaskKind } from '~/domain/moderation/queue-counts'
import { NO_FILTER, type ReviewFilter } from '~/domain/moderation/review-filter'
import { Prisma } from '~/generated/prisma/client'
import { isSeniorReviewer, requireReviewer, studiosRunBy } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { behind, openTasks, QUEUE_ORDER } from './queue-conditions.server'

/**
 * The comment to take up after one was decided on: the next waiting one behind it that the viewer may decide and
 * nobody has open, else the first of all. Null when nothing is left for the viewer.
 *
 * @param input.afterRevisionId the revision that was decided; none to begin at the first
 */
export async function getNextReview(
  scope: Scope,
  input: {
    kind?: TaskKind
    filter?: ReviewFilter
    afterRevisionId?: string | null
  } = {},
): Promise<string | null> {
  const viewer = requireReviewer(scope.viewer)
  const studios = studiosRunBy(viewer)
  const { kind = 'pending', filter = NO_FILTER, afterRevisionId } = input
  const find = async (place: QueuePlace | null) => {
    const rows = await scope.db.$queryRaw<Array<{ commentId: string }>>`
      SELECT k."commentId"
      FROM "review_tasks" k
      WHERE ${openTasks(kind, filter, scope.now)} ${behind(place)}
        AND k."authorId" <> ${viewer.personId}
        AND k."studioId" <> ALL (${studios}::text[])
        AND k."barredId" IS DISTINCT FROM ${viewer.personId}
        AND (k."leasedUntil" IS NULL OR k."leasedUntil" <= ${scope.now} OR k."leasedById" = ${viewer.personId})
        ${isSeniorReviewer(viewer) ? Prisma.empty : Prisma.sql`AND NOT k."senior"`}
        AND NOT EXISTS (
          SELECT 1 FROM "comments" s
          WHERE s."authorId" = ${viewer.personId} AND s."topicId" = k."topicId"
            AND (s."status" IN ('published', 'hidden') OR s."latestStatus" = 'pending')
        )
        AND NOT EXISTS (SELECT 1 FROM "reports" p
          WHERE p."commentId" = k."commentId" AND p."reporterId" = ${viewer.personId})
      ORDER BY ${QUEUE_ORDER}
      LIMIT 1`
    return rows[0]?.commentId ?? null
  }
  const place = afterRevisionId
    ? await scope.db.reviewTask.findFirst({
        where: { revisionId: afterRevisionId, kind },
        orderBy: { id: 'desc' },
        select: { dueAt: true, risk: true, id: true },
      })
    : null
  return (place && (await find(place))) ?? find(null)
}
