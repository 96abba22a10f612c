import type { MetaFunction } from '@remix-run/node'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE, type Language } from '~/i18n/languages'
import { translator, type Translate } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'

/** What `meta` needs of the root's data. */
interface RootMode {
  mode?: { language?: Language }
}

/** The translation into the language of the page, for `meta`, which runs outside the page's context. */
export function translateForMeta(matches: ReadonlyArray<{ id: string; data: unknown }>): Translate {
  const root = matches.find((match) => match.id === 'root')?.data as RootMode | undefined
  return translator(CATALOGUES[root?.mode?.language ?? DEFAULT_LANGUAGE])
}

/** A page's title: `<page> - 连心桥`. */
export function fullTitle(t: Translate, page: string): string {
  return `${page} - ${t('common.siteName')}`
}

/**
 * The `meta` of a page whose title is a message, or is made from its data. `data` is undefined when the
 * loader failed.
 */
export function pageMeta<Data = unknown>(
  title: MessageKey | ((t: Translate, data: Data | undefined) => string),
): MetaFunction {
  return ({ matches, data }) => {
    const t = translateForMeta(matches as ReadonlyArray<{ id: string; data: unknown }>)
    const page = typeof title === 'string' ? t(title) : title(t, data as Data | undefined)
    return [{ title: fullTitle(t, page) }]
  }
}
