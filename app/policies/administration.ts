import { AppError } from '~/domain/errors'
import { holds, type Actor, type Viewer } from '~/domain/person/actor'
import type { AdministrationBar } from '~/domain/person/administration-bar'
import type { Role } from '~/domain/person/role'
import { staff } from './access'

/** The administration is open to administrators. */
export const administrators = staff('admin')

/** The audit trail is open to auditors, who read it and change nothing. */
export const auditReaders = staff('auditor')

/** Whose rights are to be changed. */
export interface Holder {
  personId: string
  status: 'active' | 'suspended' | 'closed'
  /** The roles of their grants in force. */
  roles: readonly Role[]
}

/** Whether the viewer administers. */
export function canAdminister(viewer: Viewer): viewer is Actor {
  return holds(viewer, 'admin') && !viewer.suspended
}

/** Whether the viewer reads the audit trail. */
export function canReadAudit(viewer: Viewer): viewer is Actor {
  return holds(viewer, 'auditor') && !viewer.suspended
}

/** @throws AppError forbidden */
export function requireAdministrator(viewer: Viewer): Actor {
  if (!canAdminister(viewer)) throw new AppError('forbidden')
  return viewer
}

/** @throws AppError forbidden */
export function requireAuditReader(viewer: Viewer): Actor {
  if (!canReadAudit(viewer)) throw new AppError('forbidden')
  return viewer
}

/** What stands against giving the holder a role. */
export function barToGrant(viewer: Actor, holder: Holder, role: Role): AdministrationBar | null {
  if (holder.personId === viewer.personId) return 'oneself'
  if (holder.status !== 'active') return 'notActive'
  const other = role === 'admin' ? 'auditor' : role === 'auditor' ? 'admin' : null
  return other && holder.roles.includes(other) ? 'separateOffices' : null
}

/**
 * What stands against taking a grant back. Other grants of one's own may be given up.
 *
 * @param otherAdministrators how many people besides the holder administer at present
 */
export function barToRevoke(
  viewer: Actor,
  grant: { personId: string; role: Role },
  otherAdministrators: number,
): AdministrationBar | null {
  if (grant.role !== 'admin') return null
  if (grant.personId === viewer.personId) return 'oneself'
  return otherAdministrators === 0 ? 'lastAdministrator' : null
}
