import { isId } from '~/domain/shared/id'
import { requireReviewer } from '~/policies/moderation'
import { moderationSettings } from '~/server/settings.server'
import type { Scope } from '~/server/scope.server'

/** Whose an item is now. */
export interface Lease {
  mine: boolean
  until: Date
}

/**
 * Makes an open task the viewer's for a while, or renews that, unless a colleague has it. Kept by one statement
 * outside of any other transaction: a lease keeps colleagues apart, it decides nothing.
 *
 * @param input.take takes it over from a colleague
 * @returns null for a task that does not wait any more
 */
export async function leaseTask(
  scope: Scope,
  input: { taskId: string; take?: boolean },
): Promise<Lease | null> {
  const { personId } = requireReviewer(scope.viewer)
  if (!isId(input.taskId)) return null
  const { leaseSeconds } = await moderationSettings(scope.db)
  const until = new Date(scope.now.getTime() + leaseSeconds * 1000)
  const { rows } = await scope.container.database.query<{ leasedById: string; leasedUntil: Date }>(
    LEASE,
    [input.taskId, personId, scope.now.toISOString(), until.toISOString(), input.take ?? false],
  )
  if (rows[0]) return { mine: true, until: rows[0].leasedUntil }
  const task = await scope.db.reviewTask.findFirst({
    where: { id: input.taskId, closedAt: null },
    select: { leasedUntil: true },
  })
  return task?.leasedUntil ? { mine: false, until: task.leasedUntil } : null
}

// A moderator has one item: taking one up leaves the others to colleagues.
const LEASE = `
  WITH "left" AS (
    UPDATE "review_tasks" SET "leasedById" = NULL, "leasedUntil" = NULL, "openedAt" = NULL
     WHERE "leasedById" = $2 AND "closedAt" IS NULL AND "id" <> $1
  )
  UPDATE "review_tasks"
     SET "openedAt" = CASE WHEN "leasedById" = $2 AND "leasedUntil" > $3::timestamptz THEN "openedAt"
                           ELSE $3::timestamptz END,
         "leasedById" = $2, "leasedUntil" = $4::timestamptz
   WHERE "id" = $1 AND "closedAt" IS NULL
     AND ($5 OR "leasedById" IS NULL OR "leasedById" = $2 OR "leasedUntil" <= $3::timestamptz)
  RETURNING "leasedById", "leasedUntil"`
