import type { ReactNode } from 'react'
import styles from './ruled-list.module.css'

/** A list whose items are parted by a hairline, as entries in a book: what others would put into cards. */
export function RuledList(props: { children: ReactNode; ordered?: boolean; label?: string }) {
  const List = props.ordered ? 'ol' : 'ul'
  return (
    <List role="list" className={styles.list} aria-label={props.label}>
      {props.children}
    </List>
  )
}

/** An entry of a ruled list. */
export function RuledItem(props: { children: ReactNode; id?: string }) {
  return (
    <li className={styles.item} id={props.id}>
      {props.children}
    </li>
  )
}

/** Small facts in a row under a title: place, time, counts. They wrap between, not within. */
export function MetaLine(props: { children: ReactNode }) {
  return <div className={styles.meta}>{props.children}</div>
}
