import { AppError } from '~/domain/errors'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { isOwnPassword, requireOwner } from './own-account.server'
import { isBarredNumber } from './barred-number.server'
import { limitTexts, writePhoneCode } from './phone-code.server'

/**
 * Sends a code to the number that the viewer wants to have, or wants to confirm again, and returns its
 * id. A number of somebody else gets a text that says so; the answer is the same. Throws
 * tooManyRequests, and forbidden while consent to the use of the number is withdrawn.
 */
export async function requestPhoneChange(
  scope: Scope,
  input: { phone: string; currentPassword: string },
): Promise<Outcome<{ codeId: string }>> {
  const { personId, confirmed } = requireOwner(scope)
  const hash = phoneHash(scope.container.keys, input.phone)
  const own = await scope.db.personDetail.findUnique({ where: { personId } })
  if (own?.phoneHash === hash && confirmed) return refuse('phone', 'account.phone.same')
  const consents = await scope.db.consent.findMany({ where: { personId } })
  if (consents.length > 0 && consents.every((consent) => consent.withdrawnAt !== null)) {
    throw new AppError('forbidden', {}, { detail: 'consent is withdrawn' })
  }
  if (!(await isOwnPassword(scope, input.currentPassword))) {
    return refuse('currentPassword', 'account.password.wrong')
  }
  await limitTexts(scope, input.phone)
  const codeId = await transact(scope, async (tx) => {
    const holder = await tx.db.personDetail.findUnique({ where: { phoneHash: hash } })
    const mine = holder?.personId === personId
    const barred = !mine && (await isBarredNumber(tx.db, hash, tx.now))
    return writePhoneCode(scope, tx, {
      purpose: 'changePhone',
      phone: input.phone,
      payload: { personId },
      instead: holder && !mine ? 'taken' : barred ? 'barred' : null,
    })
  })
  return { ok: true, codeId }
}
