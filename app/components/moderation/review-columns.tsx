import type { ReactNode } from 'react'
import styles from './review-columns.module.css'

/**
 * The queue's three columns: list, item, context. Where there is room for two, the context stands below the item; on
 * a phone one is shown at a time, the list or the item with its context, as the address says.
 */
export function ReviewColumns(props: {
  shown: 'list' | 'item'
  heading: ReactNode
  /** What chooses among the lists: not shown where the item stands alone. */
  head: ReactNode
  list: ReactNode
  item: ReactNode
  context?: ReactNode
}) {
  return (
    <div className={styles.room}>
      <div className={styles.page} data-shown={props.shown}>
        <div className={styles.bar}>{props.heading}</div>
        <div className={styles.head}>{props.head}</div>
        <div className={styles.columns}>
          <div className={styles.list}>{props.list}</div>
          <div className={styles.item}>{props.item}</div>
          {props.context && <div className={styles.context}>{props.context}</div>}
        </div>
      </div>
    </div>
  )
}
