import { AppError } from '~/domain/errors'
import type { Actor, Viewer } from '~/domain/person/actor'
import { ratingProblem, type RatingFacts, type RatingProblem } from '~/domain/response/rating'
import { deskDepartments } from './assignment'

/** Who rates a published answer: those who raised what it answers, and nobody who works on it. */

export interface RatedAnswer extends Pick<RatingFacts, 'closesAt'> {
  raised: boolean
  /** The departments that were asked. */
  departmentIds: readonly string[]
}

/** Why the viewer does not rate this answer now; null where they may. */
export function ratingObstacle(
  viewer: Viewer,
  answer: RatedAnswer,
  now: Date,
): RatingProblem | null {
  const own = deskDepartments(viewer)
  return ratingProblem(
    { ...answer, ownDepartment: answer.departmentIds.some((id) => own.includes(id)) },
    now,
  )
}

/**
 * @throws AppError signInRequired, verificationRequired, forbidden for a suspended account, invalidInput
 *   (`problem`) for who does not rate this answer
 */
export function requireRate(viewer: Viewer, answer: RatedAnswer, now: Date): Actor {
  if (!viewer) throw new AppError('signInRequired')
  if (viewer.suspended) throw new AppError('forbidden')
  if (!viewer.confirmed) throw new AppError('verificationRequired')
  const problem = ratingObstacle(viewer, answer, now)
  if (problem) throw new AppError('invalidInput', { problem })
  return viewer
}
