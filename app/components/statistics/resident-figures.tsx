import { LineChart } from '~/components/chart/line-chart'
import { DataTable } from '~/components/ui/data-table'
import { Section } from '~/components/ui/section'
import { GRADES, type RatingAspect } from '~/domain/response/rating'
import type { RateName } from '~/domain/response/rates'
import { DECLARED_RESULTS, RESULT_LETTERS } from '~/domain/response/response'
import { useTranslate } from '~/i18n/use-translate'
import type { Statistics } from '~/queries/get-statistics.server'
import { ComparedTable, comparedRates } from './compared-table'
import { ExcludedTable } from './excluded-table'
import { monthColumns, rateSeries } from './rate-words'
import styles from './statistics.module.css'

/** 解决率: what departments declare and what residents confirm, side by side. */
export function ResolutionFigures({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslate()
  const { declared } = statistics.whole
  return (
    <Section id="resolution" title={t('statistics.resolution.title')}>
      <p className={styles.definition}>{t('statistics.resolution.definition')}</p>
      <ComparedTable
        statistics={statistics}
        caption={t('statistics.resolution.title')}
        lines={comparedRates(['declared', 'confirmed'], t)}
      />
      <div className={styles.two}>
        <RateChart
          statistics={statistics}
          title={t('statistics.resolution.chart')}
          names={['declared', 'confirmed']}
        />
        <div className={styles.tables}>
          <DataTable
            caption={t('statistics.declared.title')}
            rows={DECLARED_RESULTS}
            rowKey={(result) => result}
            columns={[
              {
                id: 'result',
                header: t('statistics.declared.result'),
                rowHeader: true,
                cell: (result) => `${RESULT_LETTERS[result]} ${t(`response.result.${result}`)}`,
              },
              {
                id: 'count',
                header: t('statistics.answers'),
                numeric: true,
                cell: (result) => declared[result],
              },
            ]}
          />
          <Grades statistics={statistics} aspects={['resolution']} />
        </div>
      </div>
      <Unrated statistics={statistics} />
    </Section>
  )
}

/** 满意率: attitude and speed, each by itself. */
export function SatisfactionFigures({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslate()
  return (
    <Section id="satisfaction" title={t('statistics.satisfaction.title')}>
      <p className={styles.definition}>{t('statistics.satisfaction.definition')}</p>
      <ComparedTable
        statistics={statistics}
        caption={t('statistics.satisfaction.title')}
        lines={comparedRates(['attitude', 'speed'], t)}
      />
      <div className={styles.two}>
        <RateChart
          statistics={statistics}
          title={t('statistics.satisfaction.chart')}
          names={['attitude', 'speed']}
        />
        <Grades statistics={statistics} aspects={['attitude', 'speed']} />
      </div>
      <p className={styles.note}>{t('statistics.satisfaction.unrated')}</p>
    </Section>
  )
}

function RateChart(props: {
  statistics: Statistics
  title: string
  names: readonly [RateName, RateName]
}) {
  const { t, language } = useTranslate()
  const { each, months } = props.statistics
  const [first, second] = props.names
  return (
    <LineChart
      title={props.title}
      columnsTitle={t('statistics.month')}
      columns={monthColumns(months, language, t)}
      series={[rateSeries(first, each, t), rateSeries(second, each, t)]}
      format={(value) => `${value}%`}
    />
  )
}

function Grades(props: { statistics: Statistics; aspects: readonly RatingAspect[] }) {
  const { t } = useTranslate()
  const { graded } = props.statistics.whole
  return (
    <DataTable
      caption={t('statistics.graded.title')}
      rows={GRADES}
      rowKey={(grade) => grade}
      columns={[
        {
          id: 'grade',
          header: t('statistics.graded.grade'),
          rowHeader: true,
          cell: (grade) => t(`rating.grade.${grade}`),
        },
        ...props.aspects.map((aspect) => ({
          id: aspect,
          header: t(`rating.aspect.${aspect}`),
          numeric: true,
          cell: (grade: (typeof GRADES)[number]) => graded[aspect][grade],
        })),
      ]}
    />
  )
}

function Unrated({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslate()
  return (
    <ExcludedTable
      caption={t('statistics.unrated.title')}
      countTitle={t('statistics.persons')}
      excluded={statistics.whole.rates.confirmed.excluded}
    />
  )
}
