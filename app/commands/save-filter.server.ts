import { AppError } from '~/domain/errors'
import { FILTER_FIELDS, isFiltered, reviewFilter } from '~/domain/moderation/review-filter'
import { reviewView } from '~/domain/moderation/review-view'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { requireReviewer } from '~/policies/moderation'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/** The longest name of a filter, in characters. */
export const FILTER_NAME_MAX = 20

/** More than these nobody keeps. */
const MOST = 20

/**
 * Keeps a filter of the queue under a name; one of the same name is replaced. Of the query only what the queue
 * knows is kept.
 *
 * @throws AppError invalidInput (`field` name or query, `problem` tooMany); forbidden
 */
export async function saveFilter(
  scope: Scope,
  input: { name: string; query: string },
): Promise<void> {
  const { personId } = requireReviewer(scope.viewer)
  const name = writtenText(input.name, 'name', FILTER_NAME_MAX)
  if (name === null) throw new AppError('invalidInput', { field: 'name' })
  const typed = new URLSearchParams(input.query)
  const filter = reviewFilter((field) => typed.get(field))
  if (!isFiltered(filter)) throw new AppError('invalidInput', { field: 'query' })
  const query = new URLSearchParams({ view: reviewView(typed.get('view')) })
  for (const field of FILTER_FIELDS) {
    const value = filter[field]
    if (value !== null) query.set(field, value)
  }
  await transact(scope, async (tx) => {
    const kept = await tx.db.savedFilter.count({ where: { personId, NOT: { name } } })
    if (kept >= MOST) throw new AppError('invalidInput', { field: 'name', problem: 'tooMany' })
    await tx.db.savedFilter.upsert({
      where: { personId_name: { personId, name } },
      create: {
        id: newId(tx.now.getTime()),
        personId,
        name,
        query: query.toString(),
        createdAt: tx.now,
      },
      update: { query: query.toString() },
    })
  })
}

/**
 * Forgets one of the viewer's filters; done twice it is done once.
 *
 * @throws AppError notFound for what is no id; forbidden
 */
export async function removeFilter(scope: Scope, id: string): Promise<void> {
  const { personId } = requireReviewer(scope.viewer)
  if (!isId(id)) throw new AppError('notFound')
  await transact(scope, async (tx) => {
    await tx.db.savedFilter.deleteMany({ where: { id, personId } })
  })
}
