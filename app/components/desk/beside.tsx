import type { ReactNode } from 'react'
import { Columns } from '~/components/layout/columns'
import styles from './beside.module.css'

/** A working page's text and what stands beside it, under the page's heading. */
export function Beside(props: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.room}>
      <Columns side={props.side}>
        <div className={styles.text}>{props.children}</div>
      </Columns>
    </div>
  )
}
