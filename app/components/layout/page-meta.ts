import type { MetaDescriptor, MetaFunction, SerializeFrom } from '@remix-run/node'
import { pubDate } from '~/domain/shared/shanghai-time'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE, type Language } from '~/i18n/languages'
import { translator, type Translate } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'

/** What the head of a page says of it. */
export interface PageDescription {
  title: string
  /** One or two sentences, for search engines and previews. */
  description?: string
  /** The title alone: for the front page, which is the site. */
  wholeTitle?: boolean
  /** The page's own address without what only moves within it: for `canonical` and previews. */
  path?: string
  /** The page is a column of the site: a list or the front page. */
  column?: { name: string; description: string; keywords: readonly string[]; type: string }
  /** The page is an article: a topic, a summary. */
  article?: { title: string; publishedAt: Date | string; source: string }
  /** The feed that carries what is new on the page. */
  feed?: string
  /** Search engines leave it out: forms, personal pages, results of a search. */
  unlisted?: boolean
}

interface RootFacts {
  mode?: { language?: Language }
  publicUrl?: string | null
  imprint?: { siteCode?: string | null }
}

const LOCALES: Record<Language, string> = { 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_HK', en: 'en_US' }

type Matches = ReadonlyArray<{ id: string; data: unknown }>

/** The translation into the language of the page, for `meta`, which runs outside the page's context. */
export function translateForMeta(matches: Matches): Translate {
  return translator(CATALOGUES[languageOf(rootFacts(matches))])
}

/** A page's title: `<page> - 连心桥`. */
export function fullTitle(t: Translate, page: string): string {
  return `${page} - ${t('common.siteName')}`
}

/**
 * The `meta` of a page: title, description, Open Graph, and the tags of 政府网站网页标签 (SiteName and the rest). Told by a message, or
 * made from the page's data as a title or a whole description; `data` is undefined when the loader failed.
 *
 *     export const meta = pageMeta('topics.title')
 *     export const meta = pageMeta<typeof loader>((t, data) => ({ title: …, article: … }))
 */
export function pageMeta<Loader = unknown>(
  page:
    MessageKey | ((t: Translate, data: LoaderData<Loader> | undefined) => string | PageDescription),
): MetaFunction {
  return ({ matches, data }) => {
    const all = matches as Matches
    const t = translateForMeta(all)
    const told = typeof page === 'string' ? t(page) : page(t, data as LoaderData<Loader>)
    return pageTags(all, typeof told === 'string' ? { title: told } : told)
  }
}

/** What a loader answers with; data itself may be named as well. */
type LoaderData<Loader> = Loader extends (...args: never[]) => unknown
  ? SerializeFrom<Loader>
  : Loader

/**
 * The tags of a page's head. Language and the site's settings come from the root's data; absolute
 * addresses are made only where the public address is set, so that none is guessed.
 */
export function pageTags(matches: Matches, page: PageDescription): MetaDescriptor[] {
  const root = rootFacts(matches)
  const t = translateForMeta(matches)
  const { column, article, description } = page
  const url =
    root.publicUrl && page.path !== undefined ? new URL(page.path, root.publicUrl).href : undefined
  return [
    { title: page.wholeTitle ? page.title : fullTitle(t, page.title) },
    ...named({
      description,
      robots: page.unlisted ? 'noindex' : undefined,
      SiteName: t('common.siteName'),
      SiteDomain: root.publicUrl ? new URL(root.publicUrl).host : undefined,
      SiteIDCode: root.imprint?.siteCode ?? undefined,
      ColumnName: column?.name,
      ColumnDescription: column?.description,
      ColumnKeywords: column?.keywords.join(','),
      ColumnType: column?.type,
      ArticleTitle: article?.title,
      PubDate: article ? pubDate(new Date(article.publishedAt)) : undefined,
      ContentSource: article?.source,
    }),
    ...openGraph({
      'og:site_name': t('common.siteName'),
      'og:type': article ? 'article' : 'website',
      'og:title': page.title,
      'og:description': description,
      'og:locale': LOCALES[languageOf(root)],
      'og:url': url,
    }),
    ...(url ? [{ tagName: 'link' as const, rel: 'canonical', href: url }] : []),
    ...(page.feed
      ? [
          {
            tagName: 'link' as const,
            rel: 'alternate',
            type: 'application/atom+xml',
            title: t('feed.link'),
            href: page.feed,
          },
        ]
      : []),
  ]
}

function rootFacts(matches: Matches): RootFacts {
  return (matches.find(({ id }) => id === 'root')?.data ?? {}) as RootFacts
}

function languageOf(root: RootFacts): Language {
  return root.mode?.language ?? DEFAULT_LANGUAGE
}

function named(tags: Record<string, string | undefined>): MetaDescriptor[] {
  return present(tags).map(([name, content]) => ({ name, content }))
}

function openGraph(tags: Record<string, string | undefined>): MetaDescriptor[] {
  return present(tags).map(([property, content]) => ({ property, content }))
}

function present(tags: Record<string, string | undefined>): Array<[string, string]> {
  return Object.entries(tags).flatMap(([name, value]): Array<[string, string]> =>
    value === undefined || value === '' ? [] : [[name, value]],
  )
}
