import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import type { Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict } from './entry-change.server'
import { lockHolder } from './lock-holder.server'
import { tellPerson } from './tell-person.server'

/**
 * Gives a suspended account back to its person, with the reason.
 *
 * @throws AppError notFound; conflict where the person was changed meanwhile
 */
export async function reinstatePerson(
  scope: Scope,
  input: { personId: string; version: number; reason: string },
): Promise<Outcome> {
  const viewer = requireAdministrator(scope.viewer)
  return transact(scope, async (tx) => {
    const holder = await lockHolder(tx, input.personId)
    if (holder.personId === viewer.personId) throw new AppError('forbidden')
    if (holder.status !== 'suspended' || holder.version !== input.version) {
      throw await entryConflict(tx, viewer, 'person', holder.personId)
    }
    await tx.db.person.update({
      where: { id: holder.personId },
      data: { status: 'active', version: { increment: 1 } },
    })
    tx.audit({
      action: 'person.reinstated',
      objectType: 'person',
      objectId: holder.personId,
      role: 'admin',
      detail: {
        before: { status: 'suspended' },
        after: { status: 'active' },
        reason: input.reason,
      },
    })
    await tellPerson(tx, holder.personId, { key: 'admin.text.reinstated' })
    return { ok: true }
  })
}
