import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { SearchForm } from '~/components/search/search-form'
import { SearchHitItem } from '~/components/search/search-hit'
import { EmptyState } from '~/components/ui/empty-state'
import { LinkTabs } from '~/components/ui/link-tabs'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { RuledList } from '~/components/ui/ruled-list'
import { SEARCH_QUERY_MAX_CHARACTERS } from '~/domain/shared/search-tokens'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { SEARCH_KINDS, searchSite } from '~/queries/search-site.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { guardedLoader } from '~/server/http/guard.server'

/** Searches are not cached: a crowd of them is held off by address. */
const SEARCHES = { name: 'search', limit: 120, windowSeconds: 60 }

export const loader = guardedLoader(everybody, async ({ scope, url }) => {
  const q = (url.searchParams.get('q') ?? '').slice(0, SEARCH_QUERY_MAX_CHARACTERS * 2).trim()
  const kind = SEARCH_KINDS.find((known) => known === url.searchParams.get('kind')) ?? null
  const after = url.searchParams.get('after')
  if (q === '') return { q, kind, after: null, page: null, kinds: SEARCH_KINDS }
  if (scope.addressKey) await limitRate(scope, SEARCHES, scope.addressKey)
  return {
    q,
    kind,
    after,
    page: await searchSite(scope, q, { kind, after }),
    kinds: SEARCH_KINDS,
  }
})

export const meta = pageMeta<typeof loader>((t, data) => ({
  title: data?.q ? t('search.titleOf', { q: data.q }) : t('search.title'),
  unlisted: true,
}))

export default function Search() {
  const { q, kind, after, page, kinds } = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  return (
    <>
      <PageHeading title={t('search.title')} />
      <SearchForm q={q} />
      {page && !page.nothingToFind && (
        <LinkTabs
          label={t('search.kind.label')}
          tabs={[
            {
              href: paths.search(q),
              label: t('search.kind.all'),
              current: kind === null,
            },
            ...kinds.map((each) => ({
              href: paths.search(q, { kind: each }),
              label: t(`search.kind.${each}`),
              current: kind === each,
            })),
          ]}
        />
      )}
      {page && page.hits.length > 0 && (
        <RuledList label={t('search.results')}>
          {page.hits.map((hit) => (
            <SearchHitItem key={hit.id} hit={hit} />
          ))}
        </RuledList>
      )}
      {page && page.hits.length === 0 && (
        <EmptyState
          title={page.nothingToFind ? t('search.nothing.title') : t('search.empty.title', { q })}
        >
          <p>{t(page.nothingToFind ? 'search.nothing.text' : 'search.empty.text')}</p>
        </EmptyState>
      )}
      <Pager
        newerHref={after && paths.search(q, { kind: kind ?? undefined })}
        newerLabel={t('search.first')}
        olderHref={page?.older && paths.search(q, { kind: kind ?? undefined, after: page.older })}
        olderLabel={t('search.older')}
      />
    </>
  )
}
