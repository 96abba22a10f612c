import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Takes a type of studios off the list that was entered by mistake: only while no studio has it.
 *
 * @throws AppError notFound
 */
export async function removeStudioType(scope: Scope, input: { id: string }): Promise<Outcome> {
  requireAdministrator(scope.viewer)
  return transact(scope, async (tx) => {
    const type = await tx.db.studioType.findUnique({
      where: { id: input.id },
      include: { _count: { select: { studios: true } } },
    })
    if (!type) throw new AppError('notFound')
    const { _count, id, name, position } = type
    if (_count.studios > 0) return refuse('form', 'admin.studioType.inUse')
    await tx.db.studioType.delete({ where: { id } })
    tx.audit({
      action: 'studioType.removed',
      objectType: 'studioType',
      objectId: id,
      role: 'admin',
      detail: { before: { name, position } },
    })
    tx.touch('studios')
    return { ok: true }
  })
}
