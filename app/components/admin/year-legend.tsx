import { useTranslate } from '~/i18n/use-translate'
import styles from './year-legend.module.css'

/** What the marks of the calendar mean. */
export function YearLegend() {
  const { t } = useTranslate()
  return (
    <ul role="list" className={styles.legend}>
      <li className={styles.entry}>
        <span className={styles.off} aria-hidden="true">
          {t('admin.calendar.mark.off')}
        </span>
        {t('admin.calendar.legend.off')}
      </li>
      <li className={styles.entry}>
        <span className={styles.work} aria-hidden="true">
          {t('admin.calendar.mark.work')}
        </span>
        {t('admin.calendar.legend.work')}
      </li>
    </ul>
  )
}
