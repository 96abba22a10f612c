import { ColumnChart } from '~/components/chart/column-chart'
import { LineChart } from '~/components/chart/line-chart'
import { Facts } from '~/components/ui/facts'
import { Section } from '~/components/ui/section'
import { bucketWords } from '~/domain/moderation/figures'
import { useTranslate } from '~/i18n/use-translate'
import type { ModerationFigures } from '~/queries/get-moderation-figures.server'
import { minuteWords, percentWords, round } from './figure-words'
import styles from './figures.module.css'

/** Above so many minutes an axis is in hours. */
const HOURS_FROM_MINUTES = 180

/** How long texts waited and how much was decided, over time. */
export function PaceFigures({ figures }: { figures: ModerationFigures }) {
  const { t, language } = useTranslate()
  const { waits, decisions, appeals } = figures
  const columns = figures.buckets.map((bucket) => ({
    key: bucket.first.toISOString(),
    ...bucketWords(bucket, language),
  }))
  const weeks = columns.length < figures.period
  const inHours = waits.each.some(({ p90 }) => (p90 ?? 0) >= HOURS_FROM_MINUTES)
  const inUnit = (minutes: number | null) => (minutes === null || !inHours ? minutes : minutes / 60)
  const columnsTitle = t(weeks ? 'figures.week' : 'figures.day')
  return (
    <Section id="pace" title={t('figures.pace.title')}>
      <Facts
        facts={[
          { term: t('figures.pace.decided'), value: t('figures.count', { n: decisions.total }) },
          { term: t('figures.pace.median'), value: minuteWords(waits.whole.median, t) },
          { term: t('figures.pace.p90'), value: minuteWords(waits.whole.p90, t) },
          {
            term: t('figures.pace.appeals'),
            value: t('figures.appeals', {
              decided: appeals.decided,
              overturned: appeals.overturned,
              rate: percentWords(appeals.rate, t),
            }),
          },
        ]}
      />
      <div className={styles.two}>
        <LineChart
          title={t('figures.waits.title')}
          columnsTitle={columnsTitle}
          columns={columns}
          series={[
            {
              id: 'median',
              name: t('figures.pace.median'),
              values: waits.each.map(({ median }) => inUnit(median)),
            },
            {
              id: 'p90',
              name: t('figures.pace.p90'),
              values: waits.each.map(({ p90 }) => inUnit(p90)),
            },
          ]}
          format={(value) => t(inHours ? 'figures.hours' : 'figures.minutes', { n: round(value) })}
        />
        <ColumnChart
          title={t(weeks ? 'figures.decided.weeks' : 'figures.decided.days')}
          columnsTitle={columnsTitle}
          columns={columns}
          series={{ id: 'decided', name: t('figures.pace.decided'), values: decisions.each }}
          format={String}
        />
      </div>
    </Section>
  )
}
