import type { ReactNode } from 'react'
import styles from './columns.module.css'

/**
 * A text and what stands beside it. Where there is no room for two columns, the side comes after the text, or
 * before it with `sideFirst` (for those who hear the page always): for what the reader can do now.
 */
export function Columns(props: { side: ReactNode; sideFirst?: boolean; children: ReactNode }) {
  const side = <div className={styles.side}>{props.side}</div>
  return (
    <div className={styles.room}>
      <div className={styles.columns}>
        {props.sideFirst && side}
        <div className={styles.text}>{props.children}</div>
        {!props.sideFirst && side}
      </div>
    </div>
  )
}
