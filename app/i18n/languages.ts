/** The interface languages. What people wrote is never converted: it keeps its own `lang`. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

export const DEFAULT_LANGUAGE: Language = 'zh-Hans'

/** Each language's name in itself, for the switch in the footer. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  'zh-Hans': '简体',
  'zh-Hant': '繁體',
  en: 'English',
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}
