import { z } from 'zod'
import { passwordProblems } from '~/domain/account/password-rule'
import { AppError } from '~/domain/errors'
import { hashPassword } from '~/server/auth/passwords.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { attemptPhoneCode, usePhoneCode } from './phone-code.server'

const PayloadSchema = z.object({ personId: z.string() })

/**
 * Sets a new password by the code from a text message, ends all sessions and a lockout, and confirms
 * the number. A second factor stays as it is. Throws notFound for a code that is unknown.
 */
export async function recoverAccount(
  scope: Scope,
  input: { codeId: string; code: string; password: string },
): Promise<Outcome> {
  // What the rule says of the password alone takes no attempt; what it says beside the person's name
  // comes after the code, so that nobody else learns that there is a person.
  const [problem] = passwordProblems(input.password, { phone: null, displayName: '' })
  if (problem) return refuse('password', `password.${problem}`)
  const attempt = await attemptPhoneCode(scope, {
    id: input.codeId,
    purpose: 'recover',
    code: input.code,
  })
  if (!attempt.ok) return attempt
  const { row } = attempt
  const { personId } = PayloadSchema.parse(row.payload)
  const person = await scope.db.person.findUnique({
    where: { id: personId, detail: { phoneHash: row.phoneHash } },
    select: { displayName: true },
  })
  // The number was changed or the account closed since the code was sent.
  if (!person) throw new AppError('notFound')
  const [personal] = passwordProblems(input.password, {
    phone: row.phone,
    displayName: person.displayName,
  })
  if (personal) return refuse('password', `password.${personal}`)
  const passwordHash = await hashPassword(input.password)
  await transact(scope, async (tx) => {
    await usePhoneCode(tx, row.id)
    await tx.db.person.update({
      where: { id: personId },
      data: { passwordHash, version: { increment: 1 } },
    })
    await tx.db.person.updateMany({
      // Who withdrew consent has a number that may not be used to speak: recovery does not change that.
      where: {
        id: personId,
        phoneConfirmedAt: null,
        consents: { none: { withdrawnAt: { not: null } } },
      },
      data: { phoneConfirmedAt: tx.now },
    })
    await tx.db.session.deleteMany({ where: { personId } })
    await tx.db.signInFailure.deleteMany({ where: { key: row.phoneHash } })
    tx.audit({
      action: 'password.recovered',
      objectType: 'person',
      objectId: personId,
      actorId: personId,
    })
  })
  return { ok: true }
}
