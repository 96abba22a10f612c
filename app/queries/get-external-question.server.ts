import { isUnanswered, type ExternalQuestion } from '~/domain/moderation/screening/external'
import type { Connection } from '~/server/db/transaction-connection.server'

/** What the service outside is to be asked about a text; null where it has answered, or the text is not the newest. */
export async function getExternalQuestion(
  connection: Connection,
  revisionId: string,
): Promise<ExternalQuestion | null> {
  const { rows } = await connection.query<Row>(QUESTION, [revisionId])
  const [row] = rows
  if (!row || !isUnanswered(row.state)) return null
  return {
    id: row.commentId,
    revision: revisionId,
    text: row.text,
    topic: { id: row.topicId, title: row.title },
    time: new Date(row.createdAt).toISOString(),
  }
}

interface Row {
  commentId: string
  text: string
  topicId: string
  title: string
  createdAt: Date
  state: string | null
}

// What an author took back meanwhile is nobody's business any more.
const QUESTION = `
  SELECT c."id" AS "commentId", r."text", t."id" AS "topicId", t."title", r."createdAt", f."params"->>'state' AS "state"
    FROM "comment_revisions" r
    JOIN "comments" c ON c."latestRevisionId" = r."id" AND c."latestStatus" <> 'withdrawn'
    JOIN "topics" t ON t."id" = c."topicId"
    JOIN "screening_findings" f ON f."revisionId" = r."id" AND f."rule" = 'external'
   WHERE r."id" = $1`
