import { AppError } from '~/domain/errors'
import { holds, type Actor, type Viewer } from '~/domain/person/actor'
import type { Duty } from '~/domain/person/role'
import type { Stage } from '~/domain/topic/stage'
import type { Capacity } from '~/domain/response/assignment-state'

/** Who hands out matters (交办), who sees them, and who acknowledges receipt (签收). */

/** Whether the viewer, as an official, holds a duty in a department. */
export function actsFor(viewer: Viewer, duty: Duty, departmentId: string): viewer is Actor {
  return (
    viewer !== null &&
    !viewer.suspended &&
    viewer.grants.some(
      (grant) =>
        grant.role === 'official' && grant.duty === duty && grant.departmentId === departmentId,
    )
  )
}

/** The departments for which the viewer drafts or signs: whose desk they see. */
export function deskDepartments(viewer: Viewer): string[] {
  if (!viewer || viewer.suspended) return []
  const ids = viewer.grants.flatMap((grant) =>
    grant.role === 'official' && grant.duty !== 'assign' && grant.departmentId
      ? [grant.departmentId]
      : [],
  )
  return [...new Set(ids)]
}

/**
 * To which departments the viewer may assign: all, or those that their duty is bound to. Null for who
 * assigns nothing.
 */
export function assignableDepartments(viewer: Viewer): 'all' | string[] | null {
  if (!viewer || viewer.suspended) return null
  const duties = viewer.grants.filter(
    (grant) => grant.role === 'official' && grant.duty === 'assign',
  )
  if (duties.length === 0) return null
  if (duties.some((grant) => grant.departmentId === null)) return 'all'
  return duties.flatMap((grant) => grant.departmentId ?? [])
}

/** Whether the viewer may hand on a topic, or what was said in it, to anybody. */
export function canAssignOf(viewer: Viewer, topic: { stage: Stage }): boolean {
  return topic.stage !== 'closed' && assignableDepartments(viewer) !== null
}

/** Whether the viewer may ask all these departments. */
export function canAssign(viewer: Viewer, departmentIds: readonly string[]): viewer is Actor {
  const reach = assignableDepartments(viewer)
  if (reach === null) return false
  return reach === 'all' || departmentIds.every((id) => reach.includes(id))
}

/** @throws AppError forbidden */
export function requireAssign(viewer: Viewer, departmentIds: readonly string[]): Actor {
  if (!canAssign(viewer, departmentIds)) throw new AppError('forbidden', {}, { detail: 'assign' })
  return viewer
}

/** What a department was asked is seen by its own officials, by the others asked, and by who assigns to one of them. */
export function canSeeAssignment(
  viewer: Viewer,
  assignment: { departmentIds: readonly string[] },
): viewer is Actor {
  const own = deskDepartments(viewer)
  if (assignment.departmentIds.some((id) => own.includes(id))) return true
  const reach = assignableDepartments(viewer)
  return reach === 'all' || assignment.departmentIds.some((id) => reach?.includes(id))
}

/** Receipt is acknowledged by who drafts or signs for the department. */
export function canAcknowledge(
  viewer: Viewer,
  asked: { departmentId: string; acknowledgedAt: Date | null },
): viewer is Actor {
  return (
    asked.acknowledgedAt === null &&
    (actsFor(viewer, 'draft', asked.departmentId) || actsFor(viewer, 'sign', asked.departmentId))
  )
}

/** In what capacity the viewer may act on a department's part. */
export function capacitiesOf(viewer: Viewer, departmentId: string): Capacity[] {
  return (['draft', 'sign', 'assign'] as const).filter((duty) =>
    duty === 'assign' ? canAssign(viewer, [departmentId]) : actsFor(viewer, duty, departmentId),
  )
}

/** Who heads a department's work (审签人), or administers: they say who is in charge of what, and who stands in for whom. */
export function canArrange(viewer: Viewer, departmentId: string): viewer is Actor {
  if (!viewer || viewer.suspended) return false
  return holds(viewer, 'admin') || actsFor(viewer, 'sign', departmentId)
}

/** @throws AppError forbidden */
export function requireArrange(viewer: Viewer, departmentId: string): Actor {
  if (!canArrange(viewer, departmentId)) throw new AppError('forbidden', {}, { detail: 'arrange' })
  return viewer
}

/** A part is handed to a colleague by who is in charge of it, or by who arranges the department's work. */
export function canHandOver(
  viewer: Viewer,
  part: { departmentId: string; handlerId: string | null },
): viewer is Actor {
  if (!viewer || viewer.suspended) return false
  return part.handlerId === viewer.personId || canArrange(viewer, part.departmentId)
}
