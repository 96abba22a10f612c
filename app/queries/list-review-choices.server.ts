import type { TaskKind } from '~/domain/moderation/queue-counts'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

export interface ReviewChoice {
  id: string
  name: string
  waiting: number
}

/** What the queue can be narrowed to: where something waits, those with the most first. */
export interface ReviewChoices {
  topics: ReviewChoice[]
  studios: ReviewChoice[]
  categories: ReviewChoice[]
  /** The screening rules that found something. */
  rules: ReviewChoice[]
}

/** How many of each are offered at most. */
const MOST = 50

/** What a view of what waits can be narrowed to; the others offer what the queue itself does. */
export async function listReviewChoices(
  scope: Scope,
  kind: TaskKind = 'pending',
): Promise<ReviewChoices> {
  requireReviewer(scope.viewer)
  const rows = await scope.db.$queryRaw<Array<ReviewChoice & { of: keyof ReviewChoices }>>`
    WITH open AS (
      SELECT "topicId", "studioId", "categoryId", "rules" FROM "review_tasks"
       WHERE "kind" = ${kind}::"ReviewTaskKind" AND "closedAt" IS NULL
    ), counted AS (
      SELECT 'topics' AS "of", "topicId" AS "id", count(*)::int AS "waiting" FROM open GROUP BY 2
      UNION ALL SELECT 'studios', "studioId", count(*)::int FROM open GROUP BY 2
      UNION ALL SELECT 'categories', "categoryId", count(*)::int FROM open GROUP BY 2
      UNION ALL SELECT 'rules', unnest("rules"), count(*)::int FROM open GROUP BY 2
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY "of" ORDER BY "waiting" DESC, "id") AS "rank" FROM counted
    )
    SELECT w."of", w."id", w."waiting",
           coalesce(t."title", s."name", g."name", w."id") AS "name"
      FROM ranked w
      LEFT JOIN "topics" t ON w."of" = 'topics' AND t."id" = w."id"
      LEFT JOIN "studios" s ON w."of" = 'studios' AND s."id" = w."id"
      LEFT JOIN "categories" g ON w."of" = 'categories' AND g."id" = w."id"
     WHERE w."rank" <= ${MOST}
     ORDER BY w."of", w."rank"`
  const of = (name: keyof ReviewChoices) =>
    rows.filter((row) => row.of === name).map(({ id, name, waiting }) => ({ id, name, waiting }))
  return {
    topics: of('topics'),
    studios: of('studios'),
    categories: of('categories'),
    rules: of('rules'),
  }
}
