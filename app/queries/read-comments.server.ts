import type { CommentKind, ReviewStatus, Stance } from '~/domain/comment/comment'
import { goneWords, viewQuote, type GoneWords, type QuoteView } from '~/domain/comment/quote'
import type { Voice } from '~/domain/person/role'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'
import { FILES_JSON, type AttachedFile } from './attached-files'

/** A comment as the public reads it. */
export interface PublicCommentRow {
  id: string
  /** The opening comment of its conversation; null for an opening comment. */
  rootId: string | null
  /** For telling a reader's own comments; never sent to a page. */
  authorId: string
  authorName: string
  voice: Voice
  authorTitle: string | null
  /** The street or district that its author gave. */
  place: string | null
  createdAt: Date
  stance: Stance | null
  kind: CommentKind
  lang: string
  html: string
  /** The published revision: what a quote names. */
  revisionId: string
  /** Its author has published another text since. */
  edited: boolean
  version: number
  replyCount: number
  /** Whom a reply to a reply mentions; null where that one is public no more. */
  mentions: { name: string | null } | null
  quoted: { view: QuoteView; commentId: string; authorName: string } | null
  /** The points of published summaries that cite it. `position` counts from 0. */
  points: ReadonlyArray<{ id: string; position: number }>
  /** The published responses that answer it. */
  responses: ReadonlyArray<{ id: string; department: string }>
  /** 同类诉求: the group that it leads or is shown under, and how many persons ask for the same. */
  sameDemand: { leadId: string; people: number } | null
  /** Photographs and documents of the published text. */
  files: AttachedFile[]
}

/** The place of a comment that was public: the words are gone, replies and links stay. */
export interface EmptyPlace {
  id: string
  rootId: string | null
  createdAt: Date
  replyCount: number
  gone: GoneWords
}

/** A comment that stands so and was public once keeps its place. (Where it waits, a newer text of it does.) */
export const PLACE_STATUSES = Prisma.sql`'withdrawn', 'hidden', 'rejected', 'returned', 'pending'`

export interface CommentRows {
  comments: PublicCommentRow[]
  places: EmptyPlace[]
}

/** How many replies of a conversation stand below its opening comment in a list. */
export const REPLIES_SHOWN = 3

/** Whether a comment is one to read, or a place without words. */
export function isPlace(comment: PublicCommentRow | EmptyPlace): comment is EmptyPlace {
  return 'gone' in comment
}

