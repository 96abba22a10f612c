import { phoneHash } from '~/server/auth/phone-hash.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { limitTexts, writePhoneCode } from './phone-code.server'

/**
 * Sends a code by which a new password can be set, and returns its id. A number without an account gets
 * a text that says so; the work and the answer are the same. Throws tooManyRequests.
 */
export async function requestRecovery(
  scope: Scope,
  input: { phone: string },
): Promise<{ codeId: string }> {
  await limitRate(scope, { name: 'recover', limit: 20, windowSeconds: 3_600 }, scope.addressKey)
  await limitTexts(scope, input.phone)
  const hash = phoneHash(scope.container.keys, input.phone)
  const codeId = await transact(scope, async (tx) => {
    const known = await tx.db.personDetail.findUnique({ where: { phoneHash: hash } })
    return writePhoneCode(scope, tx, {
      purpose: 'recover',
      phone: input.phone,
      payload: { personId: known?.personId ?? null },
      instead: known ? null : 'taken',
    })
  })
  return { codeId }
}
