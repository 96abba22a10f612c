import { AppError } from '~/domain/errors'
import { canArrange } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Ends a delegation before its time: the official is back. Once it is over nothing happens.
 *
 * @throws AppError notFound, also for who has no part in it
 */
export async function endDelegation(scope: Scope, id: string): Promise<void> {
  const { viewer } = scope
  await transact(scope, async (tx) => {
    const delegation = await tx.db.delegation.findUnique({
      where: { id },
      select: { departmentId: true, fromId: true },
    })
    const may =
      delegation &&
      viewer &&
      (delegation.fromId === viewer.personId || canArrange(viewer, delegation.departmentId))
    if (!may) throw new AppError('notFound')
    const { count } = await tx.db.delegation.updateMany({
      where: { id, endedAt: null, endsAt: { gt: tx.now } },
      data: { endedAt: tx.now },
    })
    if (count === 0) return
    tx.audit({ action: 'delegation.ended', objectType: 'delegation', objectId: id })
  })
}
