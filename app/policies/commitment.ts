import { AppError } from '~/domain/errors'
import type { Actor, Viewer } from '~/domain/person/actor'
import { actsFor, canAssign, deskDepartments } from './assignment'

/** Who keeps a promise in the ledger: the department's officials, who signs there, who assigned; and who checks it. */

/** How it goes is told by the department's officials, and they ask for another day. */
export function canTellOf(viewer: Viewer, departmentId: string): viewer is Actor {
  return actsFor(viewer, 'draft', departmentId) || actsFor(viewer, 'sign', departmentId)
}

/** That it is kept, or taken back, is declared by who signs for the department (审签人). */
export function canDeclare(viewer: Viewer, departmentId: string): viewer is Actor {
  return actsFor(viewer, 'sign', departmentId)
}

/** Another day is granted by who assigns to the department. */
export function canMove(viewer: Viewer, departmentId: string): viewer is Actor {
  return canAssign(viewer, [departmentId])
}

/** A promise's working page is seen by the department's officials and by who assigns to it. */
export function canWorkOn(viewer: Viewer, departmentId: string): viewer is Actor {
  return canTellOf(viewer, departmentId) || canMove(viewer, departmentId)
}

/** @throws AppError forbidden */
export function requireAllowed(
  allowed: (viewer: Viewer, departmentId: string) => viewer is Actor,
  viewer: Viewer,
  departmentId: string,
): Actor {
  if (!allowed(viewer, departmentId)) throw new AppError('forbidden', {}, { detail: allowed.name })
  return viewer
}

/** Whether a viewer works for the department that promised: what they say of it is no resident's check. */
export function isOfDepartment(viewer: Viewer, departmentId: string): boolean {
  return deskDepartments(viewer).includes(departmentId)
}

/**
 * Whether it is so where they live is said by whoever has a confirmed number and does not work for the department.
 *
 * @throws AppError signInRequired, forbidden, verificationRequired, invalidInput (`problem` ownDepartment)
 */
export function requireCheck(viewer: Viewer, departmentId: string): Actor {
  if (!viewer) throw new AppError('signInRequired')
  if (viewer.suspended) throw new AppError('forbidden')
  if (!viewer.confirmed) throw new AppError('verificationRequired')
  if (isOfDepartment(viewer, departmentId)) {
    throw new AppError('invalidInput', { problem: 'ownDepartment' })
  }
  return viewer
}
