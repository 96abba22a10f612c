import type { ReactNode } from 'react'
import styles from './below-heading.module.css'

/** What stands between a page's heading and its text: a notice, a note, a form; with room above it. */
export function BelowHeading(props: { children: ReactNode }) {
  return props.children ? <div className={styles.room}>{props.children}</div> : null
}
