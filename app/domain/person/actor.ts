import type { SanctionInForce } from '../moderation/sanction'
import type { Duty, Role } from './role'
import { STAFF_ROLES } from './role'

/** One grant in force: a role with its duty, in a department or a studio or everywhere. */
export interface ActorGrant {
  role: Role
  duty: Duty | null
  departmentId: string | null
  studioId: string | null
  title: string | null
}

/** Who is asking: a signed-in person with the grants that are in force now. */
export interface Actor {
  personId: string
  sessionId: string
  displayName: string
  /** The telephone number is confirmed: without that nobody comments. */
  confirmed: boolean
  /** The strictest sanction that holds for the account now; null for none. */
  sanction: SanctionInForce | null
  /** That sanction leaves no more than reading, appealing and one's own data: from 暂停 on. */
  suspended: boolean
  /** This session gave its second factor. */
  secondFactor: boolean
  /** The person has a second factor set up. */
  hasSecondFactor: boolean
  districtId: string | null
  grants: readonly ActorGrant[]
  /** How many notices were not read when the session was: known of who came with one. */
  unread?: number
}

/** The actor, or nobody: a guest. */
export type Viewer = Actor | null

/** Whether the viewer holds the role, with the duty when one is asked for. */
export function holds(viewer: Viewer, role: Role, duty?: Duty): viewer is Actor {
  return (
    viewer !== null &&
    viewer.grants.some((grant) => grant.role === role && (!duty || grant.duty === duty))
  )
}

/** Whether the viewer works here: two factors and the idle timeout apply. */
export function isStaff(viewer: Viewer): viewer is Actor {
  return (
    viewer !== null &&
    viewer.grants.some((grant) => STAFF_ROLES.some((role) => role === grant.role))
  )
}
