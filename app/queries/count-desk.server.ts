import { COUNT_BOUND } from '~/domain/response/desk-bound'
import { soonUntil } from '~/domain/response/due'
import type { Scope } from '~/server/scope.server'

/** Matters of each view of the desk, counted up to a bound. */
export interface DeskCounts {
  open: number
  unacknowledged: number
  handling: number
  dueSoon: number
  overdue: number
  awaitingSignOff: number
  followUp: number
}

/**
 * Counts what is owed in the order of its due dates, so that what is late is counted before the bound is met. What waits
 * to be signed has corrections of what is answered in it besides.
 */
export async function countDesk(
  scope: Pick<Scope, 'db' | 'now'>,
  departmentIds: readonly string[],
): Promise<DeskCounts> {
  const { now } = scope
  const [counts] = await scope.db.$queryRaw<[DeskCounts]>`
    SELECT count(*)::int AS "open",
           count(*) FILTER (WHERE "acknowledgedAt" IS NULL)::int AS "unacknowledged",
           count(*) FILTER (WHERE "acknowledgedAt" IS NOT NULL
             AND "status" IS DISTINCT FROM 'awaitingSignOff')::int AS "handling",
           count(*) FILTER (WHERE "dueAt" > ${now} AND "dueAt" <= ${soonUntil(now)})::int AS "dueSoon",
           count(*) FILTER (WHERE "dueAt" <= ${now})::int AS "overdue",
           count(*) FILTER (WHERE "status" = 'awaitingSignOff')::int + (SELECT count(*)::int FROM (
              SELECT 1 FROM "responses" c
               WHERE c."departmentId" = ANY(${[...departmentIds]}) AND c."status" = 'awaitingSignOff'
                 AND c."publishedVersionId" IS NOT NULL
               LIMIT ${COUNT_BOUND + 1}) corrections) AS "awaitingSignOff",
           (SELECT count(*)::int FROM (
              SELECT 1 FROM "evaluations" e
               WHERE e."departmentId" = ANY(${[...departmentIds]}) AND e."awaitsFollowUp" AND e."closesAt" > ${now}
               LIMIT ${COUNT_BOUND + 1}) awaited) AS "followUp"
      FROM (SELECT ad."acknowledgedAt", ad."dueAt", (
                SELECT r."status"::text FROM "responses" r WHERE r."assignmentId" = ad."assignmentId"
                   AND r."departmentId" = CASE WHEN ad."part" = 'joint' THEN (
                     SELECT l."departmentId" FROM "assignment_departments" l
                      WHERE l."assignmentId" = ad."assignmentId" AND l."part" = 'lead'
                        AND l."state" NOT IN ('returned', 'withdrawn') LIMIT 1)
                   ELSE ad."departmentId" END) AS "status"
              FROM "assignment_departments" ad
             WHERE ad."departmentId" = ANY(${[...departmentIds]}) AND ad."closedAt" IS NULL
             ORDER BY ad."dueAt" LIMIT ${COUNT_BOUND + 1}) open`
  return counts
}
