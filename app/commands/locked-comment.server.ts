import type { StandingStatus } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { DEFAULT_MODERATION_SETTINGS } from '~/domain/moderation/settings'
import type { Viewer } from '~/domain/person/actor'
import { MODERATION_SETTINGS } from '~/server/settings.server'
import type { Transaction } from '~/server/transact.server'

/** A comment whose row is held until the transaction ends. */
export interface LockedComment {
  id: string
  topicId: string
  authorId: string
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
  SELECT "id", "topicId", "authorId", "version", "status"::text, "latestStatus"::text, "latestRevisionId",
         "currentRevisionId"
    FROM "comments" WHERE "id" = $1`

/** A revision before the newest is the public one. */
export function isEarlierPublished(comment: LockedComment): boolean {
  return comment.status === 'published' && comment.currentRevisionId !== comment.latestRevisionId
}

/** What of a comment, its newest text and its task decides whether and how the viewer may decide. */
export interface ReviewFacts {
  sentAt: Date
  studioId: string
  authorId: string
  viewerSpoke: boolean
  /** The present decision on the newest text. */
  decisionId: string | null
  /** The open task of the kind `pending`. */
  taskId: string | null
  senior: boolean
  barredId: string | null
  leasedById: string | null
  leasedUntil: Date | null
  openedAt: Date | null
  undoSeconds: number
}

/** Read in a statement of its own: joined to the one that waits for the lock, these could be older than it. */
export async function readReviewFacts(
  tx: Transaction,
  viewer: Viewer,
  comment: LockedComment,
): Promise<ReviewFacts> {
  const { rows } = await tx.query<ReviewFacts>(FACTS, [
    comment.latestRevisionId,
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
  SELECT r."createdAt" AS "sentAt", t."studioId", d."id" AS "decisionId", k."id" AS "taskId",
         coalesce(k."senior", false) AS "senior", k."barredId", k."leasedById", k."leasedUntil", k."openedAt",
         coalesce((SELECT (s."value"->>'undoSeconds')::int FROM "settings" s
           WHERE s."key" = '${MODERATION_SETTINGS}'), $5::int) AS "undoSeconds",
         EXISTS (
           SELECT 1 FROM "comments" s
            WHERE s."authorId" = $3 AND s."topicId" = t."id"
              AND (s."status" = 'published' OR s."latestStatus" = 'pending')
         ) AS "viewerSpoke"
    FROM "comment_revisions" r
    JOIN "topics" t ON t."id" = $2
    LEFT JOIN "moderation_decisions" d ON d."revisionId" = r."id" AND d."current"
    LEFT JOIN "review_tasks" k ON k."commentId" = $4 AND k."kind" = 'pending' AND k."closedAt" IS NULL
   WHERE r."id" = $1`
