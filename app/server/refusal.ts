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
