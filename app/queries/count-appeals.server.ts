import type { TransactionDb } from '~/server/db/database.server'

/** Appeals that wait, and those decided since a time with how many of them were overturned. */
export interface AppealCounts {
  waiting: number
  decided: number
  overturned: number
}

/** Counts appeals; the caller says since when, so that it stays a short stretch of an index. */
export async function countAppeals(db: TransactionDb, since: Date): Promise<AppealCounts> {
  const [row] = await db.$queryRaw<[AppealCounts]>`
    SELECT (SELECT count(*)::int FROM "review_tasks"
             WHERE "kind" = 'appeal' AND "closedAt" IS NULL) AS "waiting",
           count(*)::int AS "decided",
           (count(*) FILTER (WHERE "result" = 'overturned'))::int AS "overturned"
      FROM "appeals" WHERE "decidedAt" >= ${since}`
  return row
}
