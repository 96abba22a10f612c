import { useId, type ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './data-table.module.css'

export interface Column<Row> {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures: set to the end of the cell. */
  numeric?: boolean
  /** The cell that names its row; one a table. */
  rowHeader?: boolean
}

/** A table that scrolls within itself when it is wider than the page, by keyboard as well. */
export function DataTable<Row>(props: {
  caption: ReactNode
  /** Where a heading beside the table says the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode
}) {
  const captionId = useId()
  // What scrolls must be in reach of the keyboard: WCAG 2.1.1.
  const focusable = { tabIndex: 0 }
  return (
    <div {...focusable} className={styles.scroller} role="region" aria-labelledby={captionId}>
      <table className={styles.table}>
        <caption
          id={captionId}
          className={props.captionHidden ? 'visually-hidden' : styles.caption}
        >
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(styles.head, column.numeric && styles.numeric)}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.id} scope="row" className={classNames(styles.cell, styles.name)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    className={classNames(styles.cell, column.numeric && styles.numeric)}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {props.rows.length === 0 && props.empty && (
            <tr>
              <td className={classNames(styles.cell, styles.empty)} colSpan={props.columns.length}>
                {props.empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
