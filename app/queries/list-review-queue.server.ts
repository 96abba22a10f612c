import type { CommentKind, Stance } from '~/domain/comment/comment'
import { quoteExcerpt } from '~/domain/comment/quote'
import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { readPlace, writePlace } from '~/domain/moderation/queue-place'
import { NO_FILTER, type ReviewFilter } from '~/domain/moderation/review-filter'
import { taskKindOf, type ReviewView } from '~/domain/moderation/review-view'
import type { Voice } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { textOfHtml } from '~/domain/shared/text-of-html'
import { Prisma } from '~/generated/prisma/client'
import { recusalOf, requireReviewer, type Recusal } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import {
  behind,
  decidedComments,
  openTasks,
  ownDecisions,
  QUEUE_ORDER,
  standingDecided,
} from './queue-conditions.server'

const { sql, empty } = Prisma

/** How many entries a page of the queue holds. */
export const QUEUE_PAGE_SIZE = 30

export interface ReviewEntry {
  /** Tells the entries of a page apart: the task's id, the revision's, in one's own decisions the decision's. */
  key: string
  commentId: string
  revisionId: string
  /** To be named by a decision. */
  version: number
  topic: { id: string; title: string }
  author: { name: string; voice: Voice; title: string | null }
  excerpt: string
  stance: Stance | null
  kind: CommentKind
  reply: boolean
  /** A later text of a comment that was published or returned before. */
  edited: boolean
  sentAt: Date
  /** The task that waits; null in the views of what is decided. */
  task: QueuedTask | null
  /** The decision on this text, where there is one. */
  decision: ListedDecision | null
  /** Why the viewer leaves it to a colleague. */
  recusal: Recusal | null
}

export interface QueuedTask {
  id: string
  dueAt: Date
  overdue: boolean
  risk: number
  /** The screening rules that found something; of reports the reasons. */
  rules: string[]
  senior: boolean
  /** Of reports: since when they wait, how many there are, and whether the words are hidden meanwhile. */
  reports: { since: Date; count: number; hidden: boolean } | null
  /** Who has it open now. */
  lease: { by: string; mine: boolean } | null
}

export interface ListedDecision {
  id: string
  outcome: ReviewOutcome
  at: Date
  moderator: string
  /** Null once the author was told. */
  settlesAt: Date | null
}

export interface ReviewQueue {
  entries: ReviewEntry[]
  /** The place to go on after, or null at the end. */
  nextAfter: string | null
}

interface Row {
  key: string
  commentId: string
  revisionId: string
  version: number
  topicId: string
  topicTitle: string
  studioId: string
  authorId: string
  authorName: string
  voice: Voice
  authorTitle: string | null
  html: string
  /** What was typed, where the text differs. */
  original: string | null
  stance: Stance | null
  kind: CommentKind
  rootId: string | null
  number: number
  sentAt: Date
  viewerSpoke: boolean
  viewerReported: boolean
  hidden: boolean
  reportedSince: Date | null
  reports: number | null
  dueAt: Date | null
  risk: number | null
  rules: string[] | null
  senior: boolean | null
  barredId: string | null
  leasedById: string | null
  leasedBy: string | null
  decisionId: string | null
  outcome: ReviewOutcome | null
  decidedAt: Date | null
  settlesAt: Date | null
  moderator: string | null
}

/**
 * One page of what waits (by due time, the riskier first among those due at once), of what stands decided, or of
 * what the viewer decided (newest first).
 *
 * @throws AppError forbidden for others than moderators; invalidCursor for an `after` that is none
 */
export async function listReviewQueue(
  scope: Scope,
  input: { view: ReviewView; filter?: ReviewFilter; after?: string | null },
): Promise<ReviewQueue> {
  const viewer = requireReviewer(scope.viewer)
  const rows = await scope.db.$queryRaw<Row[]>(statement(scope, viewer.personId, input))
  const page = rows.slice(0, QUEUE_PAGE_SIZE)
  const last = rows.length > QUEUE_PAGE_SIZE ? page.at(-1) : undefined
  const blind = input.view === 'secondLook'
  return {
    entries: page.map((row) => ({
      key: row.key,
      commentId: row.commentId,
      revisionId: row.revisionId,
      version: row.version,
      topic: { id: row.topicId, title: row.topicTitle },
      author: { name: row.authorName, voice: row.voice, title: row.authorTitle },
      // In a second look the published text would tell what the first moderator hid.
      excerpt: quoteExcerpt((blind && row.original) || textOfHtml(row.html)),
      stance: row.stance,
      kind: row.kind,
      reply: row.rootId !== null,
      edited: row.number > 1,
      sentAt: row.sentAt,
      task: taskOf(row, viewer.personId, scope.now),
      // Whoever decides on an appeal or a second look does not know yet who decided before them, and how.
      decision:
        !blind && input.view !== 'appeal' && row.outcome && row.decidedAt && row.decisionId
          ? {
              id: row.decisionId,
              outcome: row.outcome,
              at: row.decidedAt,
              moderator: row.moderator ?? '',
              settlesAt: row.settlesAt,
            }
          : null,
      recusal: recusalOf(viewer, { ...row, senior: row.senior ?? false }),
    })),
    nextAfter: last
      ? last.dueAt
        ? writePlace({ dueAt: last.dueAt, risk: last.risk ?? 0, id: last.key })
        : last.key
      : null,
  }
}

