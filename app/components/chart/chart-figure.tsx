import { useId, type ReactNode } from 'react'
import { DataTable, type Column } from '~/components/ui/data-table'
import { Disclosure } from '~/components/ui/disclosure'
import { useTranslate } from '~/i18n/use-translate'
import styles from './chart.module.css'
import type { ChartColumn } from './plot'

/** A row of values, one a column; null where nothing was measured. */
export interface ChartSeries {
  id: string
  name: string
  values: readonly (number | null)[]
  /** What the table says of each value, where that is more than the value with its unit. */
  words?: readonly string[]
}

interface TableRow {
  column: ChartColumn
  index: number
}

/** A chart under its title, with the same figures as a table that unfolds below it. */
export function ChartFigure(props: {
  title: string
  /** What the columns are: the head of the table's first column. */
  columnsTitle: string
  columns: readonly ChartColumn[]
  series: readonly ChartSeries[]
  format: (value: number) => string
  /** Between title and plot: what stands for what. */
  legend?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslate()
  const titleId = useId()
  const table: Column<TableRow>[] = [
    {
      id: 'column',
      header: props.columnsTitle,
      cell: ({ column }) => column.label,
      rowHeader: true,
    },
    ...props.series.map((series) => ({
      id: series.id,
      header: series.name,
      numeric: true,
      cell: ({ index }: TableRow) => {
        const value = series.values[index] ?? null
        const words = series.words?.[index]
        if (words !== undefined) return words
        return value === null ? t('chart.none') : props.format(value)
      },
    })),
  ]
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <figcaption className={styles.caption}>
        <span id={titleId} className={styles.title}>
          {props.title}
        </span>
        {props.legend}
      </figcaption>
      {props.children}
      <Disclosure summary={t('chart.table')}>
        <DataTable
          caption={props.title}
          captionHidden
          columns={table}
          rows={props.columns.map((column, index) => ({ column, index }))}
          rowKey={({ column }) => column.key}
        />
      </Disclosure>
    </figure>
  )
}
