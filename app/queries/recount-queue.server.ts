import type { CountedView } from '~/domain/moderation/queue-counts'
import type { TransactionDb } from '~/server/db/database.server'

/** What the counts of the queue should be: everything counted anew, in one statement. */
export async function recountQueue(db: TransactionDb): Promise<Record<CountedView, number>> {
  const [row] = await db.$queryRaw<[Record<CountedView, number>]>`
    SELECT count(*) FILTER (WHERE w."kind" = 'pending')::int AS "pending",
      count(*) FILTER (WHERE w."kind" = 'reported')::int AS "reported",
      count(*) FILTER (WHERE w."kind" = 'appeal')::int AS "appeal",
      count(*) FILTER (WHERE w."kind" = 'secondLook')::int AS "secondLook",
      count(*) FILTER (WHERE w."standing" = 'published')::int AS "approved",
      count(*) FILTER (WHERE w."standing" = 'rejected')::int AS "rejected",
      count(*) FILTER (WHERE w."standing" = 'returned')::int AS "returned"
    FROM (
      SELECT "kind"::text AS "kind", NULL AS "standing" FROM "review_tasks" WHERE "closedAt" IS NULL
      UNION ALL
      SELECT NULL, c."latestStatus"::text FROM "comments" c
       WHERE c."latestStatus" IN ('published', 'rejected', 'returned') AND NOT EXISTS (
         SELECT 1 FROM "review_tasks" t
          WHERE t."commentId" = c."id" AND t."kind" = 'pending' AND t."closedAt" IS NULL)
    ) w`
  return row
}
