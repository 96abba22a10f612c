import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'

export interface CategoryEntry {
  id: string
  name: string
  position: number
  active: boolean
  version: number
  topics: number
}

/** The categories of topics, in their order, with how many topics have each. */
export async function listCategoriesAdmin(scope: Scope): Promise<CategoryEntry[]> {
  requireAdministrator(scope.viewer)
  const categories = await scope.db.category.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { topics: true } } },
  })
  return categories.map(({ _count, ...category }) => ({ ...category, topics: _count.topics }))
}
