import { hashPassword } from '~/server/auth/passwords.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { isBarredNumber } from './barred-number.server'
import { limitTexts, writePhoneCode } from './phone-code.server'

export interface SignUpRequest {
  displayName: string
  /** In its one form, as `parseMobile` gives it. */
  phone: string
  password: string
  districtId: string | null
  /** The version of the privacy page that was consented to. */
  consentVersion: string
  next: string
}

/**
 * Keeps a sign-up until its number is confirmed, and returns the id of the code. A number that has an
 * account, or is barred, gets a text that says so; the work and the answer are the same. Throws
 * tooManyRequests.
 */
export async function requestSignUp(
  scope: Scope,
  input: SignUpRequest,
): Promise<{ codeId: string }> {
  await limitRate(scope, { name: 'sign-up', limit: 20, windowSeconds: 3_600 }, scope.addressKey)
  await limitTexts(scope, input.phone)
  const passwordHash = await hashPassword(input.password)
  const hash = phoneHash(scope.container.keys, input.phone)
  const codeId = await transact(scope, async (tx) => {
    const taken = await tx.db.personDetail.findUnique({ where: { phoneHash: hash } })
    const barred = await isBarredNumber(tx.db, hash, tx.now)
    const { displayName, districtId, consentVersion, next, phone } = input
    return writePhoneCode(scope, tx, {
      purpose: 'signUp',
      phone,
      payload: { displayName, passwordHash, districtId, consentVersion, next },
      instead: taken ? 'taken' : barred ? 'barred' : null,
    })
  })
  return { codeId }
}