/** Comments by their ids. */
export function byIds(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT c.* FROM "comments" c WHERE c."id" = ANY(${[...ids]})`
}

/**
 * Reads what a page shows of comments, in one statement that looks up each by keys: its cost is that of
 * the rows shown, whatever the topic's size.
 *
 * @param shown selects rows of "comments"
 * @param options.replies adds the first replies of each
 */
export async function readComments(
  scope: Pick<Scope, 'db'>,
  shown: Prisma.Sql,
  options: { replies: boolean },
): Promise<CommentRows> {
  const replies = options.replies
    ? Prisma.sql`
        UNION ALL
        SELECT r.* FROM "shown" s CROSS JOIN LATERAL (
          SELECT c.* FROM "comments" c
           WHERE c."rootId" = s."id" AND c."status" = 'published'
           ORDER BY c."id" LIMIT ${REPLIES_SHOWN}
        ) r WHERE s."replyCount" > 0`
    : Prisma.empty
  const rows = await scope.db.$queryRaw<Row[]>`
    WITH "shown" AS (${shown}), "row" AS (SELECT * FROM "shown" ${replies})
    SELECT c."id", c."rootId", c."authorId", p."displayName" AS "authorName", c."voice"::text,
           c."authorTitle", d."name" AS "place", c."createdAt", c."stance"::text, c."kind"::text,
           c."lang", r."html", c."currentRevisionId" AS "revisionId",
           r."createdAt" > c."publishedAt" AS "edited", c."version", c."replyCount", c."status"::text,
           m."id" AS "mentionId", CASE WHEN m."status" = 'published' THEN mp."displayName" END AS "mentionName",
           q."status"::text AS "quoteStatus", left(q."text", 600) AS "quoteText", q."commentId" AS "quoteCommentId",
           qp."displayName" AS "quoteName", g."leadCommentId" AS "leadId", g."size" AS "people", cited."points", answered."responses",
           CASE WHEN c."status" = 'published' THEN (
             SELECT ${Prisma.raw(FILES_JSON)} FROM "revision_attachments" ra
               JOIN "attachments" f ON f."id" = ra."attachmentId" AND f."scan" IN ('none', 'clean')
              WHERE ra."revisionId" = c."currentRevisionId") END AS "files"
      FROM "row" c
      JOIN "people" p ON p."id" = c."authorId"
      LEFT JOIN "districts" d ON d."id" = p."districtId"
      LEFT JOIN "comment_revisions" r ON r."id" = c."currentRevisionId"
      LEFT JOIN LATERAL (
        SELECT * FROM "demand_groups" WHERE "leadCommentId" = c."id"
        UNION ALL SELECT * FROM "demand_groups" WHERE "id" = c."demandGroupId"
         LIMIT 1
      ) g ON g."size" > 1
      LEFT JOIN "comments" m ON m."id" = c."replyToId"
      LEFT JOIN "people" mp ON mp."id" = m."authorId"
      LEFT JOIN "comment_revisions" q ON q."id" = c."quotedRevisionId"
      LEFT JOIN "comments" qc ON qc."id" = q."commentId"
      LEFT JOIN "people" qp ON qp."id" = qc."authorId"
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('id', sp."id", 'position', sp."position")
                        ORDER BY s."number", sp."position") AS "points"
          FROM "citations" ci
          JOIN "summary_points" sp ON sp."id" = ci."pointId"
          JOIN "outcome_summaries" s ON s."id" = sp."summaryId" AND s."status" = 'published'
         WHERE ci."commentId" = c."id"
      ) cited ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('id', o."id", 'department', dep."shortName")
                        ORDER BY o."publishedAt") AS "responses"
          FROM "response_answers" a
          JOIN "responses" o ON o."id" = a."responseId" AND o."publishedAt" IS NOT NULL
          JOIN "departments" dep ON dep."id" = o."departmentId"
         WHERE a."commentId" = c."id"
      ) answered ON true`
  return {
    comments: rows.flatMap((row) => (isPublished(row) ? [toComment(row)] : [])),
    places: rows.flatMap((row) => (isPublished(row) ? [] : [toPlace(row)])),
  }
}

interface Row {
  id: string
  rootId: string | null
  authorId: string
  authorName: string
  voice: Voice
  authorTitle: string | null
  place: string | null
  createdAt: Date
  stance: Stance | null
  kind: CommentKind
  lang: string
  html: string | null
  revisionId: string | null
  edited: boolean | null
  version: number
  replyCount: number
  status: ReviewStatus
  mentionId: string | null
  mentionName: string | null
  quoteStatus: ReviewStatus | null
  quoteText: string | null
  quoteCommentId: string | null
  quoteName: string | null
  leadId: string | null
  people: number | null
  points: PublicCommentRow['points'] | null
  responses: PublicCommentRow['responses'] | null
  files: AttachedFile[] | null
}

type PublishedRow = Row & { html: string; revisionId: string }

function isPublished(row: Row): row is PublishedRow {
  return row.status === 'published' && row.html !== null && row.revisionId !== null
}

function toComment(row: PublishedRow): PublicCommentRow {
  const { quoteStatus, quoteText, quoteCommentId, quoteName } = row
  return {
    id: row.id,
    rootId: row.rootId,
    authorId: row.authorId,
    authorName: row.authorName,
    voice: row.voice,
    authorTitle: row.authorTitle,
    place: row.place,
    createdAt: row.createdAt,
    stance: row.stance,
    kind: row.kind,
    lang: row.lang,
    html: row.html,
    revisionId: row.revisionId,
    edited: row.edited ?? false,
    version: row.version,
    replyCount: row.replyCount,
    mentions: row.mentionId === null ? null : { name: row.mentionName },
    quoted:
      quoteStatus === null || quoteText === null || quoteCommentId === null
        ? null
        : {
            view: viewQuote({ status: quoteStatus, text: quoteText }),
            commentId: quoteCommentId,
            authorName: quoteName ?? '',
          },
    points: row.points ?? [],
    responses: row.responses ?? [],
    files: row.files ?? [],
    sameDemand:
      row.leadId !== null && row.people !== null
        ? { leadId: row.leadId, people: row.people }
        : null,
  }
}

function toPlace(row: Row): EmptyPlace {
  return {
    id: row.id,
    rootId: row.rootId,
    createdAt: row.createdAt,
    replyCount: row.replyCount,
    gone: goneWords(row.status),
  }
}
