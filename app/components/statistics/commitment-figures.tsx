import { LineChart } from '~/components/chart/line-chart'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { Statistics } from '~/queries/get-statistics.server'
import { ComparedTable, comparedRates } from './compared-table'
import { ExcludedTable } from './excluded-table'
import { monthColumns, rateSeries } from './rate-words'
import styles from './statistics.module.css'

/** Whether departments keep what they promise. */
export function CommitmentFigures({ statistics }: { statistics: Statistics }) {
  const { t, language } = useTranslate()
  const { whole, each, months, filter } = statistics
  return (
    <Section
      id="commitments"
      title={t('statistics.commitments.title')}
      more={{
        href: paths.commitments({ department: filter.departmentId ?? undefined }),
        label: t('statistics.commitments.ledger'),
      }}
    >
      <p className={styles.definition}>{t('statistics.commitments.definition')}</p>
      <ComparedTable
        statistics={statistics}
        caption={t('statistics.commitments.title')}
        lines={[
          ...comparedRates(['commitments'], t),
          {
            id: 'kept',
            name: t('statistics.commitments.kept'),
            of: ({ commitments }) => commitments.kept,
          },
          {
            id: 'late',
            name: t('statistics.commitments.late'),
            of: ({ commitments }) => commitments.late,
          },
          {
            id: 'overdue',
            name: t('statistics.commitments.overdue'),
            of: ({ commitments }) => commitments.overdue,
          },
        ]}
      />
      <div className={styles.two}>
        <LineChart
          title={t('statistics.rate.commitments')}
          columnsTitle={t('statistics.month')}
          columns={monthColumns(months, language, t)}
          series={[rateSeries('commitments', each, t)]}
          format={(value) => `${value}%`}
        />
        <ExcludedTable
          caption={t('statistics.excluded.title')}
          countTitle={t('statistics.promises')}
          excluded={whole.rates.commitments.excluded}
        />
      </div>
    </Section>
  )
}
