import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'
import {
  byIds,
  PLACE_STATUSES,
  readComments,
  type EmptyPlace,
  type PublicCommentRow,
} from './read-comments.server'

/** How many replies a page of a conversation holds. */
export const REPLIES_PER_PAGE = 30

/** Of these so many stand above a reply that was jumped to. */
const ABOVE_JUMP = 5

export interface ConversationView {
  /** Null for an opening comment that its author alone sees. */
  opening: PublicCommentRow | EmptyPlace | null
  /** Oldest first, with the places of those that are gone. */
  replies: Array<PublicCommentRow | EmptyPlace>
  /** Where the next page begins. */
  next: string | null
  /** This is not the first page. */
  continued: boolean
}

/**
 * A conversation: its opening comment and a page of replies after the reply `after`.
 *
 * @throws AppError invalidCursor for an `after` that is no id; notFound where the topic has no such
 *   opening comment in public, nor the reader one of their own
 */
export async function getConversation(
  scope: Pick<Scope, 'db' | 'viewer'>,
  topicId: string,
  rootId: string,
  after: string | null,
): Promise<ConversationView> {
  if (after !== null && !isId(after)) throw new AppError('invalidCursor')
  const [root] = await scope.db.$queryRaw<Array<{ public: boolean }>>`
    SELECT c."publishedAt" IS NOT NULL AS "public" FROM "comments" c
     WHERE c."id" = ${rootId} AND c."topicId" = ${topicId} AND c."rootId" IS NULL
       AND (c."publishedAt" IS NOT NULL OR c."authorId" = ${scope.viewer?.personId ?? ''})`
  if (!root) throw new AppError('notFound')
  const page = await neighbours(scope, rootId, 'after', after ?? '', REPLIES_PER_PAGE + 1)
  const ids = page.slice(0, REPLIES_PER_PAGE)
  const shown = byIds(root.public ? [rootId, ...ids] : ids)
  const { comments, places } = await readComments(scope, shown, { replies: false })
  const all = [...comments, ...places]
  return {
    opening: all.find(({ id }) => id === rootId) ?? null,
    replies: all.filter(({ id }) => id !== rootId).sort((a, b) => (a.id < b.id ? -1 : 1)),
    next: page.length > REPLIES_PER_PAGE ? (ids.at(-1) ?? null) : null,
    continued: after !== null,
  }
}

/** Where a comment stands. */
export interface CommentPlace {
  id: string
  /** The conversation in which it is read; null for an opening comment that stands in the thread. */
  rootId: string | null
  /** The reply after which the page of its conversation begins on which it stands; null for the first. */
  after: string | null
}

/**
 * Where a comment of a topic stands, for a jump to it: comments that are or were public, and the reader's own.
 *
 * @throws AppError notFound
 */
export async function locateComment(
  scope: Pick<Scope, 'db' | 'viewer'>,
  topicId: string,
  commentId: string,
): Promise<CommentPlace> {
  const [comment] = await scope.db.$queryRaw<Array<{ rootId: string | null; joined: boolean }>>`
    SELECT c."rootId", c."demandGroupId" IS NOT NULL AS "joined" FROM "comments" c
     WHERE c."id" = ${commentId} AND c."topicId" = ${topicId}
       AND (c."publishedAt" IS NOT NULL OR c."authorId" = ${scope.viewer?.personId ?? ''})`
  if (!comment) throw new AppError('notFound')
  const { rootId } = comment
  // Under another one in the thread, a comment is read at its own conversation.
  if (!rootId) return { id: commentId, rootId: comment.joined ? commentId : null, after: null }
  const before = await neighbours(scope, rootId, 'before', commentId, REPLIES_PER_PAGE)
  const onFirstPage = before.length < REPLIES_PER_PAGE
  return { id: commentId, rootId, after: onFirstPage ? null : (before[ABOVE_JUMP] ?? null) }
}

/**
 * The replies next to one in their conversation, nearest first, with the places of those that are gone. Published
 * ones and places are read apart: each along the index, no further than needed.
 */
async function neighbours(
  scope: Pick<Scope, 'db'>,
  rootId: string,
  side: 'before' | 'after',
  id: string,
  take: number,
): Promise<string[]> {
  const condition = side === 'after' ? Prisma.sql`c."id" > ${id}` : Prisma.sql`c."id" < ${id}`
  const order = Prisma.sql`ORDER BY "id" ${side === 'after' ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${take}`
  const rows = await scope.db.$queryRaw<Array<{ id: string }>>`
    (SELECT c."id" FROM "comments" c
      WHERE c."rootId" = ${rootId} AND c."status" = 'published' AND ${condition} ${order})
    UNION ALL
    (SELECT c."id" FROM "comments" c
      WHERE c."rootId" = ${rootId} AND c."status" IN (${PLACE_STATUSES})
        AND c."publishedAt" IS NOT NULL AND ${condition} ${order})
    ${order}`
  return rows.map((row) => row.id)
}
