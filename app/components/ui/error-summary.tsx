import { useTranslate } from '~/i18n/use-translate'
import styles from './error-summary.module.css'
import { Sign } from './sign'

export interface SummarisedError {
  /** The `id` of the control to go to: its name, unless the field was given another. */
  fieldId?: string
  message: string
}

/** Said before the form when it came back: how many corrections, that nothing was lost, and a way to each field. */
export function ErrorSummary(props: { errors: readonly SummarisedError[]; id?: string }) {
  const { t } = useTranslate()
  if (props.errors.length === 0) return null
  const id = props.id ?? 'error-summary'
  // The browser moves focus here when the page comes back, so that a reader who cannot see it hears it first, without script.
  const focused = { autoFocus: true, tabIndex: -1 }
  return (
    <div
      {...focused}
      id={id}
      role="alert"
      aria-labelledby={`${id}-title`}
      className={styles.summary}
    >
      <h2 id={`${id}-title`} className={styles.title}>
        <Sign kind="error" />
        {t('ui.errorSummary.title', { n: props.errors.length })}
      </h2>
      <ul role="list" className={styles.list}>
        {props.errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            {fieldId === undefined ? message : <a href={`#${fieldId}`}>{message}</a>}
          </li>
        ))}
      </ul>
      <p className={styles.kept}>{t('ui.errorSummary.kept')}</p>
    </div>
  )
}
