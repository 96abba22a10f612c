import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'

export interface DistrictEntry {
  id: string
  name: string
  parentId: string | null
  position: number
  /** How many districts it lies in. */
  depth: number
}

/** More than any city has. */
const MOST_DISTRICTS = 2_000

/** The districts, each followed by those that lie in it. */
export async function listDistrictsAdmin(scope: Scope): Promise<DistrictEntry[]> {
  requireAdministrator(scope.viewer)
  const districts = await scope.db.district.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST_DISTRICTS,
  })
  const within = new Map<string | null, typeof districts>()
  for (const district of districts) {
    within.set(district.parentId, [...(within.get(district.parentId) ?? []), district])
  }
  const entries: DistrictEntry[] = []
  const enter = (parentId: string | null, depth: number) => {
    for (const district of within.get(parentId) ?? []) {
      entries.push({ ...district, depth })
      enter(district.id, depth + 1)
    }
  }
  enter(null, 0)
  return entries
}
