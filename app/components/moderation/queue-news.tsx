import { useTranslate } from '~/i18n/use-translate'
import styles from './queue-news.module.css'

/** What came in since the page was made: it waits behind a link, and nothing moves by itself. Filled by script. */
export function QueueNews(props: { eventsHref: string; href: string }) {
  const { t } = useTranslate()
  return (
    <p
      id="queue-news"
      className={styles.news}
      role="status"
      hidden
      data-events={props.eventsHref}
      data-words={t('moderation.news')}
      data-most={t('moderation.news.most')}
    >
      <a className={styles.link} href={props.href}>
        {t('moderation.news', { n: 0 })}
      </a>
    </p>
  )
}
