import { LineChart } from '~/components/chart/line-chart'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import type { Statistics } from '~/queries/get-statistics.server'
import { ComparedTable, comparedRates } from './compared-table'
import { ExcludedTable } from './excluded-table'
import { dayWords, monthColumns, rateSeries } from './rate-words'
import styles from './statistics.module.css'

/** 响应率: whether answers came in time. */
export function ResponseFigures({ statistics }: { statistics: Statistics }) {
  const { t, language } = useTranslate()
  const { whole, each, months } = statistics
  return (
    <Section id="response" title={t('statistics.response.title')}>
      <p className={styles.definition}>{t('statistics.response.definition')}</p>
      <ComparedTable
        statistics={statistics}
        caption={t('statistics.response.title')}
        lines={[
          ...comparedRates(['response'], t),
          {
            id: 'inTime',
            name: t('statistics.response.inTime'),
            of: ({ response }) => response.inTime,
          },
          { id: 'late', name: t('statistics.response.late'), of: ({ response }) => response.late },
          {
            id: 'overdue',
            name: t('statistics.response.overdue'),
            of: ({ response }) => response.overdue,
          },
        ]}
      />
      <p className={styles.note}>
        {t('statistics.response.overdueNow', { n: statistics.overdueNow })}
      </p>
      <div className={styles.two}>
        <LineChart
          title={t('statistics.rate.response')}
          columnsTitle={t('statistics.month')}
          columns={monthColumns(months, language, t)}
          series={[rateSeries('response', each, t)]}
          format={(value) => `${value}%`}
        />
        <ExcludedTable
          caption={t('statistics.excluded.title')}
          countTitle={t('statistics.matters')}
          excluded={whole.rates.response.excluded}
        />
      </div>
    </Section>
  )
}

/** How long answers took. */
export function TimeFigures({ statistics }: { statistics: Statistics }) {
  const { t, language } = useTranslate()
  const { each, months } = statistics
  return (
    <Section id="time" title={t('statistics.time.title')}>
      <p className={styles.definition}>{t('statistics.time.definition')}</p>
      <ComparedTable
        statistics={statistics}
        caption={t('statistics.time.title')}
        lines={[
          {
            id: 'median',
            name: t('statistics.time.median'),
            of: ({ days }) => dayWords(days.median, t),
          },
          { id: 'p90', name: t('statistics.time.p90'), of: ({ days }) => dayWords(days.p90, t) },
          { id: 'answers', name: t('statistics.time.answers'), of: ({ days }) => days.answers },
        ]}
      />
      <div className={styles.chart}>
        <LineChart
          title={t('statistics.time.chart')}
          columnsTitle={t('statistics.month')}
          columns={monthColumns(months, language, t)}
          series={[
            {
              id: 'median',
              name: t('statistics.time.median'),
              values: each.map(({ days }) => days.median),
            },
            { id: 'p90', name: t('statistics.time.p90'), values: each.map(({ days }) => days.p90) },
          ]}
          format={(value) => t('statistics.days', { n: value })}
        />
      </div>
    </Section>
  )
}
