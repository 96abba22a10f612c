import type { MessageKey } from './zh-hans'

/** Where OpenCC's conversion of a message reads wrongly, the message as it should be. */
export const ZH_HANT_OVERRIDES: Partial<Record<MessageKey, string>> = {}
