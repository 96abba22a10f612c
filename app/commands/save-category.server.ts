import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict, recordEntryChange } from './entry-change.server'
import type { SeenEntry } from './save-department.server'

export interface CategoryFields {
  name: string
  /** Its place in lists, from the smallest. */
  position: number
  active: boolean
}

/**
 * Enters a category of topics, or changes one. One that is given up is offered for new topics no more; the
 * topics that have it keep it.
 *
 * @param input.seen none for a new one
 * @throws AppError notFound; conflict where somebody else changed it meanwhile
 */
export async function saveCategory(
  scope: Scope,
  input: { seen: SeenEntry | null; fields: CategoryFields },
): Promise<Outcome<{ id: string }>> {
  const viewer = requireAdministrator(scope.viewer)
  const { seen, fields } = input
  try {
    return await transact(scope, async (tx) => {
      if (!seen) {
        const id = newId(tx.now.getTime())
        await tx.db.category.create({ data: { id, ...fields } })
        recordEntryChange(tx, { type: 'category', id }, null, { ...fields })
        tx.touch('topics')
        return { ok: true, id }
      }
      const { id } = seen
      const before = await tx.db.category.findUnique({ where: { id } })
      if (!before) throw new AppError('notFound')
      const { count } = await tx.db.category.updateMany({
        where: { id, version: seen.version },
        data: { ...fields, version: { increment: 1 } },
      })
      if (count === 0) throw await entryConflict(tx, viewer, 'category', id)
      const changed = recordEntryChange(tx, { type: 'category', id }, before, { ...fields })
      // Its name stands on the pages of all its topics.
      if (changed) tx.touch('topics', ...(before.name !== fields.name ? ['site'] : []))
      return { ok: true, id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('name', 'admin.error.nameTaken')
    throw error
  }
}
