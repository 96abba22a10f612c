import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'

export interface StudioTypeEntry {
  id: string
  name: string
  position: number
  studios: number
}

/** The types of studios, in their order, with how many studios have each. */
export async function listStudioTypesAdmin(scope: Scope): Promise<StudioTypeEntry[]> {
  requireAdministrator(scope.viewer)
  const types = await scope.db.studioType.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { studios: true } } },
  })
  return types.map(({ _count, ...type }) => ({ ...type, studios: _count.studios }))
}
