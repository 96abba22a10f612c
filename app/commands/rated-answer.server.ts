import { AppError } from '~/domain/errors'
import { raisedBySql } from '~/queries/raised-sql.server'
import type { Transaction } from '~/server/transact.server'

/** What of a published answer decides who rates it, and what is asked of it afterwards. */
export interface RatedAnswerRow {
  closesAt: Date
  invited: number
  rated: number
  awaitsFollowUp: boolean
  topicId: string
  /** Whose answer it is, and since when it is public. */
  departmentId: string
  publishedAt: Date
  topicClosed: boolean
  assignmentId: string
  /** The assignment is 重新办理 of another. */
  secondRound: boolean
  /** The assignment was taken up again. */
  reopened: boolean
  raised: boolean
  departmentIds: string[]
}

/**
 * Holds the rating of an answer until the transaction ends: its tallies change under this one lock.
 *
 * @throws AppError notFound for what is no published response
 */
export async function lockRatedAnswer(
  tx: Transaction,
  responseId: string,
  personId: string,
): Promise<RatedAnswerRow> {
  const { rows } = await tx.query<RatedAnswerRow>(ANSWER, [responseId, personId])
  const [answer] = rows
  if (!answer) throw new AppError('notFound')
  return answer
}

const ANSWER = `
  SELECT e."closesAt", e."invited", e."rated", e."awaitsFollowUp", r."departmentId", r."publishedAt", r."topicId", t."stage" = 'closed' AS "topicClosed", r."assignmentId",
         a."reopensId" IS NOT NULL AS "secondRound",
         EXISTS (SELECT 1 FROM "assignments" again WHERE again."reopensId" = a."id") AS "reopened",
         ${raisedBySql('$2')} AS "raised",
         ARRAY(SELECT d."departmentId" FROM "assignment_departments" d
                WHERE d."assignmentId" = a."id") AS "departmentIds"
    FROM "evaluations" e
    JOIN "responses" r ON r."id" = e."responseId"
    JOIN "assignments" a ON a."id" = r."assignmentId"
    JOIN "topics" t ON t."id" = r."topicId"
   WHERE e."responseId" = $1 FOR UPDATE OF e`
