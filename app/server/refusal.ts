import { isAppError } from '~/domain/errors'
import type { MessageParams } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'

/**
 * A command's answer that a form shows again at one of its fields (`form` for the whole). What is no
 * fault of what was typed is thrown as an AppError instead.
 */
export interface Refusal {
  ok: false
  field: string
  error: { key: MessageKey; params?: MessageParams }
}

export type Outcome<Value extends object = object> = ({ ok: true } & Value) | Refusal

export function refuse(field: string, key: MessageKey, params?: MessageParams): Refusal {
  return { ok: false, field, error: { key, params } }
}

/**
 * Runs a command of a form; asked for too often, it is refused like a field that is wrong, so that what
 * was typed is kept.
 */
export async function refusingHaste<Result>(
  work: () => Promise<Result>,
): Promise<Result | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (!isAppError(error) || error.code !== 'tooManyRequests') throw error
    const seconds = Number(error.params['retryAfterSeconds'] ?? 60)
    return refuse('form', 'account.tooMany', { minutes: Math.max(1, Math.ceil(seconds / 60)) })
  }
}

/** The HTTP status with which a refused form is answered. */
export function refusalStatus(refusal: Refusal): 422 | 429 {
  return refusal.error.key === 'account.tooMany' ? 429 : 422
}
