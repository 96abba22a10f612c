import { common } from './common'
import { error } from './error'

/** The source catalogue: Simplified Chinese. 繁體 is generated from it, English translates it. */
export const zhHans = {
  ...common,
  ...error,
} as const

export type MessageKey = keyof typeof zhHans
export type Messages = Record<MessageKey, string>
