import { AppError } from '~/domain/errors'
import { barToRevoke, requireAdministrator } from '~/policies/administration'
import type { Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict } from './entry-change.server'
import { countOtherAdministrators, lockHolder, refuseBar } from './lock-holder.server'

/**
 * Takes a grant back, with the reason. It holds no more from the person's next request on.
 *
 * @throws AppError notFound; forbidden for one's own office as administrator; conflict where it was taken back
 *   already
 */
export async function revokeGrant(
  scope: Scope,
  input: { personId: string; grantId: string; reason: string },
): Promise<Outcome> {
  const viewer = requireAdministrator(scope.viewer)
  return transact(scope, async (tx) => {
    const holder = await lockHolder(tx, input.personId)
    const grant = await tx.db.grant.findFirst({
      where: { id: input.grantId, personId: holder.personId },
    })
    if (!grant) throw new AppError('notFound')
    const others = grant.role === 'admin' ? await countOtherAdministrators(tx, holder.personId) : 0
    const bar = barToRevoke(viewer, grant, others)
    if (bar) return refuseBar(bar, 'form')

    const revoked = await tx.db.grant.updateMany({
      where: { id: grant.id, revokedAt: null },
      data: { revokedAt: tx.now },
    })
    if (revoked.count === 0) throw await entryConflict(tx, viewer, 'person', holder.personId)
    const { role, duty, departmentId, studioId, title, until } = grant
    tx.audit({
      action: 'grant.revoked',
      objectType: 'person',
      objectId: holder.personId,
      role: 'admin',
      detail: {
        grantId: grant.id,
        before: { role, duty, departmentId, studioId, title, until },
        reason: input.reason,
      },
    })
    if (studioId) tx.touch('studios', `studio:${studioId}`)
    return { ok: true }
  })
}
