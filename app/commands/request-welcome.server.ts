import { passwordProblems } from '~/domain/account/password-rule'
import { AppError } from '~/domain/errors'
import { getInvitation } from '~/queries/get-invitation.server'
import { hashPassword } from '~/server/auth/passwords.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { limitTexts, writePhoneCode } from './phone-code.server'

/**
 * Keeps what an invited person chose until their number is confirmed, and returns the id of the code.
 * The number that an administrator has entered for them stands; without one they name their own. Throws
 * notFound for an invitation that is unknown, used or over, and tooManyRequests.
 */
export async function requestWelcome(
  scope: Scope,
  input: { invitation: string; phone: string | null; password: string; consentVersion: string },
): Promise<Outcome<{ codeId: string }>> {
  await limitRate(scope, { name: 'welcome', limit: 20, windowSeconds: 3_600 }, scope.addressKey)
  const invitation = await getInvitation(scope, input.invitation)
  if (!invitation) throw new AppError('notFound')
  const known = await scope.db.personDetail.findUnique({
    where: { personId: invitation.personId },
  })
  const phone = known?.phone ?? input.phone
  if (!phone) return refuse('phone', 'account.phone.invalid')
  const [problem] = passwordProblems(input.password, { phone, displayName: invitation.displayName })
  if (problem) return refuse('password', `password.${problem}`)
  await limitTexts(scope, phone)
  const passwordHash = await hashPassword(input.password)
  const hash = phoneHash(scope.container.keys, phone)
  const codeId = await transact(scope, async (tx) => {
    const holder = await tx.db.personDetail.findUnique({ where: { phoneHash: hash } })
    return writePhoneCode(scope, tx, {
      purpose: 'welcome',
      phone,
      payload: {
        invitationId: invitation.id,
        personId: invitation.personId,
        passwordHash,
        consentVersion: input.consentVersion,
      },
      instead: holder && holder.personId !== invitation.personId ? 'taken' : null,
    })
  })
  return { ok: true, codeId }
}
