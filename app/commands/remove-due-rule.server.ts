import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/** Removes a rule of usual terms: the next less specific one holds. Removing it twice is no error. */
export async function removeDueRule(scope: Scope, id: string): Promise<void> {
  requireAdministrator(scope.viewer)
  await transact(scope, async (tx) => {
    const before = await tx.db.dueRule.findUnique({ where: { id } })
    if (!before) return
    await tx.db.dueRule.delete({ where: { id } })
    const { categoryId, subject, workingDays } = before
    tx.audit({
      action: 'dueRule.removed',
      objectType: 'dueRule',
      objectId: id,
      role: 'admin',
      detail: { before: { categoryId, subject, workingDays } },
    })
  })
}
