import type { TopicFacts } from '~/domain/topic/transition'
import type { TransactionDb } from '~/server/db/database.server'

/**
 * What the moves of topics depend on, by topic. A round begins with the opening, or with the move that
 * opened a second one: summaries and assignments of an earlier round do not count for the present one, an
 * answer that is still owed does.
 */
export async function getTopicFacts(
  db: Pick<TransactionDb, '$queryRaw'>,
  topicIds: readonly string[],
): Promise<Map<string, TopicFacts>> {
  if (topicIds.length === 0) return new Map()
  const rows = await db.$queryRaw<FactsRow[]>`
    SELECT t."id", t."stage"::text, t."studioId", t."openedAt", t."background",
           (SELECT s."verdict"::text FROM "outcome_summaries" s
             WHERE s."topicId" = t."id" AND s."status" = 'published' AND s."publishedAt" >= r."since"
             ORDER BY s."number" DESC LIMIT 1) AS "verdict",
           (SELECT count(DISTINCT d."departmentId")::int FROM "assignments" a
             JOIN "assignment_departments" d ON d."assignmentId" = a."id"
             WHERE a."topicId" = t."id" AND a."assignedAt" >= r."since"
               AND d."state" NOT IN ('returned', 'withdrawn', 'merged')) AS "asked",
           (SELECT count(DISTINCT d."departmentId")::int FROM "assignments" a
             JOIN "assignment_departments" d ON d."assignmentId" = a."id"
             WHERE a."topicId" = t."id" AND d."closedAt" IS NULL) AS "unanswered"
      FROM "topics" t
      CROSS JOIN LATERAL (
        SELECT coalesce(max(e."at"), t."openedAt") AS "since" FROM "timeline_entries" e
         WHERE e."topicId" = t."id" AND e."kind" = 'stageMoved' AND e."data"->>'from' = 'closed'
      ) r
     WHERE t."id" = ANY(${[...topicIds]})`
  return new Map(
    rows.map(({ id, verdict, asked, unanswered, ...facts }) => [
      id,
      { ...facts, publishedVerdict: verdict, departments: { asked, unanswered } },
    ]),
  )
}

type FactsRow = Pick<TopicFacts, 'stage' | 'studioId' | 'openedAt' | 'background'> & {
  id: string
  verdict: TopicFacts['publishedVerdict']
  asked: number
  unanswered: number
}
