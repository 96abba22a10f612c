import { AppError } from '~/domain/errors'
import type { DueRule } from '~/domain/response/due-rules'
import { requireAdministrator } from '~/policies/administration'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict, recordEntryChange } from './entry-change.server'
import type { SeenEntry } from './save-department.server'

/**
 * Enters a rule of usual terms, or changes one. It holds for what is assigned from now on.
 *
 * @param input.seen none for a new one
 * @throws AppError notFound; conflict where somebody else changed it meanwhile
 */
export async function saveDueRule(
  scope: Scope,
  input: { seen: SeenEntry | null; fields: DueRule },
): Promise<Outcome<{ id: string }>> {
  const viewer = requireAdministrator(scope.viewer)
  const { seen, fields } = input
  try {
    return await transact(scope, async (tx) => {
      if (fields.categoryId !== null) {
        const category = await tx.db.category.findUnique({
          where: { id: fields.categoryId },
          select: { id: true },
        })
        if (!category) return refuse('categoryId', 'admin.error.choiceGone')
      }
      if (!seen) {
        const id = newId(tx.now.getTime())
        await tx.db.dueRule.create({ data: { id, ...fields } })
        recordEntryChange(tx, { type: 'dueRule', id }, null, { ...fields })
        return { ok: true, id }
      }
      const { id } = seen
      const before = await tx.db.dueRule.findUnique({ where: { id } })
      if (!before) throw new AppError('notFound')
      const { count } = await tx.db.dueRule.updateMany({
        where: { id, version: seen.version },
        data: { ...fields, version: { increment: 1 } },
      })
      if (count === 0) throw await entryConflict(tx, viewer, 'dueRule', id)
      recordEntryChange(tx, { type: 'dueRule', id }, before, { ...fields })
      return { ok: true, id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('subject', 'admin.dueRules.twice')
    throw error
  }
}
