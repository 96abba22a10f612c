import { useTranslate } from '~/i18n/use-translate'
import styles from './skip-targets.module.css'

/** Ways over the list for the keyboard: seen when one of them has the focus. */
export function SkipTargets(props: { hasItem: boolean; decides: boolean }) {
  const { t } = useTranslate()
  if (!props.hasItem) return null
  return (
    <nav className={styles.skips} aria-label={t('moderation.skip.label')}>
      <a href="#item">{t('moderation.skip.item')}</a>
      {props.decides && <a href="#decide">{t('moderation.skip.decide')}</a>}
      <a href="#context">{t('moderation.skip.context')}</a>
    </nav>
  )
}
