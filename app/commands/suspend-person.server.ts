import { STAFF_ROLES } from '~/domain/person/role'
import { barToSuspend, requireAdministrator } from '~/policies/administration'
import type { Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict } from './entry-change.server'
import { countOtherAdministrators, lockHolder, refuseBar } from './lock-holder.server'
import { tellPerson } from './tell-person.server'

/**
 * Suspends an account, with the reason, which the person is told. They can read on, and neither speak nor
 * work; sessions of staff end at once.
 *
 * @param input.version the version of the person that the decision was made on
 * @throws AppError notFound; forbidden for oneself; conflict where the person was changed meanwhile
 */
export async function suspendPerson(
  scope: Scope,
  input: { personId: string; version: number; reason: string },
): Promise<Outcome> {
  const viewer = requireAdministrator(scope.viewer)
  return transact(scope, async (tx) => {
    const holder = await lockHolder(tx, input.personId)
    const others = holder.roles.includes('admin')
      ? await countOtherAdministrators(tx, holder.personId)
      : 0
    const bar = barToSuspend(viewer, holder, others)
    if (bar) return refuseBar(bar, 'form')
    if (holder.status !== 'active' || holder.version !== input.version) {
      throw await entryConflict(tx, viewer, 'person', holder.personId)
    }
    await tx.db.person.update({
      where: { id: holder.personId },
      data: { status: 'suspended', version: { increment: 1 } },
    })
    const staff = STAFF_ROLES.some((role) => holder.roles.includes(role))
    const { count: sessionsEnded } = staff
      ? await tx.db.session.deleteMany({ where: { personId: holder.personId } })
      : { count: 0 }
    tx.audit({
      action: 'person.suspended',
      objectType: 'person',
      objectId: holder.personId,
      role: 'admin',
      detail: {
        before: { status: 'active' },
        after: { status: 'suspended' },
        reason: input.reason,
        sessionsEnded,
      },
    })
    await tellPerson(tx, holder.personId, {
      key: 'admin.text.suspended',
      params: { reason: input.reason, telephone: scope.container.env.SITE_TELEPHONE },
    })
    return { ok: true }
  })
}
