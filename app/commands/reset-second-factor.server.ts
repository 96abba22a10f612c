import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { tellOfAccount } from './tell-of-account.server'

/**
 * Takes away the second factor of somebody who has lost both telephone and recovery codes, with the
 * reason: they set up a new one at their next sign-in, and are told. Their sessions end. Throws forbidden
 * for one's own, which is renewed on one's account, and notFound for a person without one.
 */
export async function resetSecondFactor(
  scope: Scope,
  input: { personId: string; reason: string },
): Promise<void> {
  const viewer = requireAdministrator(scope.viewer)
  const { personId, reason } = input
  if (viewer.personId === personId) throw new AppError('forbidden')
  await transact(scope, async (tx) => {
    const { count } = await tx.db.secondFactor.deleteMany({ where: { personId } })
    if (count === 0) throw new AppError('notFound')
    await tx.db.recoveryCode.deleteMany({ where: { personId } })
    await tx.db.session.deleteMany({ where: { personId } })
    await tellOfAccount(tx, personId, 'sms.notice.secondFactorReset')
    tx.audit({
      action: 'secondFactor.reset',
      objectType: 'person',
      objectId: personId,
      role: 'admin',
      detail: { reason },
    })
  })
}
