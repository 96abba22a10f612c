import type { ReactNode } from 'react'
import styles from './stack.module.css'

/** The parts of a page that has no sections, one under the other with room between them. */
export function Stack(props: { children: ReactNode }) {
  return <div className={styles.stack}>{props.children}</div>
}
