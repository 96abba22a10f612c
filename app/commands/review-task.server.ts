import type { TaskKind } from '~/domain/moderation/queue-counts'
import { DEFAULT_MODERATION_SETTINGS } from '~/domain/moderation/settings'
import { newId } from '~/server/ids.server'
import { MODERATION_SETTINGS } from '~/server/settings.server'
import type { Transaction } from '~/server/transact.server'
import { countInQueue } from './count-in-queue.server'

export interface NewReviewTask {
  kind: TaskKind
  commentId: string
  /** By default the newest revision of the comment. */
  revisionId?: string
  /** By default `reviewHours` of the settings after now, or at the quarter of an hour before that. */
  dueAt?: Date
  /** The higher the sooner, among those due at the same time. */
  risk?: number
  /** Ids of the screening rules that found something; of reports the reasons. */
  rules?: readonly string[]
  /** 升级: only for a 审核组长. */
  senior?: boolean
  seniorNote?: string | null
  /** The moderator who must not take it. */
  barredId?: string | null
}

export interface OpenReviewTask {
  id: string
  /** False where one of the kind was open for the comment already: it was pointed to the given revision. */
  opened: boolean
}

/** A task as it was when it was closed. */
export interface ClosedReviewTask {
  id: string
  kind: TaskKind
  /** Why it waited: ids of screening rules; of reports the reasons. */
  rules: string[]
  /** When the last lease began, and whose it was. */
  openedAt: Date | null
  leasedById: string | null
}

/**
 * Has a comment wait for a moderator, in the caller's transaction; the count of its view follows. At most one
 * task of a kind is open for a comment: a second one keeps the place of the first, for the newer revision, with
 * the greater risk and the rules of the new one. The caller holds the comment's lock.
 *
 * @returns null where there is no such comment
 */
export async function openReviewTask(
  tx: Transaction,
  task: NewReviewTask,
): Promise<OpenReviewTask | null> {
  const { rows } = await tx.query<OpenReviewTask>(OPEN, [
    newId(tx.now.getTime()),
    task.kind,
    task.commentId,
    task.revisionId ?? null,
    tx.now,
    task.dueAt ?? null,
    task.risk ?? 0,
    task.rules ?? [],
    task.senior ?? false,
    task.seniorNote ?? null,
    task.barredId ?? null,
    DEFAULT_MODERATION_SETTINGS.reviewHours,
  ])
  const [row] = rows
  if (!row) return null
  if (row.opened) countInQueue(tx, task.kind, 1)
  return row
}

// The settings are read in the same statement: every comment that is sent passes here. Due times are quarters of an
// hour, so that risk decides among what came in at about the same time.
const OPEN = `
  INSERT INTO "review_tasks" AS open ("id", "kind", "commentId", "revisionId", "topicId", "studioId", "categoryId",
      "authorId", "voice", "createdAt", "dueAt", "risk", "rules", "senior", "seniorNote", "barredId")
  SELECT $1, $2::"ReviewTaskKind", c."id", coalesce($4, c."latestRevisionId"), t."id", t."studioId",
         t."categoryId", c."authorId", c."voice", $5::timestamptz,
         coalesce($6::timestamptz, date_bin('15 minutes', $5::timestamptz + interval '1 hour' * coalesce(
           (SELECT (s."value"->>'reviewHours')::int FROM "settings" s
             WHERE s."key" = '${MODERATION_SETTINGS}'), $12::int), 'epoch')),
         $7, $8::text[], $9, $10, $11
    FROM "comments" c JOIN "topics" t ON t."id" = c."topicId"
   WHERE c."id" = $3
  ON CONFLICT ("commentId", "kind") WHERE "closedAt" IS NULL DO UPDATE
     SET "revisionId" = excluded."revisionId", "dueAt" = least(open."dueAt", excluded."dueAt"),
         "risk" = greatest(open."risk", excluded."risk"), "rules" = excluded."rules",
         "senior" = open."senior" OR excluded."senior",
         "seniorNote" = coalesce(open."seniorNote", excluded."seniorNote")
  RETURNING "id", xmax = 0 AS "opened"`

/**
 * Ends the waiting of a comment in one kind, or in all, in the caller's transaction; the counts follow.
 *
 * @returns the tasks that were open
 */
export async function closeReviewTask(
  tx: Transaction,
  task: { commentId: string; kind?: TaskKind },
): Promise<ClosedReviewTask[]> {
  const { rows } = await tx.query<ClosedReviewTask>(CLOSE, [
    tx.now,
    task.commentId,
    task.kind ?? null,
  ])
  for (const { kind } of rows) countInQueue(tx, kind, -1)
  return rows
}

const CLOSE = `
  UPDATE "review_tasks" SET "closedAt" = $1
   WHERE "commentId" = $2 AND "closedAt" IS NULL AND ($3::text IS NULL OR "kind"::text = $3)
  RETURNING "id", "kind"::text, "rules", "openedAt", "leasedById"`

/** What an audit event says of the task that its act ended: the queue, the rules, how long the viewer had it open. */
export function auditedTask(
  tx: Transaction,
  task: Pick<ClosedReviewTask, 'kind' | 'rules' | 'openedAt' | 'leasedById'> | undefined,
  viewerId: string,
): { queue: TaskKind | null; rule: string[] | null; tookMs: number | null } {
  return {
    queue: task?.kind ?? null,
    rule: task && task.rules.length > 0 ? task.rules : null,
    tookMs: task ? tookMs(tx, task, viewerId) : null,
  }
}

/** From the opening of the item in the lease of whoever decides; null where they did not have it open. */
export function tookMs(
  tx: Transaction,
  lease: { openedAt: Date | null; leasedById: string | null },
  viewerId: string,
): number | null {
  if (!lease.openedAt || lease.leasedById !== viewerId) return null
  return Math.max(0, tx.now.getTime() - lease.openedAt.getTime())
}

/**
 * Has reports wait again whose decision was taken back, in the caller's transaction; the count follows. Nothing
 * happens for a task of another kind, or where the comment was reported again meanwhile.
 */
export async function reopenReported(tx: Transaction, taskId: string): Promise<void> {
  const { rows } = await tx.query(REOPEN_REPORTED, [taskId])
  countInQueue(tx, 'reported', rows.length)
}

const REOPEN_REPORTED = `
  UPDATE "review_tasks" k SET "closedAt" = NULL, "leasedById" = NULL, "leasedUntil" = NULL, "openedAt" = NULL
   WHERE k."id" = $1 AND k."kind" = 'reported' AND k."closedAt" IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM "review_tasks" o
       WHERE o."commentId" = k."commentId" AND o."kind" = 'reported' AND o."closedAt" IS NULL)
  RETURNING k."id"`
