import {
  matchingStep,
  openSecret,
  parseRecoveryCode,
  recoveryCodeHash,
} from '~/server/auth/second-factor.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'
import { tellOfAccount } from './tell-of-account.server'

/**
 * Checks a code of the viewer's authenticator app, or one of their recovery codes; each works once. The
 * caller opens a session that has shown its second factor. Throws tooManyRequests.
 */
export async function passSecondFactor(
  scope: Scope,
  input: { code: string },
): Promise<Outcome<{ method: 'secondFactor' | 'recoveryCode' }>> {
  const { personId } = requireOwner(scope)
  await limitRate(scope, { name: 'second-factor', limit: 6, windowSeconds: 600 }, personId)
  await limitRate(scope, { name: 'second-factor:day', limit: 40, windowSeconds: 86_400 }, personId)
  const method = (await takeCode(scope, personId, input.code))
    ? 'secondFactor'
    : (await takeRecoveryCode(scope, personId, input.code))
      ? 'recoveryCode'
      : undefined
  if (method) return { ok: true, method }
  await transact(scope, async (tx) => {
    tx.audit({ action: 'secondFactor.failed', objectType: 'person', objectId: personId })
  })
  return refuse('code', 'account.secondFactor.wrong')
}

async function takeCode(scope: Scope, personId: string, typed: string): Promise<boolean> {
  const factor = await scope.db.secondFactor.findUnique({ where: { personId } })
  if (!factor?.confirmedAt) return false
  const secret = openSecret(scope.container.keys.secondFactor, personId, factor.secret)
  if (!secret) return false
  const step = await matchingStep(secret, typed.normalize('NFKC').replace(/\s/gu, ''))
  if (step === null) return false
  // Only a step that lies after the last one used: a code that was looked at over a shoulder is spent.
  const { count } = await scope.db.secondFactor.updateMany({
    where: { personId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

async function takeRecoveryCode(scope: Scope, personId: string, typed: string): Promise<boolean> {
  const plain = parseRecoveryCode(typed)
  if (!plain) return false
  const codeHash = recoveryCodeHash(scope.container.keys.secondFactor, personId, plain)
  return transact(scope, async (tx) => {
    const { count } = await tx.db.recoveryCode.updateMany({
      where: { personId, codeHash, usedAt: null },
      data: { usedAt: tx.now },
    })
    if (count === 0) return false
    const left = await tx.db.recoveryCode.count({ where: { personId, usedAt: null } })
    await tellOfAccount(tx, personId, 'sms.notice.recoveryCodeUsed', { left })
    tx.audit({
      action: 'secondFactor.recoveryCodeUsed',
      objectType: 'person',
      objectId: personId,
      detail: { left },
    })
    return true
  })
}
