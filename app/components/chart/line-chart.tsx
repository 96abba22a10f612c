import { classNames } from '~/components/ui/class-names'
import { useTranslate } from '~/i18n/use-translate'
import { ChartFigure, type ChartSeries } from './chart-figure'
import styles from './chart.module.css'
import { Plot, type ChartColumn } from './plot'
import { heightOf, middleOf, valueAxis, type ValueAxis } from './scale'

/** Lines are told apart by dash and mark as well as by colour; there are no more than these. */
const LOOKS = ['first', 'second', 'third'] as const

type Look = (typeof LOOKS)[number]

/**
 * How one or a few values went over time, as lines; a value that was not measured breaks its line.
 *
 * @param props.format writes a value with its unit, on the axis, in the marks' titles and in the table
 */
export function LineChart(props: {
  title: string
  columnsTitle: string
  columns: readonly ChartColumn[]
  series: readonly [ChartSeries, ChartSeries?, ChartSeries?]
  format: (value: number) => string
}) {
  const { t } = useTranslate()
  const series = props.series.filter((each) => each !== undefined)
  const axis = valueAxis(series.flatMap(({ values }) => values))
  const looked = series.map((each, index) => ({ ...each, look: LOOKS[index] ?? 'third' }))
  return (
    <ChartFigure
      {...props}
      series={series}
      legend={
        <ul role="list" className={styles.legend}>
          {looked.map(({ id, name, look }) => (
            <li key={id} className={styles.key}>
              <svg className={styles.sample} aria-hidden="true" focusable="false">
                <line
                  className={classNames(styles.line, styles[look])}
                  x1="0"
                  x2="100%"
                  y1="50%"
                  y2="50%"
                />
                <Mark look={look} x="50%" y="50%" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      }
    >
      <Plot
        label={t('chart.label', { title: props.title })}
        columns={props.columns}
        axis={axis}
        format={props.format}
      >
        {looked.map((each) => (
          <Line
            key={each.id}
            series={each}
            columns={props.columns}
            axis={axis}
            format={props.format}
          />
        ))}
      </Plot>
    </ChartFigure>
  )
}

function Line(props: {
  series: ChartSeries & { look: Look }
  columns: readonly ChartColumn[]
  axis: ValueAxis
  format: (value: number) => string
}) {
  const { columns, axis } = props
  const { name, values, look } = props.series
  const points = columns.map((column, index) => ({ column, index, value: values[index] ?? null }))
  const x = (index: number) => middleOf(index, columns.length)
  return (
    <>
      {points.map(({ index, value }) => {
        const before = points[index - 1]?.value ?? null
        return (
          value !== null &&
          before !== null && (
            <line
              key={index}
              className={classNames(styles.line, styles[look])}
              x1={x(index - 1)}
              y1={heightOf(before, axis)}
              x2={x(index)}
              y2={heightOf(value, axis)}
            />
          )
        )
      })}
      {points.map(
        ({ column, index, value }) =>
          value !== null && (
            <Mark
              key={column.key}
              look={look}
              x={x(index)}
              y={heightOf(value, axis)}
              title={`${column.label} · ${name} · ${props.format(value)}`}
            />
          ),
      )}
    </>
  )
}

/** A circle, a square, or a square on its corner. */
function Mark(props: { look: Look; x: string; y: string; title?: string }) {
  const { look, x, y } = props
  const title = props.title && <title>{props.title}</title>
  const className = classNames(styles.mark, styles[look])
  if (look === 'first') {
    return (
      <circle className={className} cx={x} cy={y} r="3.5">
        {title}
      </circle>
    )
  }
  return (
    <svg x={x} y={y} width="1" height="1" className={styles.pinned}>
      <rect
        className={className}
        x="-3.25"
        y="-3.25"
        width="6.5"
        height="6.5"
        transform={look === 'third' ? 'rotate(45)' : undefined}
      >
        {title}
      </rect>
    </svg>
  )
}
