import { THEMES, type ReadingMode } from '~/domain/shared/reading-mode'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/i18n/languages'

/** How somebody wants to see the site. Kept in one cookie of known values, part of the page cache's key. */
export interface DisplayMode extends ReadingMode {
  language: Language
}

export const DISPLAY_COOKIE = 'display'

export const DEFAULT_MODE: DisplayMode = { language: DEFAULT_LANGUAGE, theme: 'auto', elder: false }

/** The cookie's value: `zh-Hans~auto~0`. */
export function formatDisplayMode(mode: DisplayMode): string {
  return `${mode.language}~${mode.theme}~${mode.elder ? '1' : '0'}`
}

/** The mode of a cookie's value; unknown values fall back to the default, one by one. */
export function parseDisplayMode(value: string | undefined): DisplayMode {
  const [language, theme, elder] = (value ?? '').split('~')
  return {
    language: isLanguage(language) ? language : DEFAULT_MODE.language,
    theme: THEMES.find((known) => known === theme) ?? DEFAULT_MODE.theme,
    elder: elder === '1',
  }
}
