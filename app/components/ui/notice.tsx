import type { ReactNode } from 'react'
import { useTranslate } from '~/i18n/use-translate'
import { classNames } from './class-names'
import styles from './notice.module.css'
import { Sign, type SignKind } from './sign'

/**
 * Something the reader should know, told by a shape and a word, then by colour. `live` makes a screen reader
 * say it: for what has just happened, not for what always stands there.
 */
export function Notice(props: {
  kind: SignKind
  /** Instead of the kind's usual word. */
  title?: ReactNode
  children?: ReactNode
  live?: boolean
  id?: string
}) {
  const { t } = useTranslate()
  const role = props.kind === 'error' ? 'alert' : 'status'
  return (
    <div
      id={props.id}
      role={props.live ? role : undefined}
      className={classNames(styles.notice, styles[props.kind])}
    >
      <Sign kind={props.kind} className={styles.sign} />
      <div className={styles.text}>
        <p className={styles.title}>{props.title ?? t(`ui.notice.${props.kind}`)}</p>
        {props.children && <div className={styles.body}>{props.children}</div>}
      </div>
    </div>
  )
}
