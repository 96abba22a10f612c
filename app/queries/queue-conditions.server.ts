import { sentBefore, type ReviewFilter } from '~/domain/moderation/review-filter'
import type { QueuePlace } from '~/domain/moderation/queue-place'
import type { TaskKind } from '~/domain/moderation/queue-counts'
import type { ReviewView } from '~/domain/moderation/review-view'
import { Prisma } from '~/generated/prisma/client'

const { sql, empty } = Prisma

/** The open tasks `k` of a kind that pass a filter. */
export function openTasks(kind: TaskKind, filter: ReviewFilter, now: Date): Prisma.Sql {
  return sql`k."kind" = ${kind}::"ReviewTaskKind" AND k."closedAt" IS NULL
    ${filter.topic ? sql`AND k."topicId" = ${filter.topic}` : empty}
    ${filter.studio ? sql`AND k."studioId" = ${filter.studio}` : empty}
    ${filter.category ? sql`AND k."categoryId" = ${filter.category}` : empty}
    ${filter.voice ? sql`AND k."voice" = ${filter.voice}::"Voice"` : empty}
    ${filter.rule ? sql`AND k."rules" @> ARRAY[${filter.rule}]` : empty}
    ${filter.age ? agedTask(filter.age, now) : empty}`
}

function agedTask(age: NonNullable<ReviewFilter['age']>, now: Date): Prisma.Sql {
  const before = sentBefore(age, now)
  return before ? sql`AND k."createdAt" <= ${before}` : sql`AND k."dueAt" < ${now}`
}

/** The comments `c` that stand decided as a view of decided ones shows them; what waits is in none of these views. */
export function standingDecided(view: ReviewView): Prisma.Sql {
  return sql`c."latestStatus" = ${view === 'approved' ? 'published' : view}::"ReviewStatus"
    AND NOT EXISTS (SELECT 1 FROM "review_tasks" w
      WHERE w."commentId" = c."id" AND w."kind" = 'pending' AND w."closedAt" IS NULL)`
}

/** The decisions `d` of a moderator that they did not take back. */
export function ownDecisions(moderatorId: string): Prisma.Sql {
  return sql`d."moderatorId" = ${moderatorId} AND d."undoneAt" IS NULL`
}

/** The comments `c`, with newest text `r` and topic `t`, that pass a filter, where no task waits. */
export function decidedComments(filter: ReviewFilter, now: Date): Prisma.Sql {
  const before = filter.age && (sentBefore(filter.age, now) ?? now)
  return sql`
    ${filter.topic ? sql`AND c."topicId" = ${filter.topic}` : empty}
    ${filter.studio ? sql`AND t."studioId" = ${filter.studio}` : empty}
    ${filter.category ? sql`AND t."categoryId" = ${filter.category}` : empty}
    ${filter.voice ? sql`AND c."voice" = ${filter.voice}::"Voice"` : empty}
    ${
      filter.rule
        ? sql`AND EXISTS (SELECT 1 FROM "review_tasks" k
            WHERE k."revisionId" = r."id" AND k."rules" @> ARRAY[${filter.rule}])`
        : empty
    }
    ${before ? sql`AND r."createdAt" <= ${before}` : empty}`
}

/** What comes behind a place of the queue. */
export function behind(place: QueuePlace | null): Prisma.Sql {
  if (!place) return empty
  const { dueAt, risk, id } = place
  return sql`AND k."dueAt" >= ${dueAt} AND (k."dueAt" > ${dueAt} OR k."risk" < ${risk}
    OR (k."risk" = ${risk} AND k."id" > ${id}))`
}

/** The order of the queue. */
export const QUEUE_ORDER = sql`k."dueAt", k."risk" DESC, k."id"`
