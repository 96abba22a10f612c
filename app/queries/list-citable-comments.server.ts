import { AppError } from '~/domain/errors'
import type { CommentKind, Stance } from '~/domain/comment/comment'
import type { Voice } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

/** A published comment that a point may rest on. */
export interface CitableComment {
  id: string
  rootId: string | null
  authorName: string
  voice: Voice
  authorTitle: string | null
  kind: CommentKind
  stance: Stance | null
  lang: string
  text: string
  createdAt: Date
  /** The numbers, from 1, of the points of this draft that cite it. */
  citedBy: number[]
}

export interface CitableConversation {
  opening: CitableComment
  /** The first of its published replies. */
  replies: CitableComment[]
  /** There are more replies than are shown. */
  moreReplies: boolean
}

export interface CitableFilter {
  stance?: Stance
  kind?: CommentKind
  voice?: Voice
  /** Only comments that no point cites. */
  uncited?: boolean
}

const PAGE_SIZE = 10
const REPLIES = 6
/** Of one conversation on its own. */
const REPLIES_ALONE = 40

/**
 * The published comments of a topic, conversation by conversation, oldest first, with what cites them. Filters
 * hold for the opening comments.
 *
 * @param options.after the id of the last opening comment of the page before
 * @throws AppError invalidCursor
 */
export async function listCitableComments(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  summaryId: string,
  options: { filter?: CitableFilter; after?: string } = {},
): Promise<{ conversations: CitableConversation[]; next: string | null }> {
  const { filter = {}, after } = options
  if (after !== undefined && !isId(after)) throw new AppError('invalidCursor')
  const roots = await scope.db.$queryRaw<CitableComment[]>`
    SELECT ${columns(summaryId)} FROM "comments" c ${JOINS}
     WHERE c."topicId" = ${topicId} AND c."rootId" IS NULL AND c."status" = 'published'
       ${after === undefined ? Prisma.empty : Prisma.sql`AND c."id" > ${after}`}
       ${filter.stance ? Prisma.sql`AND c."stance" = ${filter.stance}::"Stance"` : Prisma.empty}
       ${filter.kind ? Prisma.sql`AND c."kind" = ${filter.kind}::"CommentKind"` : Prisma.empty}
       ${filter.voice ? Prisma.sql`AND c."voice" = ${filter.voice}::"Voice"` : Prisma.empty}
       ${
         filter.uncited
           ? Prisma.sql`AND NOT EXISTS (SELECT 1 FROM "citations" z JOIN "summary_points" y ON y."id" = z."pointId"
               WHERE z."commentId" = c."id" AND y."summaryId" = ${summaryId})`
           : Prisma.empty
       }
     ORDER BY c."id" LIMIT ${PAGE_SIZE + 1}`
  const shown = roots.slice(0, PAGE_SIZE)
  const replies = await readReplies(
    scope,
    summaryId,
    shown.map(({ id }) => id),
    REPLIES,
  )
  return {
    conversations: shown.map((opening) => {
      const own = replies.filter((reply) => reply.rootId === opening.id)
      return { opening, replies: own.slice(0, REPLIES), moreReplies: own.length > REPLIES }
    }),
    next: roots.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
  }
}

/**
 * One conversation with its replies, a page of them at a time.
 *
 * @param after the id of the last reply of the page before
 * @throws AppError notFound; invalidCursor
 */
export async function getCitableConversation(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  summaryId: string,
  rootId: string,
  after?: string,
): Promise<{ conversations: CitableConversation[]; next: string | null }> {
  if (!isId(rootId)) throw new AppError('notFound')
  if (after !== undefined && !isId(after)) throw new AppError('invalidCursor')
  const [opening] = await scope.db.$queryRaw<CitableComment[]>`
    SELECT ${columns(summaryId)} FROM "comments" c ${JOINS}
     WHERE c."id" = ${rootId} AND c."topicId" = ${topicId} AND c."rootId" IS NULL
       AND c."status" = 'published'`
  if (!opening) throw new AppError('notFound')
  const found = await readReplies(scope, summaryId, [rootId], REPLIES_ALONE, after)
  const replies = found.slice(0, REPLIES_ALONE)
  return {
    conversations: [{ opening, replies, moreReplies: false }],
    next: found.length > REPLIES_ALONE ? (replies.at(-1)?.id ?? null) : null,
  }
}

/** The first replies of each conversation, one more than asked for, so that the caller sees whether there are more. */
async function readReplies(
  scope: Pick<Scope, 'db'>,
  summaryId: string,
  rootIds: readonly string[],
  take: number,
  after?: string,
): Promise<CitableComment[]> {
  if (rootIds.length === 0) return []
  return scope.db.$queryRaw<CitableComment[]>`
    SELECT ${columns(summaryId)} FROM unnest(${[...rootIds]}::text[]) AS root("id")
      CROSS JOIN LATERAL (
        SELECT * FROM "comments" o WHERE o."rootId" = root."id" AND o."status" = 'published'
          ${after === undefined ? Prisma.empty : Prisma.sql`AND o."id" > ${after}`}
         ORDER BY o."id" LIMIT ${take + 1}) c
      ${JOINS}
     ORDER BY c."rootId", c."id"`
}

function columns(summaryId: string): Prisma.Sql {
  return Prisma.sql`
    c."id", c."rootId", p."displayName" AS "authorName", c."voice"::text, c."authorTitle",
    c."kind"::text, c."stance"::text, c."lang", r."text", c."createdAt",
    ARRAY(SELECT y."position" + 1 FROM "citations" z JOIN "summary_points" y ON y."id" = z."pointId"
           WHERE z."commentId" = c."id" AND y."summaryId" = ${summaryId}
           ORDER BY y."position") AS "citedBy"`
}

const JOINS = Prisma.sql`
  JOIN "people" p ON p."id" = c."authorId"
  JOIN "comment_revisions" r ON r."id" = c."currentRevisionId"`
