import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { SanctionList } from '~/components/sanction/sanction-list'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { EmptyState } from '~/components/ui/empty-state'
import { LinkTabs } from '~/components/ui/link-tabs'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { SANCTION_VIEWS } from '~/domain/moderation/sanction-view'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { canReview } from '~/policies/moderation'
import { sanctionDeciders } from '~/policies/sanction'
import { countSanctions, listSanctions } from '~/queries/list-sanctions.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(sanctionDeciders, async ({ scope, url }) => {
  const asked = url.searchParams.get('view')
  const view = SANCTION_VIEWS.find((each) => each === asked) ?? 'proposed'
  const after = url.searchParams.get('after')
  return {
    view,
    after,
    page: await listSanctions(scope, { view, after }),
    counts: await countSanctions(scope),
    reviews: canReview(scope.viewer),
  }
})

export const meta = pageMeta((t) => ({ title: t('sanction.title'), unlisted: true }))

export default function Sanctions() {
  const { t } = useTranslate()
  const { view, after, page, counts, reviews } = useLoaderData<typeof loader>()
  return (
    <Stack>
      <Breadcrumbs
        trail={[
          reviews
            ? { href: paths.moderation(), label: t('moderation.title') }
            : { href: paths.admin(), label: t('admin.overview.title') },
        ]}
      />
      <PageHeading title={t('sanction.title')} lede={<p>{t('sanction.lede')}</p>} />
      <LinkTabs
        label={t('sanction.view.label')}
        tabs={SANCTION_VIEWS.map((each) => ({
          href: paths.sanctions({ view: each === 'proposed' ? undefined : each }),
          label: t(`sanction.view.${each}`),
          count: each === 'inForce' ? undefined : counts[each],
          current: each === view,
        }))}
      />
      {page.entries.length > 0 ? (
        <SanctionList view={view} entries={page.entries} />
      ) : (
        <EmptyState title={t(`sanction.none.${view}`)}>{t('sanction.none.text')}</EmptyState>
      )}
      <Pager
        newerHref={after ? paths.sanctions({ view }) : null}
        newerLabel={t('sanction.pager.first')}
        olderHref={page.nextAfter && paths.sanctions({ view, after: page.nextAfter })}
      />
    </Stack>
  )
}
