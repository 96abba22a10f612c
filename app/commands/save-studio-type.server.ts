import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { recordEntryChange } from './entry-change.server'

export interface StudioTypeFields {
  name: string
  /** Its place in lists, from the smallest. */
  position: number
}

/**
 * Enters a type of studios, or changes one.
 *
 * @param input.id none for a new one
 * @throws AppError notFound
 */
export async function saveStudioType(
  scope: Scope,
  input: { id: string | null; fields: StudioTypeFields },
): Promise<Outcome<{ id: string }>> {
  requireAdministrator(scope.viewer)
  const { fields } = input
  try {
    return await transact(scope, async (tx) => {
      const id = input.id ?? newId(tx.now.getTime())
      const before = input.id ? await tx.db.studioType.findUnique({ where: { id } }) : null
      if (input.id && !before) throw new AppError('notFound')
      if (before) await tx.db.studioType.update({ where: { id }, data: fields })
      else await tx.db.studioType.create({ data: { id, ...fields } })
      const changed = recordEntryChange(tx, { type: 'studioType', id }, before, { ...fields })
      // A type's name stands on the pages of all its studios.
      if (changed) tx.touch('studios', ...(before ? ['site'] : []))
      return { ok: true, id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('name', 'admin.error.nameTaken')
    throw error
  }
}
