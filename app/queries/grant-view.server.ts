import type { Office } from '~/domain/person/office'
import { officeOf } from '~/domain/person/office'
import type { Duty, Role } from '~/domain/person/role'

/** A grant as the registers show it. */
export interface GrantView {
  id: string
  office: Office | null
  role: Role
  /** The department or studio that it is bound to. */
  body: { type: 'department' | 'studio'; id: string; name: string } | null
  title: string | null
  grantedAt: Date
  /** The first instant at which it holds no more. */
  until: Date | null
  revokedAt: Date | null
}

/** What of a grant a view is made of. */
export const GRANT_FIELDS = {
  id: true,
  role: true,
  duty: true,
  title: true,
  grantedAt: true,
  until: true,
  revokedAt: true,
  department: { select: { id: true, name: true } },
  studio: { select: { id: true, name: true } },
} as const

interface GrantRow {
  id: string
  role: Role
  duty: Duty | null
  title: string | null
  grantedAt: Date
  until: Date | null
  revokedAt: Date | null
  department: { id: string; name: string } | null
  studio: { id: string; name: string } | null
}

export function toGrantView(row: GrantRow): GrantView {
  const { id, role, title, grantedAt, until, revokedAt, department, studio } = row
  const body = department
    ? { type: 'department' as const, ...department }
    : studio
      ? { type: 'studio' as const, ...studio }
      : null
  return { id, office: officeOf(row), role, body, title, grantedAt, until, revokedAt }
}

/** The condition on a grant to be in force. */
export function inForce(now: Date) {
  return { revokedAt: null, OR: [{ until: null }, { until: { gt: now } }] }
}
