import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { CommitmentFigures } from '~/components/statistics/commitment-figures'
import { DepartmentFigures } from '~/components/statistics/department-figures'
import { HowCounted } from '~/components/statistics/how-counted'
import { ResolutionFigures, SatisfactionFigures } from '~/components/statistics/resident-figures'
import { ResponseFigures, TimeFigures } from '~/components/statistics/response-figures'
import { StatisticsFilters } from '~/components/statistics/statistics-filters'
import { PageHeading } from '~/components/ui/page-heading'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getStatistics, statisticsPlace } from '~/queries/get-statistics.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope, url }) => {
  scope.pageTag('rates')
  // The names of bodies.
  scope.pageTag('site')
  const { period, filter } = statisticsPlace(url.searchParams)
  return { statistics: await getStatistics(scope, period, filter) }
})

export const meta = pageMeta((t) => ({
  title: t('statistics.title'),
  description: t('statistics.lede'),
  path: paths.statistics(),
}))

/** 三率 and times: how departments answer, for everybody to read. */
export default function StatisticsPage() {
  const { t } = useTranslate()
  const { statistics } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t('statistics.title')} lede={<p>{t('statistics.lede')}</p>} />
      <StatisticsFilters statistics={statistics} />
      <ResponseFigures statistics={statistics} />
      <ResolutionFigures statistics={statistics} />
      <SatisfactionFigures statistics={statistics} />
      <TimeFigures statistics={statistics} />
      <CommitmentFigures statistics={statistics} />
      <DepartmentFigures statistics={statistics} />
      <HowCounted statistics={statistics} />
    </>
  )
}
