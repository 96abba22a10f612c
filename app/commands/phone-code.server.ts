import { randomBytes } from 'node:crypto'
import { oneTimeCode } from '~/domain/account/one-time-code'
import { PHONE_CODE_ATTEMPTS, PHONE_CODE_MINUTES } from '~/domain/account/phone-code'
import { AppError } from '~/domain/errors'
import type { Prisma, PhoneCodePurpose } from '~/generated/prisma/client'
import { CATALOGUES } from '~/i18n/catalogues'
import { fillMessage } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { limitRate } from '~/server/auth/rate-limit.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { newId } from '~/server/ids.server'
import { constantTimeEqual, keyedHash } from '~/server/keys.server'
import { refuse, type Refusal } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { sendText } from './tell-person.server'

export interface PhoneCodeRow {
  id: string
  phone: string
  phoneHash: string
  codeHash: string
  payload: Prisma.JsonValue
  attempts: number
}

/** Why there is no code: the number has an account, or may open none. Null where there is a code. */
type Instead = 'taken' | 'barred' | null

/** What the text says: the code, or, where there is nothing to confirm, why there is none. */
const TEXTS = {
  signUp: { code: 'sms.code.signUp', instead: 'sms.instead.signUp' },
  changePhone: { code: 'sms.code.changePhone', instead: 'sms.instead.changePhone' },
  recover: { code: 'sms.code.recover', instead: 'sms.instead.recover' },
  welcome: { code: 'sms.code.welcome', instead: 'sms.instead.changePhone' },
} as const satisfies Record<PhoneCodePurpose, { code: MessageKey; instead: MessageKey }>

/**
 * Counts a text message that somebody asks for: to be called before the transaction that writes it. By
 * number, so that nobody is flooded, and by address, so that nobody floods many. Throws tooManyRequests.
 */
export async function limitTexts(scope: Scope, phone: string): Promise<void> {
  const number = phoneHash(scope.container.keys, phone)
  await limitRate(
    scope,
    { name: 'text:address', limit: 30, windowSeconds: 3_600 },
    scope.addressKey,
  )
  await limitRate(scope, { name: 'text:soon', limit: 3, windowSeconds: 600 }, number)
  await limitRate(scope, { name: 'text:day', limit: 10, windowSeconds: 86_400 }, number)
}

/**
 * Writes a code for a number and the text that carries it, and returns the id under which it is typed
 * in. With `instead` the text says why there is no code (there is an account, or the number is barred), and no
 * code will be right: whoever asked sees no difference, and only the number's owner learns of it.
 */
export async function writePhoneCode(
  scope: Scope,
  tx: Transaction,
  input: {
    purpose: PhoneCodePurpose
    phone: string
    payload: Record<string, string | null>
    instead: Instead
  },
): Promise<string> {
  const id = newId(tx.now.getTime())
  const code = oneTimeCode(randomBytes)
  await tx.db.phoneCode.create({
    data: {
      id,
      purpose: input.purpose,
      phone: input.phone,
      phoneHash: phoneHash(scope.container.keys, input.phone),
      codeHash: codeHash(scope, id, code),
      payload: { ...input.payload, ...(input.instead ? { instead: input.instead } : {}) },
      createdAt: tx.now,
      expiresAt: expiryOf(tx.now),
    },
  })
  await sendCodeText(scope, tx, { ...input, code })
  return id
}

/**
 * Sends another code in place of the one before. Throws notFound for one that is unknown or was used,
 * and tooManyRequests.
 */
export async function resendPhoneCode(
  scope: Scope,
  input: { id: string; purpose: PhoneCodePurpose },
): Promise<void> {
  const { id, purpose } = input
  const row = await scope.db.phoneCode.findUnique({ where: { id, purpose, usedAt: null } })
  if (!row) throw new AppError('notFound')
  await limitTexts(scope, row.phone)
  const code = oneTimeCode(randomBytes)
  await transact(scope, async (tx) => {
    const { count } = await tx.db.phoneCode.updateMany({
      where: { id, usedAt: null },
      data: { codeHash: codeHash(scope, id, code), attempts: 0, expiresAt: expiryOf(tx.now) },
    })
    if (count === 0) throw new AppError('notFound')
    const instead = insteadOf(row.payload)
    await sendCodeText(scope, tx, { purpose, phone: row.phone, instead, code })
  })
}

/**
 * Takes one attempt at a code. Counted in a statement of its own: five wrong ones end it, whatever else
 * happens. A right code is still to be marked as used, by `usePhoneCode` in the transaction of what it
 * confirms. Throws notFound for an id that is none.
 */
export async function attemptPhoneCode(
  scope: Scope,
  input: { id: string; purpose: PhoneCodePurpose; code: string },
): Promise<{ ok: true; row: PhoneCodeRow } | Refusal> {
  const { id, purpose } = input
  const [row] = await scope.db.$queryRaw<PhoneCodeRow[]>`
    UPDATE "phone_codes" SET "attempts" = "attempts" + 1
     WHERE "id" = ${id} AND "purpose" = ${purpose}::"PhoneCodePurpose" AND "usedAt" IS NULL
       AND "expiresAt" > ${scope.now} AND "attempts" < ${PHONE_CODE_ATTEMPTS}
    RETURNING "id", "phone", "phoneHash", "codeHash", "payload", "attempts"`
  if (!row) {
    const known = await scope.db.phoneCode.findUnique({ where: { id, purpose } })
    if (!known) throw new AppError('notFound')
    return refuse('code', 'account.code.over')
  }
  const typed = input.code.normalize('NFKC').replace(/\s/gu, '')
  const right = constantTimeEqual(codeHash(scope, id, typed), row.codeHash)
  if (right && !insteadOf(row.payload)) return { ok: true, row }
  const left = PHONE_CODE_ATTEMPTS - row.attempts
  return left > 0
    ? refuse('code', 'account.code.wrong', { left })
    : refuse('code', 'account.code.over')
}

/** Marks a code as used. Throws conflict when somebody was faster with the same code. */
export async function usePhoneCode(tx: Transaction, id: string): Promise<void> {
  const { count } = await tx.db.phoneCode.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: tx.now },
  })
  if (count === 0) throw new AppError('conflict', {}, { detail: 'the code was used meanwhile' })
}

function insteadOf(payload: Prisma.JsonValue): Instead {
  if (typeof payload !== 'object' || payload === null || !('instead' in payload)) return null
  return payload['instead'] === 'barred' ? 'barred' : 'taken'
}

function expiryOf(now: Date): Date {
  return new Date(now.getTime() + PHONE_CODE_MINUTES * 60_000)
}

function codeHash(scope: Scope, id: string, code: string): string {
  return keyedHash(scope.container.keys.phone, `${id} ${code}`)
}

async function sendCodeText(
  scope: Scope,
  tx: Transaction,
  input: { purpose: PhoneCodePurpose; phone: string; instead: Instead; code: string },
): Promise<void> {
  const text =
    input.instead === 'barred'
      ? 'sms.instead.barred'
      : TEXTS[input.purpose][input.instead ? 'instead' : 'code']
  const params = { code: input.code, minutes: PHONE_CODE_MINUTES }
  const body = fillMessage(CATALOGUES[scope.language][text], params)
  await sendText(tx, { personId: null, phone: input.phone, body })
}
