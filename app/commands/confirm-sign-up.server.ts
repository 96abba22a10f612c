import { z } from 'zod'
import { newId } from '~/server/ids.server'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { isBarredNumber } from './barred-number.server'
import { attemptPhoneCode, usePhoneCode, type PhoneCodeRow } from './phone-code.server'

const PayloadSchema = z.object({
  displayName: z.string(),
  passwordHash: z.string(),
  districtId: z.string().nullable(),
  consentVersion: z.string(),
  next: z.string(),
})

/**
 * Makes the account of a sign-up whose number is confirmed by the code. Throws notFound for a sign-up
 * that is unknown.
 */
export async function confirmSignUp(
  scope: Scope,
  input: { codeId: string; code: string },
): Promise<Outcome<{ personId: string; next: string }>> {
  const attempt = await attemptPhoneCode(scope, {
    id: input.codeId,
    purpose: 'signUp',
    code: input.code,
  })
  if (!attempt.ok) return attempt
  const payload = PayloadSchema.parse(attempt.row.payload)
  try {
    // Barred since: as a number that got an account since.
    if (await isBarredNumber(scope.db, attempt.row.phoneHash, scope.now)) {
      return refuse('code', 'account.phone.barred')
    }
    const personId = await makePerson(scope, attempt.row, payload)
    return { ok: true, personId, next: payload.next }
  } catch (error) {
    // The number got an account since: by another sign-up, or a change of number.
    if (isUniqueViolation(error)) return refuse('code', 'account.phone.taken')
    throw error
  }
}

async function makePerson(
  scope: Scope,
  row: PhoneCodeRow,
  payload: z.output<typeof PayloadSchema>,
): Promise<string> {
  return transact(scope, async (tx) => {
    await usePhoneCode(tx, row.id)
    const atMs = tx.now.getTime()
    const personId = newId(atMs)
    const { displayName, passwordHash, districtId, consentVersion } = payload
    await tx.db.person.create({
      data: {
        id: personId,
        createdAt: tx.now,
        displayName,
        passwordHash,
        phoneConfirmedAt: tx.now,
        language: scope.language,
        districtId,
        detail: { create: { phone: row.phone, phoneHash: row.phoneHash, updatedAt: tx.now } },
        consents: { create: { id: newId(atMs), version: consentVersion, givenAt: tx.now } },
        grants: { create: { id: newId(atMs), role: 'resident', grantedAt: tx.now } },
      },
    })
    tx.audit({
      action: 'person.signedUp',
      objectType: 'person',
      objectId: personId,
      actorId: personId,
      detail: { districtId, consentVersion },
      personal: { personId, values: { displayName } },
    })
    return personId
  })
}