function taskOf(row: Row, viewerId: string, now: Date): QueuedTask | null {
  if (!row.dueAt) return null
  return {
    id: row.key,
    dueAt: row.dueAt,
    overdue: row.dueAt < now,
    risk: row.risk ?? 0,
    rules: row.rules ?? [],
    senior: row.senior ?? false,
    reports: row.reportedSince && {
      since: row.reportedSince,
      count: row.reports ?? 0,
      hidden: row.hidden,
    },
    lease: row.leasedBy ? { by: row.leasedBy, mine: row.leasedById === viewerId } : null,
  }
}

function statement(
  scope: Scope,
  viewerId: string,
  input: Parameters<typeof listReviewQueue>[1],
): Prisma.Sql {
  const { key, from, where, order, lease } = sourceOf(scope, viewerId, input)
  return sql`
    SELECT ${key} AS "key", c."id" AS "commentId", r."id" AS "revisionId", c."version", c."topicId",
      t."title" AS "topicTitle", t."studioId", c."authorId", a."displayName" AS "authorName", c."voice"::text,
      c."authorTitle", left(r."html", 1500) AS "html", left(r."originalText", 1500) AS "original", r."stance"::text, r."kind"::text, c."rootId", r."number",
      r."createdAt" AS "sentAt", ${lease},
      d."id" AS "decisionId", d."outcome"::text, d."decidedAt", m."displayName" AS "moderator",
      CASE WHEN d."settledAt" IS NULL AND d."undoneAt" IS NULL THEN d."settlesAt" END AS "settlesAt",
      EXISTS (
        SELECT 1 FROM "comments" s
        WHERE s."authorId" = ${viewerId} AND s."topicId" = c."topicId"
          AND (s."status" IN ('published', 'hidden') OR s."latestStatus" = 'pending')
      ) AS "viewerSpoke",
      EXISTS (
        SELECT 1 FROM "reports" p WHERE p."commentId" = c."id" AND p."reporterId" = ${viewerId}
      ) AS "viewerReported",
      c."status" = 'hidden' AS "hidden"
    FROM ${from}
    JOIN "topics" t ON t."id" = c."topicId"
    JOIN "people" a ON a."id" = c."authorId"
    LEFT JOIN "people" m ON m."id" = d."moderatorId"
    WHERE ${where}
    ORDER BY ${order}
    LIMIT ${QUEUE_PAGE_SIZE + 1}`
}

const NO_TASK = sql`NULL::timestamptz AS "dueAt", NULL::int AS "risk", NULL::text[] AS "rules", NULL::bool AS "senior",
  NULL AS "barredId", NULL AS "leasedById", NULL AS "leasedBy", NULL::timestamptz AS "reportedSince",
  NULL::int AS "reports"`

/** How much was said against a text that was reported. */
const REPORTS = sql`k."createdAt" AS "reportedSince",
  (SELECT count(*)::int FROM "reports" p WHERE p."commentId" = c."id" AND p."result" IS NULL) AS "reports"`

const NO_REPORTS = sql`NULL::timestamptz AS "reportedSince", NULL::int AS "reports"`

/** Where the entries of a view come from, and in which order. */
function sourceOf(
  scope: Scope,
  viewerId: string,
  { view, filter = NO_FILTER, after }: Parameters<typeof listReviewQueue>[1],
) {
  const kind = taskKindOf(view)
  if (kind) {
    const place = after ? readPlace(after) : null
    if (after && !place) throw new AppError('invalidCursor')
    return {
      key: sql`k."id"`,
      from: sql`"review_tasks" k
        JOIN "comments" c ON c."id" = k."commentId"
        JOIN "comment_revisions" r ON r."id" = k."revisionId"
        LEFT JOIN "moderation_decisions" d ON d."revisionId" = r."id" AND d."current"
        LEFT JOIN "people" l ON l."id" = k."leasedById" AND k."leasedUntil" > ${scope.now}`,
      where: sql`${openTasks(kind, filter, scope.now)} ${behind(place)}`,
      order: QUEUE_ORDER,
      lease: sql`k."dueAt", k."risk", k."rules", k."senior", k."barredId", l."id" AS "leasedById",
        l."displayName" AS "leasedBy", ${kind === 'reported' ? REPORTS : NO_REPORTS}`,
    }
  }
  if (after && !isId(after)) throw new AppError('invalidCursor')
  const mine = view === 'mine'
  const key = mine ? sql`d."id"` : sql`c."latestRevisionId"`
  const which = view === 'mine' ? ownDecisions(viewerId) : standingDecided(view)
  return {
    key,
    // In one's own decisions the text is the one that was decided on, elsewhere the newest.
    from: mine
      ? sql`"moderation_decisions" d
          JOIN "comment_revisions" r ON r."id" = d."revisionId"
          JOIN "comments" c ON c."id" = d."commentId"`
      : sql`"comments" c
          JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
          LEFT JOIN "moderation_decisions" d ON d."revisionId" = r."id" AND d."current"`,
    where: sql`${which} ${after ? sql`AND ${key} < ${after}` : empty} ${decidedComments(filter, scope.now)}`,
    order: sql`${key} DESC`,
    lease: NO_TASK,
  }
}
