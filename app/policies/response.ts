import { AppError } from '~/domain/errors'
import type { Actor, Viewer } from '~/domain/person/actor'
import type { ResponseStatus } from '~/domain/response/response'
import { actsFor } from './assignment'

/** Who drafts an official response (经办人) and who signs it off (审签人): never the same person. */

export interface ResponseFacts {
  departmentId: string
  /** None while nothing was drafted. */
  status: ResponseStatus | null
  /** Everybody who wrote one of its drafts. */
  drafterIds: readonly string[]
}

/** A draft is written by the department's drafters, until it is with the signer. */
export function canDraft(
  viewer: Viewer,
  response: Pick<ResponseFacts, 'departmentId' | 'status'>,
): viewer is Actor {
  return (
    (response.status === null || response.status === 'drafting') &&
    actsFor(viewer, 'draft', response.departmentId)
  )
}

/** @throws AppError forbidden for who does not draft for the department */
export function requireDrafter(viewer: Viewer, departmentId: string): Actor {
  if (!actsFor(viewer, 'draft', departmentId)) {
    throw new AppError('forbidden', {}, { detail: 'draft' })
  }
  return viewer
}

/** Whether the viewer drafts or signs for the department. */
export function isOfficialOf(viewer: Viewer, departmentId: string): viewer is Actor {
  return actsFor(viewer, 'draft', departmentId) || actsFor(viewer, 'sign', departmentId)
}

/** @throws AppError forbidden for who neither drafts nor signs for the department */
export function requireOfficialOf(viewer: Viewer, departmentId: string): Actor {
  if (!isOfficialOf(viewer, departmentId)) {
    throw new AppError('forbidden', {}, { detail: 'not of the department' })
  }
  return viewer
}

/** A published answer is corrected (更正) by the department's drafters. */
export function canCorrect(
  viewer: Viewer,
  response: Pick<ResponseFacts, 'departmentId' | 'status'>,
): viewer is Actor {
  return response.status === 'published' && actsFor(viewer, 'draft', response.departmentId)
}

/** What was signed for a time to come is taken back by who may sign it. */
export function canTakeBack(viewer: Viewer, response: ResponseFacts): viewer is Actor {
  return response.status === 'scheduled' && signOffObstacle(viewer, response) === null
}

/** Why somebody does not sign off: they have no such duty there, or they helped to write it. */
export type SignOffObstacle = 'notSigner' | 'drafted'

/** What keeps the viewer from signing off, or null. */
export function signOffObstacle(
  viewer: Viewer,
  response: Pick<ResponseFacts, 'departmentId' | 'drafterIds'>,
): SignOffObstacle | null {
  if (!actsFor(viewer, 'sign', response.departmentId)) return 'notSigner'
  return response.drafterIds.includes(viewer.personId) ? 'drafted' : null
}

/** Whether the viewer may sign off what waits for it. */
export function canSignOff(viewer: Viewer, response: ResponseFacts): viewer is Actor {
  return response.status === 'awaitingSignOff' && signOffObstacle(viewer, response) === null
}

/** @throws AppError forbidden; `obstacle` says why */
export function requireSigner(
  viewer: Viewer,
  response: Pick<ResponseFacts, 'departmentId' | 'drafterIds'>,
): Actor {
  const obstacle = signOffObstacle(viewer, response)
  if (obstacle !== null || viewer === null) {
    throw new AppError('forbidden', { obstacle: obstacle ?? 'notSigner' }, { detail: 'sign off' })
  }
  return viewer
}
