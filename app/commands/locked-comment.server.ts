import type { StandingStatus } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { DEFAULT_MODERATION_SETTINGS } from '~/domain/moderation/settings'
import type { Viewer } from '~/domain/person/actor'
import type { Voice } from '~/domain/person/role'
import { MODERATION_SETTINGS } from '~/server/settings.server'
import type { Transaction } from '~/server/transact.server'

/** A comment whose row is held until the transaction ends. */
export interface LockedComment {
  id: string
  topicId: string
  authorId: string
  voice: Voice
  version: number
  status: StandingStatus
  latestStatus: StandingStatus
  latestRevisionId: string
  currentRevisionId: string | null
}

/**
 * Holds a comment: whoever decides on it waits here, and then sees what the faster one did.
 *
 * @throws AppError notFound
 */
export async function lockComment(tx: Transaction, commentId: string): Promise<LockedComment> {
  const { rows } = await tx.query<LockedComment>(`${COMMENT} FOR UPDATE`, [commentId])
  const [comment] = rows
  if (!comment) throw new AppError('notFound')
  return comment
}

/** Holds a comment, unless somebody else holds it: then null. */
export async function lockFreeComment(
  tx: Transaction,
  commentId: string,
): Promise<LockedComment | null> {
  const { rows } = await tx.query<LockedComment>(`${COMMENT} FOR UPDATE SKIP LOCKED`, [commentId])
  return rows[0] ?? null
}

const COMMENT = `
  SELECT "id", "topicId", "authorId", "voice"::text, "version", "status"::text, "latestStatus"::text, "latestRevisionId",
         "currentRevisionId"
    FROM "comments" WHERE "id" = $1`

/** A revision before the newest is the public one, or was until it was hidden. */
export function isEarlierPublished(comment: LockedComment): boolean {
  const isPublic = comment.status === 'published' || comment.status === 'hidden'
  return isPublic && comment.currentRevisionId !== comment.latestRevisionId
}

/** What of a comment, one of its texts and the task of that decides whether and how the viewer may decide. */
export interface ReviewFacts {
  /** Since when it waits: it was sent, or first reported. */
  sentAt: Date
  studioId: string
  authorId: string
  viewerSpoke: boolean
  viewerReported: boolean
  /** The present decision on the text. */
  decisionId: string | null
  decisionSettled: boolean
  /** Another text of the comment has a decision that can still be undone. */
  unsettledRevisionId: string | null
  /** The text was reported, and that waits. */
  reported: boolean
  /** The open task of the reports, or of the kind `pending`. */
  taskId: string | null
  senior: boolean
  barredId: string | null
  leasedById: string | null
  leasedUntil: Date | null
  openedAt: Date | null
  undoSeconds: number
}

/**
 * Read in a statement of its own: joined to the one that waits for the lock, these could be older than it.
 *
 * @param revisionId the text that is decided on; by default the newest
 * @throws AppError notFound where the comment has no such text
 */
export async function readReviewFacts(
  tx: Transaction,
  viewer: Viewer,
  comment: LockedComment,
  revisionId: string = comment.latestRevisionId,
): Promise<ReviewFacts> {
  const { rows } = await tx.query<ReviewFacts>(FACTS, [
    revisionId,
    comment.topicId,
    viewer?.personId ?? '',
    comment.id,
    DEFAULT_MODERATION_SETTINGS.undoSeconds,
  ])
  const [facts] = rows
  if (!facts) throw new AppError('notFound')
  return { ...facts, authorId: comment.authorId }
}

const FACTS = `
  SELECT CASE WHEN k."kind" = 'reported' THEN k."createdAt" ELSE r."createdAt" END AS "sentAt", t."studioId",
         d."id" AS "decisionId", d."settledAt" IS NOT NULL AS "decisionSettled",
         k."id" AS "taskId", k."id" IS NOT NULL AND k."kind" = 'reported' AS "reported",
         coalesce(k."senior", false) AS "senior", k."barredId", k."leasedById", k."leasedUntil", k."openedAt",
         (SELECT o."revisionId" FROM "moderation_decisions" o
           WHERE o."commentId" = $4 AND o."revisionId" <> r."id" AND o."current" AND o."settledAt" IS NULL
           LIMIT 1) AS "unsettledRevisionId",
         EXISTS (SELECT 1 FROM "reports" p WHERE p."commentId" = $4 AND p."reporterId" = $3) AS "viewerReported",
         coalesce((SELECT (s."value"->>'undoSeconds')::int FROM "settings" s
           WHERE s."key" = '${MODERATION_SETTINGS}'), $5::int) AS "undoSeconds",
         EXISTS (
           SELECT 1 FROM "comments" s
            WHERE s."authorId" = $3 AND s."topicId" = t."id"
              AND (s."status" IN ('published', 'hidden') OR s."latestStatus" = 'pending')
         ) AS "viewerSpoke"
    FROM "comment_revisions" r
    JOIN "topics" t ON t."id" = $2
    LEFT JOIN "moderation_decisions" d ON d."revisionId" = r."id" AND d."current"
    LEFT JOIN LATERAL (
      SELECT w.* FROM "review_tasks" w
       WHERE w."commentId" = $4 AND w."closedAt" IS NULL
         AND (w."kind" = 'pending' OR (w."kind" = 'reported' AND w."revisionId" = r."id"))
       ORDER BY w."kind" = 'reported' DESC LIMIT 1
    ) k ON true
   WHERE r."id" = $1 AND r."commentId" = $4`
