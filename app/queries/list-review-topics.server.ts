import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

export interface ReviewTopic {
  id: string
  title: string
  waiting: number
}

/** How many topics the filter of the queue offers at most. */
const MOST_TOPICS = 50

/** The topics in which something waits for review, those with the most first. */
export async function listReviewTopics(scope: Scope): Promise<ReviewTopic[]> {
  requireReviewer(scope.viewer)
  return scope.db.$queryRaw<ReviewTopic[]>`
    SELECT t."id", t."title", w."waiting"
    FROM (
      SELECT "topicId", count(*)::int AS "waiting" FROM "comments"
      WHERE "latestStatus" = 'pending' GROUP BY "topicId"
      ORDER BY "waiting" DESC, "topicId" LIMIT ${MOST_TOPICS}
    ) w
    JOIN "topics" t ON t."id" = w."topicId"
    ORDER BY w."waiting" DESC, t."id"`
}
