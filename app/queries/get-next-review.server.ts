import { Prisma } from '~/generated/prisma/client'
import { requireReviewer, studiosRunBy } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

/**
 * The comment to take up after one was decided on: the oldest waiting one behind it that the viewer may decide,
 * else the oldest of all. Null when nothing is left for the viewer.
 *
 * @param input.afterRevisionId the revision that was decided; none to begin at the oldest
 */
export async function getNextReview(
  scope: Scope,
  input: { topicId?: string | null; afterRevisionId?: string | null } = {},
): Promise<string | null> {
  const viewer = requireReviewer(scope.viewer)
  const studios = studiosRunBy(viewer)
  const find = async (after: Prisma.Sql) => {
    const rows = await scope.db.$queryRaw<Array<{ id: string }>>`
      SELECT c."id"
      FROM "comments" c JOIN "topics" t ON t."id" = c."topicId"
      WHERE c."latestStatus" = 'pending'
        AND c."authorId" <> ${viewer.personId}
        AND t."studioId" <> ALL (${studios}::text[])
        AND NOT EXISTS (
          SELECT 1 FROM "comments" s
          WHERE s."authorId" = ${viewer.personId} AND s."topicId" = c."topicId"
            AND (s."status" = 'published' OR s."latestStatus" = 'pending')
        )
        ${input.topicId ? Prisma.sql`AND c."topicId" = ${input.topicId}` : Prisma.empty}
        ${after}
      ORDER BY c."latestRevisionId"
      LIMIT 1`
    return rows[0]?.id ?? null
  }
  const { afterRevisionId } = input
  const behind = afterRevisionId
    ? await find(Prisma.sql`AND c."latestRevisionId" > ${afterRevisionId}`)
    : null
  return behind ?? find(Prisma.empty)
}
