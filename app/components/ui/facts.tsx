import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './facts.module.css'

export interface Fact {
  term: ReactNode
  /** Facts that are not known are left out. */
  value: ReactNode
}

/** Names and values: what is known of a topic, a case, a person. `stacked` sets the value under its name. */
export function Facts(props: { facts: readonly Fact[]; stacked?: boolean }) {
  const known = props.facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== '',
  )
  if (known.length === 0) return null
  return (
    <dl className={classNames(styles.facts, props.stacked && styles.stacked)}>
      {known.map((fact, index) => (
        <div key={index} className={styles.fact}>
          <dt className={styles.term}>{fact.term}</dt>
          <dd className={styles.value}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
