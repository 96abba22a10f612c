import type { ReviewFilter } from '~/domain/moderation/review-filter'
import { taskKindOf, type ReviewView } from '~/domain/moderation/review-view'
import { Prisma } from '~/generated/prisma/client'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import {
  decidedComments,
  openTasks,
  ownDecisions,
  standingDecided,
} from './queue-conditions.server'

const { sql } = Prisma

/** A filtered view is counted so far and no further. */
export const FILTERED_COUNT_MAX = 200

/** How much of what passes a filter has come in since a time, up to 100; 0 for views of what is decided. */
export async function countNewInQueue(
  scope: Scope,
  input: { view: ReviewView; filter: ReviewFilter; since: Date },
): Promise<number> {
  const kind = taskKindOf(input.view)
  if (!kind) return 0
  const [row] = await scope.db.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS "n" FROM (
      SELECT 1 FROM "review_tasks" k
       WHERE ${openTasks(kind, input.filter, scope.now)} AND k."createdAt" > ${input.since}
       LIMIT 100) passes`
  return row.n
}

/** How much of a view passes a filter, up to the most that is counted and one more. */
export async function countReviewQueue(
  scope: Scope,
  input: { view: ReviewView; filter: ReviewFilter },
): Promise<number> {
  const { personId } = requireReviewer(scope.viewer)
  const [row] = await scope.db.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS "n" FROM (
      SELECT 1 ${passing(scope, personId, input)} LIMIT ${FILTERED_COUNT_MAX + 1}) passes`
  return row.n
}

function passing(
  { now }: Pick<Scope, 'now'>,
  viewerId: string,
  { view, filter }: { view: ReviewView; filter: ReviewFilter },
): Prisma.Sql {
  const kind = taskKindOf(view)
  if (kind) return sql`FROM "review_tasks" k WHERE ${openTasks(kind, filter, now)}`
  const topic = sql`JOIN "topics" t ON t."id" = c."topicId"`
  return view === 'mine'
    ? sql`FROM "moderation_decisions" d
        JOIN "comment_revisions" r ON r."id" = d."revisionId"
        JOIN "comments" c ON c."id" = d."commentId" ${topic}
       WHERE ${ownDecisions(viewerId)} ${decidedComments(filter, now)}`
    : sql`FROM "comments" c
        JOIN "comment_revisions" r ON r."id" = c."latestRevisionId" ${topic}
       WHERE ${standingDecided(view)} ${decidedComments(filter, now)}`
}
