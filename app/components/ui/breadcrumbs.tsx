import { useTranslate } from '~/i18n/use-translate'
import styles from './breadcrumbs.module.css'

/** The way from the front page to here; the page itself is its heading and not repeated. */
export function Breadcrumbs(props: { trail: readonly { href: string; label: string }[] }) {
  const { t } = useTranslate()
  return (
    <nav aria-label={t('ui.breadcrumbs.label')}>
      <ol role="list" className={styles.trail}>
        {props.trail.map((place) => (
          <li key={place.href} className={styles.place}>
            <a href={place.href} className={styles.link}>
              {place.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
