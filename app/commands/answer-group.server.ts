import type { Transaction } from '~/server/transact.server'

/**
 * Where a whole group of 同类诉求 was assigned, the answer answers each comment of it that is public now, those that
 * joined after the draft was written included.
 */
export async function answerGroup(
  tx: Transaction,
  responseId: string,
  demandGroupId: string | null,
): Promise<void> {
  if (demandGroupId === null) return
  await tx.query(
    `INSERT INTO "response_answers" ("responseId", "commentId")
     SELECT $1, c."id" FROM "comments" c
      WHERE c."status" = 'published' AND (c."demandGroupId" = $2
         OR c."id" = (SELECT g."leadCommentId" FROM "demand_groups" g WHERE g."id" = $2))
     ON CONFLICT DO NOTHING`,
    [responseId, demandGroupId],
  )
}
