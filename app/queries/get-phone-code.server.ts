import { PHONE_CODE_ATTEMPTS } from '~/domain/account/phone-code'
import { maskMobile } from '~/domain/account/phone-number'
import { isId } from '~/domain/shared/id'
import { AppError } from '~/domain/errors'
import type { PhoneCodePurpose } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

export interface PhoneCodeView {
  id: string
  /** The number it was sent to, masked. */
  phone: string
  state: 'open' | 'used' | 'over'
  /** In the demo, where nobody has the telephone: the text that was written last to the number. */
  demoText: string | null
}

/** A code that waits to be typed in. Throws notFound for one that is unknown, or of another purpose. */
export async function getPhoneCode(
  scope: Scope,
  input: { id: string | undefined; purpose: PhoneCodePurpose },
): Promise<PhoneCodeView> {
  const { id, purpose } = input
  if (!isId(id)) throw new AppError('notFound')
  const row = await scope.db.phoneCode.findUnique({ where: { id, purpose } })
  if (!row) throw new AppError('notFound')
  const over = row.expiresAt <= scope.now || row.attempts >= PHONE_CODE_ATTEMPTS
  return {
    id,
    phone: maskMobile(row.phone),
    state: row.usedAt ? 'used' : over ? 'over' : 'open',
    demoText: await demoText(scope, row.phone),
  }
}

/** Whether a change of number is the viewer's own. */
export async function isOwnPhoneCode(scope: Scope, id: string | undefined): Promise<boolean> {
  if (!isId(id) || !scope.viewer) return false
  const row = await scope.db.phoneCode.findUnique({ where: { id, purpose: 'changePhone' } })
  const payload = row?.payload
  return (
    typeof payload === 'object' &&
    payload !== null &&
    'personId' in payload &&
    payload.personId === scope.viewer.personId
  )
}

/** From the table rather than the gateway: the job that sends it may not have run yet. */
async function demoText(scope: Scope, phone: string): Promise<string | null> {
  const { env, textMessages } = scope.container
  if (!env.DEMO || !textMessages.lastBody) return null
  const last = await scope.db.textMessage.findFirst({
    where: { phone },
    orderBy: { id: 'desc' },
    select: { body: true },
  })
  return last?.body ?? null
}
