import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { PlainWords } from '~/components/layout/plain-words'
import { WHOLE_FEEDS } from '~/domain/topic/feed-subject'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { listFeedSubjects } from '~/queries/get-feed.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, ({ scope }) => {
  for (const tag of ['site', 'topics', 'studios']) scope.pageTag(tag)
  return listFeedSubjects(scope)
})

export const meta = pageMeta((t) => ({
  title: t('feed.page.title'),
  description: t('feed.page.lede'),
  path: paths.feeds(),
}))

/** Every feed there is, and what feeds are for. */
export default function FeedsPage() {
  const { t } = useTranslate()
  const { categories, studios } = useLoaderData<typeof loader>()
  const whole = WHOLE_FEEDS.map((kind) => ({
    href: paths.feed(kind),
    name: t(`feed.page.${kind}`),
  }))
  const ofOne = (
    kind: 'categories' | 'studios',
    all: ReadonlyArray<{ id: string; name: string }>,
  ) => all.map(({ id, name }) => ({ href: paths.feed(kind, id), name }))
  const parts = [
    { id: 'site', title: t('feed.page.site'), links: whole },
    { id: 'categories', title: t('feed.page.categories'), links: ofOne('categories', categories) },
    { id: 'studios', title: t('feed.page.studios'), links: ofOne('studios', studios) },
  ].filter(({ links }) => links.length > 0)
  return (
    <PlainWords
      title={t('feed.page.title')}
      lede={t('feed.page.lede')}
      parts={[
        ...parts.map(({ id, title, links }) => ({
          id,
          title,
          texts: [],
          after: (
            <ul>
              {links.map(({ href, name }) => (
                <li key={href}>
                  <a href={href} type="application/atom+xml">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          ),
        })),
        { id: 'how', title: t('feed.page.how'), texts: [t('feed.page.howText')] },
      ]}
    />
  )
}
