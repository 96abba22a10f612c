import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

/** A department that a moderator may think of when forwarding (转办). */
export interface ForwardDepartment {
  id: string
  name: string
}

/** The departments in use, by name. */
export async function listForwardDepartments(scope: Scope): Promise<ForwardDepartment[]> {
  requireReviewer(scope.viewer)
  return scope.db.department.findMany({
    where: { active: true },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}
