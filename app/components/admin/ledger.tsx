import type { ReactNode } from 'react'
import { classNames } from '~/components/ui/class-names'
import styles from './ledger.module.css'

/** The rows of a register, parted by hairlines, close as in a bound book. */
export function Ledger(props: { label: string; children: ReactNode }) {
  return (
    <ul role="list" className={styles.ledger} aria-label={props.label}>
      {props.children}
    </ul>
  )
}

/** A row: the name that leads to the entry, what is said of it, and a figure or word at the margin. */
export function LedgerRow(props: {
  href: string
  name: ReactNode
  /** States beside the name. */
  tags?: ReactNode
  margin?: ReactNode
  /** The name has a column of its own, for names that are short. */
  split?: boolean
  children?: ReactNode
}) {
  return (
    <li className={classNames(styles.row, props.split && styles.split)}>
      <div className={styles.head}>
        <a className={styles.name} href={props.href}>
          {props.name}
        </a>
        {props.tags}
      </div>
      <div className={styles.words}>{props.children}</div>
      {props.margin && <div className={styles.margin}>{props.margin}</div>}
    </li>
  )
}
