import { z } from 'zod'
import { AppError } from '~/domain/errors'
import { getInvitation } from '~/queries/get-invitation.server'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { attemptPhoneCode, usePhoneCode, type PhoneCodeRow } from './phone-code.server'

const PayloadSchema = z.object({
  invitationId: z.string(),
  personId: z.string(),
  passwordHash: z.string(),
  consentVersion: z.string(),
})
type Payload = z.output<typeof PayloadSchema>

/**
 * Takes up an invitation whose number is confirmed by the code: number, password and consent are the
 * person's from now on. Throws notFound for an invitation that is unknown, used or over.
 */
export async function confirmWelcome(
  scope: Scope,
  input: { invitation: string; codeId: string; code: string },
): Promise<Outcome<{ personId: string }>> {
  const invitation = await getInvitation(scope, input.invitation)
  if (!invitation) throw new AppError('notFound')
  const attempt = await attemptPhoneCode(scope, {
    id: input.codeId,
    purpose: 'welcome',
    code: input.code,
  })
  if (!attempt.ok) return attempt
  const payload = PayloadSchema.parse(attempt.row.payload)
  if (payload.invitationId !== invitation.id) throw new AppError('notFound')
  try {
    await takeUp(scope, attempt.row, payload)
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('code', 'account.phone.taken')
    throw error
  }
  return { ok: true, personId: payload.personId }
}

async function takeUp(scope: Scope, row: PhoneCodeRow, payload: Payload): Promise<void> {
  const { invitationId, personId, passwordHash, consentVersion: version } = payload
  const { phone, phoneHash } = row
  await transact(scope, async (tx) => {
    await usePhoneCode(tx, row.id)
    const { count } = await tx.db.invitation.updateMany({
      where: { id: invitationId, usedAt: null },
      data: { usedAt: tx.now },
    })
    if (count === 0) throw new AppError('notFound')
    await tx.db.personDetail.upsert({
      where: { personId },
      create: { personId, phone, phoneHash, updatedAt: tx.now },
      update: { phone, phoneHash, updatedAt: tx.now },
    })
    await tx.db.person.update({
      where: { id: personId },
      data: {
        passwordHash,
        phoneConfirmedAt: tx.now,
        language: scope.language,
        version: { increment: 1 },
      },
    })
    await tx.db.consent.upsert({
      where: { personId_version: { personId, version } },
      create: { id: newId(tx.now.getTime()), personId, version, givenAt: tx.now },
      update: { withdrawnAt: null, givenAt: tx.now },
    })
    await tx.db.session.deleteMany({ where: { personId } })
    tx.audit({
      action: 'invitation.takenUp',
      objectType: 'person',
      objectId: personId,
      actorId: personId,
      detail: { consentVersion: version },
    })
  })
}
