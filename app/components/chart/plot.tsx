import type { ReactNode } from 'react'
import styles from './chart.module.css'
import { heightOf, middleOf, namedColumns, type ValueAxis } from './scale'

/** One place along the foot of a chart: a day, a week, a month. */
export interface ChartColumn {
  key: string
  /** In full, in the table. */
  label: string
  /** Below the plot, where there is little room. */
  short: string
}

/**
 * The frame of a chart: values at its side, names at its foot, lines across. All places are shares of the plot, so that
 * it is as wide as its page while its letters keep their size, in the 长辈版 too. `label` tells those who do not see it
 * what it shows; the figures themselves are in the table of `ChartFigure`.
 */
export function Plot(props: {
  label: string
  columns: readonly ChartColumn[]
  axis: ValueAxis
  format: (value: number) => string
  children: ReactNode
}) {
  const { columns, axis } = props
  return (
    <div className={styles.plot}>
      <svg className={styles.values} aria-hidden="true" focusable="false">
        {axis.ticks.map((tick) => (
          <text key={tick} x="100%" y={heightOf(tick, axis)} dy="0.34em" textAnchor="end">
            {props.format(tick)}
          </text>
        ))}
      </svg>
      <svg className={styles.area} role="img" aria-label={props.label} focusable="false">
        {axis.ticks.map((tick) => (
          <line
            key={tick}
            className={tick === 0 ? styles.foot : styles.across}
            x1="0"
            x2="100%"
            y1={heightOf(tick, axis)}
            y2={heightOf(tick, axis)}
          />
        ))}
        {props.children}
      </svg>
      <svg className={styles.names} aria-hidden="true" focusable="false">
        {namedColumns(columns.length).map((index) => (
          <text key={index} x={middleOf(index, columns.length)} y="1em" textAnchor="middle">
            {columns[index]?.short}
          </text>
        ))}
      </svg>
    </div>
  )
}
