import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { isId } from '~/domain/shared/id'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

/** What the viewer has just decided, for the notice that says so. */
export interface OwnDecision {
  id: string
  /** Until then it can be undone; null once it has settled. */
  settlesAt: Date | null
  commentId: string
  outcome: ReviewOutcome
  authorName: string
  topicTitle: string
}

/** The viewer's latest decision on a comment; null where there is none, whatever the address claims. */
export async function getOwnDecision(scope: Scope, commentId: string): Promise<OwnDecision | null> {
  const viewer = requireReviewer(scope.viewer)
  if (!isId(commentId)) return null
  const decision = await scope.db.moderationDecision.findFirst({
    where: { commentId, moderatorId: viewer.personId, undoneAt: null },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      outcome: true,
      settlesAt: true,
      settledAt: true,
      comment: {
        select: {
          author: { select: { displayName: true } },
          topic: { select: { title: true } },
        },
      },
    },
  })
  return (
    decision && {
      id: decision.id,
      settlesAt: decision.settledAt ? null : decision.settlesAt,
      commentId,
      outcome: decision.outcome,
      authorName: decision.comment.author.displayName,
      topicTitle: decision.comment.topic.title,
    }
  )
}
