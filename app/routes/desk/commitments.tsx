import { useLoaderData } from '@remix-run/react'
import { CommitmentList } from '~/components/commitment/commitment-list'
import { MoveList } from '~/components/commitment/move-list'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { EmptyState } from '~/components/ui/empty-state'
import { LinkTabs } from '~/components/ui/link-tabs'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { deskDepartments } from '~/policies/assignment'
import {
  deskCommitmentViews,
  listDeskCommitments,
  listWaitingMoves,
} from '~/queries/list-desk-commitments.server'
import { guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('commitment.desk.title'), unlisted: true }))

export const loader = guardedLoader(
  staff('official:draft', 'official:sign', 'official:assign'),
  async ({ scope, url }) => {
    const views = deskCommitmentViews(scope)
    const wanted = url.searchParams.get('view')
    const view = views.find((each) => each === wanted) ?? views[0] ?? 'open'
    const after = url.searchParams.get('after')
    const page = {
      views,
      view,
      after,
      now: scope.now,
      ofOwn: view !== 'late' && deskDepartments(scope.viewer).length === 1,
    }
    return view === 'moves'
      ? { ...page, ...(await listWaitingMoves(scope, { after })) }
      : { ...page, ...(await listDeskCommitments(scope, { view, after })) }
  },
)

export default function DeskCommitments() {
  const { t } = useTranslate()
  const page = useLoaderData<typeof loader>()
  const { view, views, after, next } = page
  const empty = 'moves' in page ? page.moves.length === 0 : page.commitments.length === 0
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.desk(), label: t('desk.title') }]} />
      <PageHeading title={t('commitment.desk.title')} lede={<p>{t('commitment.desk.lede')}</p>} />
      <LinkTabs
        label={t('commitment.desk.views')}
        tabs={views.map((each) => ({
          href: paths.deskCommitments({ view: each === views[0] ? undefined : each }),
          label: t(`commitment.desk.view.${each}`),
          current: each === view,
        }))}
      />
      {empty ? (
        <EmptyState title={t(`commitment.desk.empty.${view}.title`)}>
          <p>{t(`commitment.desk.empty.${view}.text`)}</p>
        </EmptyState>
      ) : (
        <>
          <h2 className="visually-hidden">{t(`commitment.desk.view.${view}`)}</h2>
          {'moves' in page ? (
            <MoveList moves={page.moves} />
          ) : (
            <CommitmentList
              commitments={page.commitments}
              hrefOf={(id) => paths.deskCommitment(id)}
              now={new Date(page.now)}
              headingLevel={3}
              ofOwn={page.ofOwn}
            />
          )}
        </>
      )}
      <Pager
        newerHref={after && paths.deskCommitments({ view })}
        newerLabel={t('commitment.pager.first')}
        olderHref={next && paths.deskCommitments({ view, after: next })}
        olderLabel={t('commitment.pager.next')}
      />
    </>
  )
}
