import type { Transaction } from '~/server/transact.server'

/**
 * Whose words an answer answers: the authors of what it names, and where the whole topic was asked, everybody whose
 * words were public in it before the answer, as all of them are asked to rate it.
 */
export async function authorsAnswered(tx: Transaction, responseId: string): Promise<string[]> {
  return authors(tx, ANSWERED, [responseId])
}

/** Whose words were assigned: the author of a comment, and with its group those of the same demand. */
export async function authorsAssigned(tx: Transaction, assignmentId: string): Promise<string[]> {
  return authors(tx, ASSIGNED, [assignmentId])
}

async function authors(tx: Transaction, statement: string, values: string[]): Promise<string[]> {
  const { rows } = await tx.query<{ authorId: string }>(statement, values)
  return rows.map(({ authorId }) => authorId)
}

const ANSWERED = `
  SELECT c."authorId" FROM "response_answers" x
    JOIN "comments" c ON c."id" = x."commentId" AND c."status" = 'published'
   WHERE x."responseId" = $1
  UNION
  SELECT c."authorId" FROM "responses" r
    JOIN "assignments" a ON a."id" = r."assignmentId" AND a."commentId" IS NULL
    JOIN "comments" c ON c."topicId" = r."topicId" AND c."status" = 'published'
     AND c."publishedAt" <= r."publishedAt"
   WHERE r."id" = $1
   ORDER BY 1`

const ASSIGNED = `
  SELECT c."authorId" FROM "assignments" a
    JOIN "comments" c ON c."id" = a."commentId" AND c."status" = 'published'
   WHERE a."id" = $1
  UNION
  SELECT c."authorId" FROM "assignments" a
    JOIN "comments" c ON c."demandGroupId" = a."demandGroupId" AND c."status" = 'published'
   WHERE a."id" = $1
   ORDER BY 1`
