import { useTranslate } from '~/i18n/use-translate'
import styles from './background.module.css'

/** About so many characters fill five lines. */
const FOLDED_FROM = 190

/**
 * A topic's background, folded after five lines without script: the fold only shortens what is seen, those
 * who hear the page hear it whole, and what is focused or printed unfolds.
 */
export function Background(props: { html: string; lang: string }) {
  const { t } = useTranslate()
  const letters = props.html.replace(/<[^>]*>/g, '').length
  const text = (
    <div className="prose" lang={props.lang} dangerouslySetInnerHTML={{ __html: props.html }} />
  )
  if (letters <= FOLDED_FROM) return text
  return (
    <div className={styles.background}>
      <details className={styles.fold} data-print="no">
        <summary>{t('topic.background.more')}</summary>
      </details>
      <div className={styles.text}>{text}</div>
    </div>
  )
}
