import { LineChart } from '~/components/chart/line-chart'
import { Facts } from '~/components/ui/facts'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import type { Statistics } from '~/queries/get-statistics.server'
import { ExcludedTable } from './excluded-table'
import { dayWords, monthColumns, rateSeries, rateWords } from './rate-words'
import styles from './statistics.module.css'

/** 响应率: whether answers came in time. */
export function ResponseFigures({ statistics }: { statistics: Statistics }) {
  const { t, language } = useTranslate()
  const { whole, before, each, months, period } = statistics
  return (
    <Section id="response" title={t('statistics.response.title')}>
      <p className={styles.definition}>{t('statistics.response.definition')}</p>
      <Facts
        facts={[
          { term: t('statistics.rate.response'), value: rateWords(whole.rates.response, t) },
          {
            term: t('statistics.before', { n: period }),
            value: rateWords(before.rates.response, t),
          },
          { term: t('statistics.response.inTime'), value: whole.response.inTime },
          { term: t('statistics.response.late'), value: whole.response.late },
          { term: t('statistics.response.overdue'), value: whole.response.overdue },
        ]}
      />
      <div className={styles.two}>
        <LineChart
          title={t('statistics.rate.response')}
          columnsTitle={t('statistics.month')}
          columns={monthColumns(months, language)}
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
  const { whole, before, each, months, period } = statistics
  return (
    <Section id="time" title={t('statistics.time.title')}>
      <p className={styles.definition}>{t('statistics.time.definition')}</p>
      <Facts
        facts={[
          { term: t('statistics.time.answers'), value: whole.days.answers },
          { term: t('statistics.time.median'), value: dayWords(whole.days.median, t) },
          { term: t('statistics.time.p90'), value: dayWords(whole.days.p90, t) },
          {
            term: t('statistics.before', { n: period }),
            value: t('statistics.time.before', {
              median: dayWords(before.days.median, t),
              p90: dayWords(before.days.p90, t),
            }),
          },
        ]}
      />
      <LineChart
        title={t('statistics.time.chart')}
        columnsTitle={t('statistics.month')}
        columns={monthColumns(months, language)}
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
    </Section>
  )
}
