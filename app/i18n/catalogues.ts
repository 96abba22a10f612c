import { zhHant } from '~/generated/zh-hant'
import { en } from './en'
import type { Language } from './languages'
import { zhHans, type Messages } from './zh-hans'

/** Every language's messages. */
export const CATALOGUES: Record<Language, Messages> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
}
