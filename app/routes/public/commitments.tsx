import { useLoaderData } from '@remix-run/react'
import { CommitmentList } from '~/components/commitment/commitment-list'
import { LedgerFilters } from '~/components/commitment/ledger-filters'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { COMMITMENT_VIEWS } from '~/domain/response/commitment'
import { isId } from '~/domain/shared/id'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import {
  countLedger,
  listCommitments,
  listPromisingDepartments,
} from '~/queries/list-commitments.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope, url }) => {
  scope.pageTag('commitments')
  const query = (name: string) => url.searchParams.get(name)
  const view = COMMITMENT_VIEWS.find((each) => each === query('state')) ?? 'all'
  const wanted = query('department')
  const departmentId = isId(wanted) ? wanted : null
  const departmentIds = departmentId ? [departmentId] : null
  const after = query('after')
  const [page, counts, departments] = await Promise.all([
    listCommitments(scope, { view, departmentIds, after }),
    countLedger(scope, departmentIds),
    listPromisingDepartments(scope),
  ])
  return {
    ...page,
    counts,
    departments,
    views: COMMITMENT_VIEWS,
    view,
    departmentId,
    after,
    now: scope.now,
  }
})

export const meta = pageMeta((t) => ({
  title: t('commitment.title'),
  description: t('commitment.meta'),
  path: paths.commitments(),
  feed: paths.feed('commitments'),
  column: {
    name: t('commitment.title'),
    description: t('commitment.meta'),
    keywords: t('meta.keywords').split(','),
    type: t('meta.column.type'),
  },
}))

export default function Commitments() {
  const { t } = useTranslate()
  const page = useLoaderData<typeof loader>()
  const { commitments, next, view, departmentId, after } = page
  const place = {
    state: view === 'all' ? undefined : view,
    department: departmentId ?? undefined,
  }
  return (
    <>
      <PageHeading title={t('commitment.title')} lede={<p>{t('commitment.lede')}</p>} />
      <LedgerFilters
        views={page.views}
        view={view}
        departments={page.departments}
        departmentId={departmentId}
        counts={page.counts}
      />
      {commitments.length > 0 ? (
        <CommitmentList
          commitments={commitments}
          hrefOf={(id) => paths.commitment(id)}
          now={new Date(page.now)}
          headingLevel={2}
        />
      ) : (
        <EmptyState
          title={t('commitment.empty.title')}
          action={
            <ButtonLink href={paths.commitments()} variant="secondary">
              {t('commitment.empty.action')}
            </ButtonLink>
          }
        >
          <p>{t('commitment.empty.text')}</p>
        </EmptyState>
      )}
      <Pager
        newerHref={after && paths.commitments(place)}
        newerLabel={t('commitment.pager.first')}
        olderHref={next && paths.commitments({ ...place, after: next })}
        olderLabel={t('commitment.pager.next')}
      />
    </>
  )
}
