import type { Messages, MessageKey } from './zh-hans'

export type MessageParams = Record<string, string | number>

export type Translate = (key: MessageKey, params?: MessageParams) => string

const PLACEHOLDER = /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g

/**
 * Fills a message's placeholders. `{name}` is replaced by the parameter;
 * `{count:reply|replies}` by the first form when the parameter is 1, else by
 * the second. A parameter that is missing stays visible, so that tests and
 * readers see it.
 */
export function fillMessage(message: string, params: MessageParams = {}): string {
  return message.replace(PLACEHOLDER, (whole, name: string, one?: string, other?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    if (one === undefined) return String(value)
    return (Number(value) === 1 ? one : other) ?? whole
  })
}

/** The translation function of one language's messages. */
export function translator(messages: Messages): Translate {
  return (key, params) => fillMessage(messages[key], params)
}
