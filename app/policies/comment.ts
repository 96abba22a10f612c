import { AppError } from '~/domain/errors'
import { isStaff, type Actor, type Viewer } from '~/domain/person/actor'
import {
  canCommentNow,
  participation,
  readerOf,
  type IntakeFacts,
  type Participation,
} from '~/domain/topic/participation'
import { sanctioned } from './access'

/** Whoever has a confirmed telephone number speaks, while the topic takes in comments; authors change and withdraw their own. */

/** What the viewer can do in a topic now: what the page says and what the command asks again. */
export function participationOf(viewer: Viewer, topic: IntakeFacts, now: Date): Participation {
  return participation(topic, readerOf(account(viewer)), now)
}

export function canComment(viewer: Viewer, topic: IntakeFacts, now: Date): viewer is Actor {
  return canCommentNow(topic, readerOf(account(viewer)), now)
}

/**
 * @throws AppError signInRequired, verificationRequired, sanctioned or readOnly (the topic takes in nothing now)
 */
export function requireComment(viewer: Viewer, topic: IntakeFacts, now: Date): Actor {
  if (canComment(viewer, topic, now)) return viewer
  const can = participationOf(viewer, topic, now)
  switch (can.kind) {
    case 'signIn':
      throw new AppError('signInRequired')
    case 'verify':
      throw new AppError('verificationRequired')
    case 'sanctioned':
      throw sanctioned(can.sanction)
    default:
      throw new AppError('readOnly')
  }
}

export function isAuthor(viewer: Viewer, comment: { authorId: string }): viewer is Actor {
  return viewer !== null && viewer.personId === comment.authorId
}

/**
 * Authors change their words while the topic takes in comments, as nobody should rewrite what a summary
 * or an answer was made from.
 *
 * @throws AppError notFound for everybody else's comments, else as `requireComment`
 */
export function requireEditComment(
  viewer: Viewer,
  comment: { authorId: string },
  topic: IntakeFacts,
  now: Date,
): Actor {
  if (!isAuthor(viewer, comment)) throw new AppError('notFound')
  return requireComment(viewer, topic, now)
}

/** Authors take their words back at any time. @throws AppError notFound for everybody else's comments */
export function requireWithdrawComment(viewer: Viewer, comment: { authorId: string }): Actor {
  if (!isAuthor(viewer, comment)) throw new AppError('notFound')
  return viewer
}

function account(viewer: Viewer) {
  return (
    viewer && {
      confirmed: viewer.confirmed,
      sanction: viewer.sanction,
      staff: isStaff(viewer),
    }
  )
}
