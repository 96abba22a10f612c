import { useId, type ReactNode } from 'react'
import { DateTime } from '~/components/ui/date-time'
import { useTranslate } from '~/i18n/use-translate'
import styles from './seal-frame.module.css'

/**
 * The official response: set apart from the voices by its seal, the only thing on the site that is filled with
 * red, and signed at its foot as a document is, by department and date.
 */
export function SealFrame(props: {
  id?: string
  /** The department that answers. */
  department: string
  /** Departments that join in the one answer. */
  coDepartments?: readonly string[]
  publishedAt: Date | string
  /** The number under which the answer is filed. */
  reference?: string | null
  headingLevel?: 2 | 3
  /** Stands under the heading: a correction, a provisional answer. */
  note?: ReactNode
  /** The answer, rendered. */
  children: ReactNode
  /** Under the signature: ways to rate it, to link to it. */
  actions?: ReactNode
}) {
  const { t } = useTranslate()
  const titleId = useId()
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2'
  const others = props.coDepartments ?? []
  return (
    <article className={styles.frame} id={props.id} aria-labelledby={titleId}>
      <header className={styles.head}>
        <Seal />
        <div className={styles.title}>
          <Heading id={titleId} className={styles.heading}>
            {t('ui.seal.title')}
          </Heading>
          <p className={styles.from}>
            {props.department}
            {others.length > 0 && (
              <span className={styles.with}>
                {t('ui.seal.with', { names: others.join(t('ui.listSeparator')) })}
              </span>
            )}
          </p>
        </div>
      </header>
      {props.note && <div className={styles.note}>{props.note}</div>}
      <div className={styles.body}>{props.children}</div>
      <footer className={styles.foot}>
        <p className={styles.signature}>
          <span>{props.department}</span>
          <span>
            <DateTime value={props.publishedAt} show="day" />
          </span>
          {props.reference && (
            <span className={styles.reference}>
              {t('ui.seal.reference', { reference: props.reference })}
            </span>
          )}
        </p>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </footer>
    </article>
  )
}

function Seal() {
  const { t } = useTranslate()
  return (
    <svg
      className={styles.seal}
      viewBox="0 0 64 64"
      width="64"
      height="64"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.cinnabar} width="64" height="64" rx="4" />
      <rect className={styles.inner} x="5" y="5" width="54" height="54" rx="1.5" />
      <text className={styles.letter} x="32" y="32" textAnchor="middle" dominantBaseline="central">
        {t('voice.mark.official')}
      </text>
    </svg>
  )
}
