import type { ReactNode } from 'react'
import styles from './disclosure.module.css'

/** A text that is folded until somebody wants it. It opens without script. */
export function Disclosure(props: {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  id?: string
}) {
  return (
    <details className={styles.disclosure} open={props.open} id={props.id}>
      <summary className={styles.summary}>{props.summary}</summary>
      <div className={styles.content}>{props.children}</div>
    </details>
  )
}
