import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { listDistrictsAdmin } from './list-districts-admin.server'

export interface Choice {
  id: string
  name: string
}

/** The bodies that a grant may be bound to: those at work, in the order of entry. */
export async function listGrantBodies(
  scope: Scope,
): Promise<{ departments: Choice[]; studios: Choice[] }> {
  requireAdministrator(scope.viewer)
  const query = {
    where: { active: true },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  } as const
  const [departments, studios] = await Promise.all([
    scope.db.department.findMany(query),
    scope.db.studio.findMany(query),
  ])
  return { departments, studios }
}

/** The districts as a form offers them, each under the one that it lies in. */
export async function listDistrictChoices(scope: Scope): Promise<Choice[]> {
  const districts = await listDistrictsAdmin(scope)
  // An ideographic space indents in every font.
  return districts.map(({ id, name, depth }) => ({ id, name: `${'\u3000'.repeat(depth)}${name}` }))
}
