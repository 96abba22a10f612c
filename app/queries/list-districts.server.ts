import type { Scope } from '~/server/scope.server'

export interface DistrictView {
  id: string
  name: string
  /** How many districts lie around it: 0 for the city. */
  depth: number
}

/** All districts, each followed by those within it. There are dozens, not thousands. */
export async function listDistricts(scope: Scope): Promise<DistrictView[]> {
  const rows = await scope.db.district.findMany({
    select: { id: true, name: true, parentId: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const below = (parentId: string | null, depth: number): DistrictView[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .flatMap(({ id, name }) => [{ id, name, depth }, ...below(id, depth + 1)])
  return below(null, 0)
}
