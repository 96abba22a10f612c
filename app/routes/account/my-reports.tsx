import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { MyReportItem } from '~/components/receipt/my-report-item'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { listMyReports } from '~/queries/list-my-reports.server'
import { guardedLoader } from '~/server/http/guard.server'

/** What the page says has just happened. */
const DONE = ['reported', 'hidden'] as const

export const meta = pageMeta((t) => ({ title: t('report.mine.title'), unlisted: true }))

export const loader = guardedLoader(signedIn, async ({ scope, url }) => {
  const after = url.searchParams.get('after')
  const done = url.searchParams.get('done')
  return {
    ...(await listMyReports(scope, { after })),
    after,
    done: DONE.find((each) => each === done) ?? null,
  }
})

export default function MyReports() {
  const { reports, nextAfter, after, done } = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.me(), label: t('me.title') }]} />
      <PageHeading title={t('report.mine.title')} lede={<p>{t('report.mine.lede')}</p>} />
      {done && (
        <Notice kind="success" title={t('report.mine.done')} live>
          {done === 'hidden' && <p>{t('report.mine.done.hidden')}</p>}
          <p>{t('report.mine.done.text')}</p>
        </Notice>
      )}
      <Section id="reports" title={t('report.mine.list')}>
        {reports.length > 0 ? (
          <RuledList>
            {reports.map((report) => (
              <MyReportItem key={report.id} report={report} />
            ))}
          </RuledList>
        ) : (
          <EmptyState
            title={t('report.mine.empty.title')}
            action={<ButtonLink href={paths.topics()}>{t('me.empty.action')}</ButtonLink>}
          >
            <p>{t('report.mine.empty.text')}</p>
          </EmptyState>
        )}
        <Pager
          newerHref={after ? paths.myReports() : null}
          newerLabel={t('report.mine.pager.first')}
          olderHref={nextAfter && paths.myReports({ after: nextAfter })}
        />
      </Section>
    </>
  )
}
