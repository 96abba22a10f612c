import type { TaskKind } from '~/domain/moderation/queue-counts'
import { NO_FILTER, type ReviewFilter } from '~/domain/moderation/review-filter'
import { Prisma } from '~/generated/prisma/client'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

const { sql, raw } = Prisma

export interface ReviewChoice {
  id: string
  name: string
}

/** Where something waits: the newest topics first, studios by name, categories as everywhere. */
export interface ReviewChoices {
  topics: ReviewChoice[]
  studios: ReviewChoice[]
  categories: ReviewChoice[]
}

/** How many of each are offered at most. */
const MOST = 100

/**
 * Where a view of what waits can be narrowed to; the others offer what the queue itself does. What the filter names
 * is among them whether or not something waits there. Nothing is counted: it costs as much as there are places,
 * however much waits in them.
 */
export async function listReviewChoices(
  scope: Scope,
  kind: TaskKind = 'pending',
  filter: ReviewFilter = NO_FILTER,
): Promise<ReviewChoices> {
  requireReviewer(scope.viewer)
  const [topics, studios, categories] = await Promise.all([
    scope.db.$queryRaw<ReviewChoice[]>`
      ${placesOf('topicId', kind)}
      SELECT t."id", t."title" AS "name" FROM "topics" t
       WHERE t."id" = ${filter.topic} OR t."id" IN (${FOUND}) ORDER BY t."id" DESC`,
    scope.db.$queryRaw<ReviewChoice[]>`
      ${placesOf('studioId', kind)}
      SELECT s."id", s."name" FROM "studios" s
       WHERE s."id" = ${filter.studio} OR s."id" IN (${FOUND}) ORDER BY s."name", s."id"`,
    scope.db.$queryRaw<ReviewChoice[]>`
      ${placesOf('categoryId', kind)}
      SELECT g."id", g."name" FROM "categories" g
       WHERE g."id" = ${filter.category} OR g."id" IN (${FOUND}) ORDER BY g."position", g."id"`,
  ])
  return { topics, studios, categories }
}

const FOUND = sql`SELECT "id" FROM "found" LIMIT ${MOST}`

/**
 * The places that open tasks of a kind name, from the newest, each by one step in the index of that column: from a
 * place to the next, past all that waits in it.
 */
function placesOf(column: 'topicId' | 'studioId' | 'categoryId', kind: TaskKind): Prisma.Sql {
  const place = raw(`k."${column}"`)
  // By the due time, too, as in the index of what is open: one of all tasks would lead past those that are closed.
  const last = sql`ORDER BY ${place} DESC, k."dueAt" DESC LIMIT 1`
  const open = sql`"review_tasks" k WHERE k."kind" = ${kind}::"ReviewTaskKind" AND k."closedAt" IS NULL`
  return sql`
    WITH RECURSIVE "place" AS (
      (SELECT ${place} AS "id" FROM ${open} ${last})
      UNION ALL
      SELECT (SELECT ${place} FROM ${open} AND ${place} < p."id" ${last})
        FROM "place" p WHERE p."id" IS NOT NULL
    ), "found" AS (SELECT "id" FROM "place" WHERE "id" IS NOT NULL)`
}
