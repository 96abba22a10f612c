import { factsOfUnrated } from '~/domain/response/rate-facts'
import { evaluationClosesAt } from '~/domain/response/rating'
import { evaluationSettings } from '~/server/settings.server'
import type { Transaction } from '~/server/transact.server'
import { countForRates } from './count-for-rates.server'

/**
 * Begins the rating of an answer (回访) in the transaction that publishes it: until when, and by how many persons
 * it can be rated. For an answer to a whole topic these are all who spoke in it, as it answers what was said
 * there together; for one to single comments the authors of those.
 *
 * @param of whose answer it is, and in which topic
 */
export async function openEvaluation(
  tx: Transaction,
  responseId: string,
  of: { topicId: string; departmentId: string },
): Promise<void> {
  const { days } = await evaluationSettings(tx.db)
  const closesAt = evaluationClosesAt(tx.now, days)
  const { rows } = await tx.query<{ invited: number }>(OPEN, [responseId, closesAt])
  for (const { invited } of rows) {
    countForRates(tx, of, factsOfUnrated(tx.now, { closesAt, invited, rated: 0 }))
  }
}

const OPEN = `
  INSERT INTO "evaluations" ("responseId", "closesAt", "departmentId", "invited", "awaitsFollowUp")
  SELECT opened.*, opened."invited" > 0 FROM (
  SELECT r."id", $2::timestamptz, r."departmentId",
         CASE WHEN a."commentId" IS NULL THEN t."voiceCount" ELSE
           (SELECT count(DISTINCT c."authorId") FROM "response_answers" x
              JOIN "comments" c ON c."id" = x."commentId" AND c."status" = 'published'
             WHERE x."responseId" = r."id") END AS "invited"
    FROM "responses" r
    JOIN "assignments" a ON a."id" = r."assignmentId"
    JOIN "topics" t ON t."id" = r."topicId"
   WHERE r."id" = $1) opened
  RETURNING "invited"`
