import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './tag.module.css'

/** What a tag's colour says again after its word: see the tokens. */
export type Tone = 'plain' | 'dai' | 'zhu' | 'dian' | 'song' | 'zhe'

/** A word that says what something is or where it stands: a stage, a status, a type. */
export function Tag(props: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classNames(styles.tag, styles[props.tone ?? 'plain'])}>{props.children}</span>
  )
}
