import type { CommentKind, Stance } from '~/domain/comment/comment'
import { quoteExcerpt } from '~/domain/comment/quote'
import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import type { ReviewView } from '~/domain/moderation/review-view'
import type { Voice } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { textOfHtml } from '~/domain/shared/text-of-html'
import { Prisma } from '~/generated/prisma/client'
import { recusalOf, requireReviewer, type Recusal } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

/** How many entries a page of the queue holds. */
export const QUEUE_PAGE_SIZE = 30

export interface ReviewEntry {
  /** What the list is paged by: the revision's id, in one's own decisions the decision's. */
  key: string
  commentId: string
  topic: { id: string; title: string }
  author: { name: string; voice: Voice; title: string | null }
  excerpt: string
  stance: Stance | null
  kind: CommentKind
  reply: boolean
  /** A later text of a comment that was published or returned before. */
  edited: boolean
  sentAt: Date
  /** The decision on this text, where there is one. */
  decision: { outcome: ReviewOutcome; at: Date; moderator: string } | null
  /** Why the viewer leaves it to a colleague. */
  recusal: Recusal | null
}

export interface ReviewQueue {
  entries: ReviewEntry[]
  /** The key to go on after, or null at the end. */
  nextAfter: string | null
}

interface Row {
  key: string
  commentId: string
  topicId: string
  topicTitle: string
  studioId: string
  authorId: string
  authorName: string
  voice: Voice
  authorTitle: string | null
  html: string
  stance: Stance | null
  kind: CommentKind
  rootId: string | null
  number: number
  sentAt: Date
  outcome: ReviewOutcome | null
  decidedAt: Date | null
  moderator: string | null
  viewerSpoke: boolean
}

/**
 * One page of what waits (oldest first), of what the viewer decided, of what stands refused, or of what was
 * returned (newest first).
 *
 * @throws AppError forbidden for others than moderators; invalidCursor for an `after` or a topic that is no id
 */
export async function listReviewQueue(
  scope: Scope,
  input: { view: ReviewView; topicId?: string | null; after?: string | null },
): Promise<ReviewQueue> {
  const viewer = requireReviewer(scope.viewer)
  for (const id of [input.topicId, input.after]) {
    if (id && !isId(id)) throw new AppError('invalidCursor')
  }
  const mine = input.view === 'mine'
  const oldestFirst = input.view === 'pending'
  // In one's own decisions the text is the one that was decided on, elsewhere the newest.
  const key = mine ? Prisma.sql`d."id"` : Prisma.sql`c."latestRevisionId"`
  const source = mine
    ? Prisma.sql`"moderation_decisions" d
        JOIN "comment_revisions" r ON r."id" = d."revisionId"
        JOIN "comments" c ON c."id" = d."commentId"`
    : Prisma.sql`"comments" c
        JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
        LEFT JOIN "moderation_decisions" d ON d."revisionId" = r."id" AND d."current"`
  const which = mine
    ? Prisma.sql`d."moderatorId" = ${viewer.personId}`
    : Prisma.sql`c."latestStatus" = ${input.view}::"ReviewStatus"`
  const ofTopic = input.topicId ? Prisma.sql`AND c."topicId" = ${input.topicId}` : Prisma.empty
  const past = oldestFirst ? Prisma.sql`>` : Prisma.sql`<`
  const onwards = input.after ? Prisma.sql`AND ${key} ${past} ${input.after}` : Prisma.empty
  const order = oldestFirst ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${key} AS "key", c."id" AS "commentId", c."topicId", t."title" AS "topicTitle", t."studioId",
      c."authorId", a."displayName" AS "authorName", c."voice"::text, c."authorTitle",
      left(r."html", 1500) AS "html", r."stance"::text, r."kind"::text, c."rootId", r."number",
      r."createdAt" AS "sentAt", d."outcome"::text, d."decidedAt", m."displayName" AS "moderator",
      EXISTS (
        SELECT 1 FROM "comments" s
        WHERE s."authorId" = ${viewer.personId} AND s."topicId" = c."topicId"
          AND (s."status" = 'published' OR s."latestStatus" = 'pending')
      ) AS "viewerSpoke"
    FROM ${source}
    JOIN "topics" t ON t."id" = c."topicId"
    JOIN "people" a ON a."id" = c."authorId"
    LEFT JOIN "people" m ON m."id" = d."moderatorId"
    WHERE ${which} ${ofTopic} ${onwards}
    ORDER BY ${key} ${order}
    LIMIT ${QUEUE_PAGE_SIZE + 1}`
  const page = rows.slice(0, QUEUE_PAGE_SIZE)
  return {
    entries: page.map((row) => ({
      key: row.key,
      commentId: row.commentId,
      topic: { id: row.topicId, title: row.topicTitle },
      author: { name: row.authorName, voice: row.voice, title: row.authorTitle },
      excerpt: quoteExcerpt(textOfHtml(row.html)),
      stance: row.stance,
      kind: row.kind,
      reply: row.rootId !== null,
      edited: row.number > 1,
      sentAt: row.sentAt,
      decision:
        row.outcome && row.decidedAt
          ? { outcome: row.outcome, at: row.decidedAt, moderator: row.moderator ?? '' }
          : null,
      recusal: recusalOf(viewer, row),
    })),
    nextAfter: rows.length > QUEUE_PAGE_SIZE ? (page.at(-1)?.key ?? null) : null,
  }
}
