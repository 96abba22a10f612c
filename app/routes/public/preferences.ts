import { redirect } from '@remix-run/node'
import { isLanguage } from '~/i18n/languages'
import { everybody } from '~/policies/access'
import { displayCookie } from '~/server/http/display-cookie'
import { THEMES } from '~/domain/shared/reading-mode'
import { guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'

/** Sets language, day or night, and 长辈版, by plain links: guests' pages carry no forms. */
export const loader = guardedLoader(everybody, ({ url, context }) => {
  const { mode } = context
  const language = url.searchParams.get('lang')
  const theme = THEMES.find((known) => known === url.searchParams.get('theme'))
  const elder = url.searchParams.get('elder')
  const chosen = {
    language: isLanguage(language) ? language : mode.language,
    theme: theme ?? mode.theme,
    elder: elder === null ? mode.elder : elder === '1',
  }
  return redirect(localPath(url.searchParams.get('back')), {
    headers: { 'set-cookie': displayCookie(chosen, url) },
  })
})
