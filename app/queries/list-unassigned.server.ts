import { AppError } from '~/domain/errors'
import type { CommentKind } from '~/domain/comment/comment'
import { quoteExcerpt } from '~/domain/comment/quote'
import { isId } from '~/domain/shared/id'
import type { Stage } from '~/domain/topic/stage'
import { Prisma } from '~/generated/prisma/client'
import { assignableDepartments } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'

/** A topic whose outcome waits to be handed on. */
export interface UnassignedTopic {
  id: string
  code: string
  title: string
  stage: Stage
  stageSince: Date
  studio: string
}

/** An inquiry (咨询), a call for help (求助), or what a moderator forwarded (转办), that nobody was asked about. */
export interface UnassignedComment {
  id: string
  topicId: string
  title: string
  kind: CommentKind
  authorName: string
  excerpt: string
  /** What the moderator who forwarded it asks. */
  forwardNote: string | null
  /** The department that the moderator thinks of, where it is in use. */
  suggested: { id: string; name: string } | null
  createdAt: Date
}

export interface Unassigned {
  topics: UnassignedTopic[]
  comments: UnassignedComment[]
  /** The id of the last comment shown, to go on after. */
  next: string | null
}

/** The assignment did not come back: a department owes the answer, or has given it. */
const KEPT = Prisma.sql`(a."closedAt" IS NULL OR a."answeredAt" IS NOT NULL)`

const TOPICS = 30
const PAGE_SIZE = 15

/**
 * What waits to be assigned (待交办): topics in 办理中 that nobody was asked about, and the inquiries and calls
 * for help in open topics, with what moderators forwarded, newest first.
 *
 * @throws AppError forbidden for who assigns nothing; invalidCursor
 */
export async function listUnassigned(
  scope: Scope,
  options: { after?: string } = {},
): Promise<Unassigned> {
  if (assignableDepartments(scope.viewer) === null) throw new AppError('forbidden')
  const { after } = options
  if (after !== undefined && !isId(after)) throw new AppError('invalidCursor')
  const topics =
    after === undefined
      ? await scope.db.$queryRaw<UnassignedTopic[]>`
          SELECT t."id", t."code", t."title", t."stage"::text, t."stageSince", s."name" AS "studio"
            FROM "topics" t JOIN "studios" s ON s."id" = t."studioId"
           WHERE t."stage" = 'handling' AND NOT EXISTS (
             SELECT 1 FROM "assignments" a
              WHERE a."topicId" = t."id" AND a."commentId" IS NULL AND ${KEPT})
           ORDER BY t."stageSince", t."id" LIMIT ${TOPICS}`
      : []
  const behind = after === undefined ? Prisma.empty : Prisma.sql`AND o."id" < ${after}`
  // Per open topic and kind the index gives the newest; of these few the newest are taken.
  const rows = await scope.db.$queryRaw<Array<UnassignedComment & { text: string }>>`
    SELECT c."id", t."id" AS "topicId", t."title", c."kind"::text, p."displayName" AS "authorName",
           r."text", c."createdAt", (
             SELECT d."forwardNote" FROM "moderation_decisions" d
              WHERE d."commentId" = c."id" AND d."current" AND d."forwardNote" IS NOT NULL LIMIT 1
           ) AS "forwardNote", (
             SELECT json_build_object('id', dep."id", 'name', dep."name")
               FROM "moderation_decisions" d JOIN "departments" dep ON dep."id" = d."forwardDepartmentId"
              WHERE d."commentId" = c."id" AND d."current" AND dep."active" LIMIT 1
           ) AS "suggested"
      FROM (
        SELECT newest."id" FROM "topics" open
          CROSS JOIN unnest(ARRAY['inquiry', 'help']::"CommentKind"[]) AS asked("kind")
          CROSS JOIN LATERAL (
            SELECT o."id" FROM "comments" o
             WHERE o."topicId" = open."id" AND o."rootId" IS NULL AND o."status" = 'published'
               AND o."kind" = asked."kind" AND o."respondedAt" IS NULL ${behind}
               AND o."demandGroupId" IS NULL
               AND NOT EXISTS (SELECT 1 FROM "assignments" a WHERE a."commentId" = o."id" AND ${KEPT})
             ORDER BY o."id" DESC LIMIT ${PAGE_SIZE + 1}) newest
         WHERE open."stage" <> 'closed'
        UNION
        SELECT o."id" FROM "moderation_decisions" d JOIN "comments" o ON o."id" = d."commentId"
         WHERE d."forwardNote" IS NOT NULL AND d."current" AND o."status" = 'published'
           AND o."respondedAt" IS NULL ${behind}
           AND NOT EXISTS (SELECT 1 FROM "assignments" a WHERE a."commentId" = o."id" AND ${KEPT})
      ) waiting
      JOIN "comments" c ON c."id" = waiting."id"
      JOIN "topics" t ON t."id" = c."topicId" AND t."stage" <> 'closed'
      JOIN "people" p ON p."id" = c."authorId"
      JOIN "comment_revisions" r ON r."id" = c."currentRevisionId"
     ORDER BY c."id" DESC LIMIT ${PAGE_SIZE + 1}`
  const comments = rows
    .slice(0, PAGE_SIZE)
    .map(({ text, ...row }) => ({ ...row, excerpt: quoteExcerpt(text) }))
  return {
    topics,
    comments,
    next: rows.length > PAGE_SIZE ? (comments.at(-1)?.id ?? null) : null,
  }
}
