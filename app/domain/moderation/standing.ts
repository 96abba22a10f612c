import type { ReviewStatus } from '../comment/comment'
import type { StandingStatus } from '../comment/review-transition'

/**
 * The standing of a comment. Only earlier texts are superseded, comments never are: the database refuses it.
 *
 * @throws RangeError for `superseded`
 */
export function standingOf(status: ReviewStatus): StandingStatus {
  if (status === 'superseded') throw new RangeError('a comment is never superseded')
  return status
}

/** What the author of a comment reads of where it stands: with a newer text waiting, both are told. */
export type AuthorStanding =
  StandingStatus | 'publishedEditWaits' | 'publishedEditRejected' | 'publishedEditReturned'

/** Where a comment stands for its author, from its own standing and that of its newest text. */
export function authorStanding(comment: {
  status: StandingStatus
  latestStatus: StandingStatus
}): AuthorStanding {
  if (comment.status !== 'published') return comment.status
  switch (comment.latestStatus) {
    case 'pending':
      return 'publishedEditWaits'
    case 'rejected':
      return 'publishedEditRejected'
    case 'returned':
      return 'publishedEditReturned'
    case 'published':
    case 'hidden':
    case 'withdrawn':
      return 'published'
  }
}

/** Whether the author may send another text: not of what was refused or taken back, nor while it is hidden. */
export function isRevisable(standing: AuthorStanding): boolean {
  return standing !== 'rejected' && standing !== 'withdrawn' && standing !== 'hidden'
}
