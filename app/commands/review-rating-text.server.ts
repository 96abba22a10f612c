import { AppError } from '~/domain/errors'
import { REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { paths } from '~/paths'
import { requireDecide } from '~/policies/moderation'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact } from '~/server/transact.server'
import { tellPerson } from './tell-person.server'

export interface RatingTextReview {
  ratingId: string
  version: number
  outcome: 'publish' | 'refuse'
  /** Why it is not published: its author reads it. */
  refusal?: string
}

/**
 * Publishes the words beside a rating, or refuses them; the grades count either way. Decided by the same people
 * and under the same recusals as a comment of the topic.
 *
 * @throws AppError notFound; forbidden with the `recusal`; invalidInput for a refusal without a reason; conflict
 *   where a colleague decided, or the author changed it, meanwhile
 */
export async function reviewRatingText(scope: Scope, input: RatingTextReview): Promise<void> {
  if (!isId(input.ratingId)) throw new AppError('notFound')
  const refusing = input.outcome === 'refuse'
  const refusal = refusing ? writtenText(input.refusal, 'refusal', REASON_MAX_CHARACTERS) : null
  if (refusing && refusal === null) throw new AppError('invalidInput', { field: 'refusal' })
  await transact(scope, async (tx) => {
    const rating = await tx.db.rating.findUnique({
      where: { id: input.ratingId },
      select: {
        personId: true,
        responseId: true,
        evaluation: {
          select: {
            response: { select: { topic: { select: { id: true, title: true, studioId: true } } } },
          },
        },
      },
    })
    if (!rating) throw new AppError('notFound')
    const { topic } = rating.evaluation.response
    const spoke = await tx.db.comment.findFirst({
      where: {
        authorId: scope.viewer?.personId ?? '',
        topicId: topic.id,
        OR: [{ status: 'published' }, { latestStatus: 'pending' }],
      },
      select: { id: true },
    })
    const reviewer = requireDecide(scope.viewer, {
      authorId: rating.personId,
      studioId: topic.studioId,
      viewerSpoke: spoke !== null,
    })
    // The version is the author's: it moves with their words, so that nobody decides on others than they read.
    const { count } = await tx.db.rating.updateMany({
      where: { id: input.ratingId, version: input.version, textState: 'waiting' },
      data: {
        textState: refusing ? 'refused' : 'published',
        refusal,
        reviewedById: reviewer.personId,
        textReviewedAt: tx.now,
      },
    })
    if (count === 0) throw await conflictOver(tx.db, 'rating', input.ratingId, reviewer.personId)
    tx.audit({
      action: refusing ? 'rating.textRefused' : 'rating.textPublished',
      objectType: 'rating',
      objectId: input.ratingId,
      role: 'moderator',
      detail: { responseId: rating.responseId, topicId: topic.id, reason: refusal },
    })
    if (refusing) {
      await tellPerson(tx, rating.personId, {
        key: 'rating.text.refused',
        params: {
          title: topic.title,
          link: siteAddress(scope.container, paths.rateResponse(rating.responseId)),
        },
      })
    }
    tx.touch(`topic:${topic.id}`)
  })
}
