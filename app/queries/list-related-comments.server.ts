import { AppError } from '~/domain/errors'
import type { CommentKind, Stance } from '~/domain/comment/comment'
import type { Voice } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

/** A published comment as those read it who work on its topic. */
export interface RelatedComment {
  id: string
  authorName: string
  voice: Voice
  authorTitle: string | null
  kind: CommentKind
  stance: Stance | null
  text: string
  createdAt: Date
  replyCount: number
  respondedAt: Date | null
}

const PAGE_SIZE = 20

/**
 * The published opening comments of a topic, those with the most replies and the newest first.
 *
 * @param options.after the id of the last comment of the page before
 * @throws AppError invalidCursor for an `after` that is no published comment of the topic
 */
export async function listRelatedComments(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  options: { after?: string } = {},
): Promise<{ comments: RelatedComment[]; next: string | null }> {
  const { after } = options
  if (after !== undefined) {
    const known =
      isId(after) && (await scope.db.comment.count({ where: { id: after, topicId, rootId: null } }))
    if (!known) throw new AppError('invalidCursor')
  }
  const rows = await scope.db.$queryRaw<RelatedComment[]>`
    SELECT c."id", p."displayName" AS "authorName", c."voice"::text, c."authorTitle", c."kind"::text,
           c."stance"::text, r."text", c."createdAt", c."replyCount", c."respondedAt"
      FROM "comments" c
      JOIN "people" p ON p."id" = c."authorId"
      JOIN "comment_revisions" r ON r."id" = c."currentRevisionId"
     WHERE c."topicId" = ${topicId} AND c."rootId" IS NULL AND c."status" = 'published'
       ${after === undefined ? Prisma.empty : Prisma.sql`AND (c."hot", c."id") < (SELECT "hot", "id" FROM "comments" WHERE "id" = ${after})`}
     ORDER BY c."hot" DESC, c."id" DESC LIMIT ${PAGE_SIZE + 1}`
  const comments = rows.slice(0, PAGE_SIZE)
  return { comments, next: rows.length > PAGE_SIZE ? (comments.at(-1)?.id ?? null) : null }
}
