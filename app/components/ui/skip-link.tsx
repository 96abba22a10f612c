import { useTranslate } from '~/i18n/use-translate'
import styles from './skip-link.module.css'

/** First on every page: over the header straight to the content. Seen only when it has the focus. */
export function SkipLink(props: { href?: string }) {
  const { t } = useTranslate()
  return (
    <a className={styles.skip} href={props.href ?? '#main'} data-print="no">
      {t('ui.skipToContent')}
    </a>
  )
}
