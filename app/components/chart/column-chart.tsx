import { useTranslate } from '~/i18n/use-translate'
import { ChartFigure, type ChartSeries } from './chart-figure'
import styles from './chart.module.css'
import { Plot, type ChartColumn } from './plot'
import { heightOf, percent, valueAxis } from './scale'

/** Of the room for a column so much is left free. */
const GAP = 0.3

/** How much there was in each of a row of times: counts, from 0, as columns. */
export function ColumnChart(props: {
  title: string
  columnsTitle: string
  columns: readonly ChartColumn[]
  series: ChartSeries
  format: (value: number) => string
}) {
  const { t } = useTranslate()
  const { columns, series } = props
  const axis = valueAxis(series.values, true)
  const room = 1 / columns.length
  return (
    <ChartFigure {...props} series={[series]}>
      <Plot
        label={t('chart.label', { title: props.title })}
        columns={columns}
        axis={axis}
        format={props.format}
      >
        {columns.map((column, index) => {
          const value = series.values[index] ?? 0
          if (value === 0) return null
          return (
            <rect
              key={column.key}
              className={styles.column}
              x={percent((index + GAP / 2) * room)}
              y={heightOf(value, axis)}
              width={percent((1 - GAP) * room)}
              height={percent(value / axis.top)}
            >
              <title>{`${column.label} · ${props.format(value)}`}</title>
            </rect>
          )
        })}
      </Plot>
    </ChartFigure>
  )
}
