import { useTranslate } from '~/i18n/use-translate'
import styles from './pager.module.css'

/** Ways to the neighbouring pages of a list that is paged by key. Nothing is shown when there are none. */
export function Pager(props: {
  newerHref?: string | null
  olderHref?: string | null
  newerLabel?: string
  olderLabel?: string
  /** Tells two pagers on a page apart. */
  label?: string
}) {
  const { t } = useTranslate()
  if (!props.newerHref && !props.olderHref) return null
  return (
    <nav className={styles.pager} aria-label={props.label ?? t('ui.pager.label')}>
      {props.newerHref && (
        <a className={styles.newer} href={props.newerHref} rel="prev">
          <Arrow towards="start" />
          {props.newerLabel ?? t('ui.pager.newer')}
        </a>
      )}
      {props.olderHref && (
        <a className={styles.older} href={props.olderHref} rel="next">
          {props.olderLabel ?? t('ui.pager.older')}
          <Arrow towards="end" />
        </a>
      )}
    </nav>
  )
}

function Arrow(props: { towards: 'start' | 'end' }) {
  return (
    <svg
      className={styles.arrow}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={props.towards === 'start' ? 'M14 8H2m5-5L2 8l5 5' : 'M2 8h12M9 3l5 5-5 5'} />
    </svg>
  )
}
