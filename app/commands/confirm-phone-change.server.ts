import { AppError } from '~/domain/errors'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { isOwnPhoneCode } from '~/queries/get-phone-code.server'
import { requireOwner } from './own-account.server'
import { attemptPhoneCode, usePhoneCode, type PhoneCodeRow } from './phone-code.server'
import { tellOfAccount } from './tell-of-account.server'

/**
 * Gives the viewer the number that the code confirms, and ends their sessions: the caller opens a new
 * one. The number before is told. Throws notFound for a code that is not the viewer's.
 */
export async function confirmPhoneChange(
  scope: Scope,
  input: { codeId: string; code: string },
): Promise<Outcome> {
  const { personId } = requireOwner(scope)
  if (!(await isOwnPhoneCode(scope, input.codeId))) throw new AppError('notFound')
  const attempt = await attemptPhoneCode(scope, {
    id: input.codeId,
    purpose: 'changePhone',
    code: input.code,
  })
  if (!attempt.ok) return attempt
  try {
    await setPhone(scope, personId, attempt.row)
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('code', 'account.phone.taken')
    throw error
  }
  return { ok: true }
}

async function setPhone(scope: Scope, personId: string, row: PhoneCodeRow): Promise<void> {
  const { phone, phoneHash } = row
  await transact(scope, async (tx) => {
    await usePhoneCode(tx, row.id)
    const before = await tx.db.personDetail.findUnique({ where: { personId } })
    const changed = before?.phoneHash !== phoneHash
    if (changed) await tellOfAccount(tx, personId, 'sms.notice.phoneChanged')
    await tx.db.personDetail.upsert({
      where: { personId },
      create: { personId, phone, phoneHash, updatedAt: tx.now },
      update: { phone, phoneHash, updatedAt: tx.now },
    })
    await tx.db.person.update({
      where: { id: personId },
      data: { phoneConfirmedAt: tx.now, version: { increment: 1 } },
    })
    if (before) await tx.db.signInFailure.deleteMany({ where: { key: before.phoneHash } })
    await tx.db.session.deleteMany({ where: { personId } })
    tx.audit({
      action: changed ? 'phone.changed' : 'phone.confirmed',
      objectType: 'person',
      objectId: personId,
      detail: { before: before?.phoneHash ?? null, after: phoneHash },
    })
  })
}
