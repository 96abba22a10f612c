import type { ReactNode } from 'react'
import { DataTable, type Column } from '~/components/ui/data-table'
import styles from './chart.module.css'
import { percent } from './scale'

export interface BarRow {
  key: string
  label: ReactNode
  value: number
}

/** How long a bar is, as a share of the longest; what it says stands beside it in figures. */
function Bar({ share }: { share: number }) {
  return (
    <svg className={styles.bar} aria-hidden="true" focusable="false">
      {share > 0 && <rect className={styles.column} width={percent(share)} height="100%" />}
    </svg>
  )
}

/**
 * Kinds of things by how many there are: chart and table in one, a bar under each name and its figures beside it.
 *
 * @param props.columns what is told of a row beside its value
 */
export function BarTable<Row extends BarRow>(props: {
  caption: ReactNode
  captionHidden?: boolean
  labelTitle: ReactNode
  valueTitle: ReactNode
  rows: readonly Row[]
  format: (value: number) => string
  columns?: readonly Column<Row>[]
  empty?: ReactNode
}) {
  const longest = Math.max(0, ...props.rows.map(({ value }) => value))
  return (
    <DataTable
      caption={props.caption}
      captionHidden={props.captionHidden}
      rows={props.rows}
      rowKey={({ key }) => key}
      empty={props.empty}
      columns={[
        {
          id: 'label',
          header: props.labelTitle,
          rowHeader: true,
          cell: ({ label, value }) => (
            <>
              {label}
              <Bar share={longest === 0 ? 0 : value / longest} />
            </>
          ),
        },
        {
          id: 'value',
          header: props.valueTitle,
          numeric: true,
          cell: ({ value }) => props.format(value),
        },
        ...(props.columns ?? []),
      ]}
    />
  )
}
