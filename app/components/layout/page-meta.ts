import { pubDate } from '~/domain/shared/shanghai-time'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE, type Language } from '~/i18n/languages'
import { translator, type Translate } from '~/i18n/translate'

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
  /** Search engines leave it out: forms, personal pages, results of a search. */
  unlisted?: boolean
}

/** A tag of the head, in the form that Remix takes. */
type MetaTag =
  | { title: string }
  | { name: string; content: string }
  | { property: string; content: string }
  | { tagName: 'link'; rel: string; href: string }

interface RootFacts {
  mode?: { language: Language }
  publicUrl?: string | null
  imprint?: { siteCode?: string | null }
}

const LOCALES: Record<Language, string> = { 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_HK', en: 'en_US' }

/**
 * The tags of a page's head: title, description, Open Graph, and those of 政府网站网页标签 (SiteName and the rest). The language and
 * the site's settings come from the root's data among `matches`; absolute addresses only where the
 * public address is set, so that none is guessed.
 *
 *     export const meta: MetaFunction<typeof loader> = ({ matches }) =>
 *       pageMeta(matches, (t) => ({ title: t('topics.title') }))
 */
export function pageMeta(
  matches: ReadonlyArray<{ id: string; data: unknown }>,
  describe: (t: Translate, language: Language) => PageDescription,
): MetaTag[] {
  const root = (matches.find(({ id }) => id === 'root')?.data ?? {}) as RootFacts
  const language = root.mode?.language ?? DEFAULT_LANGUAGE
  const t = translator(CATALOGUES[language])
  const page = describe(t, language)
  const siteName = t('common.siteName')
  const { column, article, description } = page
  const url =
    root.publicUrl && page.path !== undefined ? new URL(page.path, root.publicUrl).href : undefined
  return [
    { title: page.wholeTitle ? page.title : `${page.title} - ${siteName}` },
    ...named({
      description,
      robots: page.unlisted ? 'noindex' : undefined,
      SiteName: siteName,
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
      'og:site_name': siteName,
      'og:type': article ? 'article' : 'website',
      'og:title': page.title,
      'og:description': description,
      'og:locale': LOCALES[language],
      'og:url': url,
    }),
    ...(url ? [{ tagName: 'link' as const, rel: 'canonical', href: url }] : []),
  ]
}

function named(tags: Record<string, string | undefined>): MetaTag[] {
  return present(tags).map(([name, content]) => ({ name, content }))
}

function openGraph(tags: Record<string, string | undefined>): MetaTag[] {
  return present(tags).map(([property, content]) => ({ property, content }))
}

function present(tags: Record<string, string | undefined>): Array<[string, string]> {
  return Object.entries(tags).flatMap(([name, value]): Array<[string, string]> =>
    value === undefined || value === '' ? [] : [[name, value]],
  )
}
