import { useTranslate } from '~/i18n/use-translate'
import styles from './recovery-codes.module.css'

/** Codes to be written down. */
export function RecoveryCodes(props: { codes: readonly string[] }) {
  const { t } = useTranslate()
  return (
    <ul role="list" className={styles.codes} aria-label={t('account.recoveryCodes.label')}>
      {props.codes.map((code) => (
        <li key={code}>
          <code className={styles.code}>{code}</code>
        </li>
      ))}
    </ul>
  )
}
