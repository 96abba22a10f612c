import type { ReactNode } from 'react'
import { classNames } from './class-names'
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

/** An entry of a ruled list; `margin` stands to its right, as figures do in an index, and under it on a phone. */
export function RuledItem(props: { children: ReactNode; margin?: ReactNode; id?: string }) {
  return (
    <li className={classNames(styles.item, props.margin ? styles.withMargin : null)} id={props.id}>
      <div className={styles.main}>{props.children}</div>
      {props.margin && <div className={styles.margin}>{props.margin}</div>}
    </li>
  )
}

/** The one figure an entry is looked up by, such as the days left: `<Figure value={9} unit="天" />`. */
export function Figure(props: { value: ReactNode; unit: ReactNode; before?: ReactNode }) {
  return (
    <span>
      {props.before} <b className={styles.value}>{props.value}</b> {props.unit}
    </span>
  )
}

/** Small facts in a row under a title: place, time, counts. They wrap between, not within. */
export function MetaLine(props: { children: ReactNode }) {
  return <div className={styles.meta}>{props.children}</div>
}
