import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

export interface SavedFilter {
  id: string
  name: string
  /** The query of the queue's address. */
  query: string
}

/** The viewer's own filters of the queue, by name. */
export async function listSavedFilters(scope: Scope): Promise<SavedFilter[]> {
  const { personId } = requireReviewer(scope.viewer)
  return scope.db.savedFilter.findMany({
    where: { personId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, query: true },
  })
}
