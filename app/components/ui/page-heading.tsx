import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './page-heading.module.css'

/** The head of a page: what it is. A topic's title stands in Song, all other titles in the system's type. */
export function PageHeading(props: {
  title: ReactNode
  /** Song, for the title of a topic or a summary. */
  topic?: boolean
  /** A line above the title: what kind of thing this is. */
  kicker?: ReactNode
  /** A sentence or two below it. */
  lede?: ReactNode
  /** Buttons and links for the whole page. */
  actions?: ReactNode
}) {
  return (
    <header className={styles.heading}>
      <div className={styles.words}>
        {props.kicker && <p className={styles.kicker}>{props.kicker}</p>}
        <h1 className={classNames(styles.title, props.topic && styles.topic)}>{props.title}</h1>
        {props.lede && <div className={styles.lede}>{props.lede}</div>}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </header>
  )
}
