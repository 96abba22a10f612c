import { AppError } from '~/domain/errors'
import { holds, type Actor, type Viewer } from '~/domain/person/actor'
import { staff } from './access'

/** What of a comment decides who may review it. */
export interface ReviewedComment {
  authorId: string
  /** The studio that runs the topic. */
  studioId: string
  /** The viewer has a comment in the topic that is published or waits. */
  viewerSpoke: boolean
  /** The viewer has reported the comment. */
  viewerReported?: boolean
  /** 升级: handed to a 审核组长. */
  senior?: boolean
  /** Who decided first, where an appeal or a second look needs another. */
  barredId?: string | null
}

/** Why a moderator leaves a comment to a colleague. */
export type Recusal = 'own' | 'runsTopic' | 'spoke' | 'reported' | 'first' | 'senior'

/** The queue is open to moderators: 审核员 and 审核组长. */
export const moderators = staff('moderator:review', 'moderator:senior')

/** Whether the viewer sees the queue. */
export function canReview(viewer: Viewer): viewer is Actor {
  if (!viewer || viewer.suspended) return false
  return holds(viewer, 'moderator', 'review') || holds(viewer, 'moderator', 'senior')
}

/** Whether the viewer is a 审核组长. */
export function isSeniorReviewer(viewer: Viewer): viewer is Actor {
  return canReview(viewer) && holds(viewer, 'moderator', 'senior')
}

/** The studios in which the viewer holds office: a moderator does not judge in a matter that they run. */
export function studiosRunBy(viewer: Actor): string[] {
  return viewer.grants.flatMap((grant) =>
    (grant.role === 'convener' || grant.role === 'liaison') && grant.studioId
      ? [grant.studioId]
      : [],
  )
}

/** Nobody decides on their own words, in a matter that they run, in a talk in which they take part, or on their report. */
export function recusalOf(viewer: Actor, comment: ReviewedComment): Recusal | null {
  if (comment.authorId === viewer.personId) return 'own'
  if (studiosRunBy(viewer).includes(comment.studioId)) return 'runsTopic'
  if (comment.viewerSpoke) return 'spoke'
  if (comment.viewerReported) return 'reported'
  if (comment.barredId === viewer.personId) return 'first'
  return comment.senior && !isSeniorReviewer(viewer) ? 'senior' : null
}

/** Whether the viewer may decide on this comment. */
export function canDecide(viewer: Viewer, comment: ReviewedComment): viewer is Actor {
  return canReview(viewer) && recusalOf(viewer, comment) === null
}

/**
 * A decision is revised by who made it, or by a 审核组长; and like any other by nobody who has a part in the matter.
 *
 * @throws AppError forbidden, with the `recusal` where there is one
 */
export function requireRevise(
  viewer: Viewer,
  comment: ReviewedComment & { deciderId: string },
): Actor {
  const reviewer = requireDecide(viewer, comment)
  if (!canRevise(reviewer, comment)) throw new AppError('forbidden', {}, { detail: 'revise' })
  return reviewer
}

/** Whether the viewer may put another decision in the place of somebody's. */
export function canRevise(viewer: Viewer, decision: { deciderId: string }): boolean {
  return canReview(viewer) && (decision.deciderId === viewer.personId || isSeniorReviewer(viewer))
}

/** Second looks that differ from the first decision are for 审核组长. */
export const seniorModerators = staff('moderator:senior')

/** Why a 审核组长 does not judge between a decision and a second look: a part in the matter, or it was their own. */
export function recusalFromUphold(
  viewer: Actor,
  comment: ReviewedComment & { deciderId: string },
): Recusal | null {
  return recusalOf(viewer, { ...comment, senior: false, barredId: comment.deciderId })
}

/**
 * A decision that a second look differs from is left as it is by a 审核组长 who neither made it nor has a part in
 * the matter.
 *
 * @throws AppError forbidden, with the `recusal` where there is one
 */
export function requireUphold(
  viewer: Viewer,
  comment: ReviewedComment & { deciderId: string },
): Actor {
  if (!isSeniorReviewer(viewer)) throw new AppError('forbidden')
  const recusal = recusalFromUphold(viewer, comment)
  if (recusal) throw new AppError('forbidden', { recusal })
  return viewer
}

/** @throws AppError forbidden where the viewer is no moderator */
export function requireReviewer(viewer: Viewer): Actor {
  if (!canReview(viewer)) throw new AppError('forbidden')
  return viewer
}

/** @throws AppError forbidden, with the `recusal` where there is one */
export function requireDecide(viewer: Viewer, comment: ReviewedComment): Actor {
  const reviewer = requireReviewer(viewer)
  const recusal = recusalOf(reviewer, comment)
  if (recusal) throw new AppError('forbidden', { recusal })
  return reviewer
}
