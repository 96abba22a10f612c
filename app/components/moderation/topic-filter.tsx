import { Disclosure } from '~/components/ui/disclosure'
import { useTranslate } from '~/i18n/use-translate'
import type { ReviewTopic } from '~/queries/list-review-topics.server'
import styles from './topic-filter.module.css'

/** The topics in which something waits, as links that show one of them alone. */
export function TopicFilter(props: {
  topics: readonly ReviewTopic[]
  /** The topic that is shown alone. */
  currentId: string | null
  hrefOf: (topicId: string | undefined) => string
}) {
  const { t } = useTranslate()
  const { topics, currentId } = props
  if (!currentId && topics.length < 2) return null
  const current = topics.find(({ id }) => id === currentId)
  return (
    <div className={styles.filter}>
      {currentId && (
        <p className={styles.current}>
          {current && t('moderation.topics.current', { topic: current.title })}{' '}
          <a href={props.hrefOf(undefined)}>{t('moderation.topics.all')}</a>
        </p>
      )}
      {topics.length > 0 && (
        <Disclosure summary={t('moderation.topics.one')}>
          <ul role="list" className={styles.topics}>
            {topics.map((topic) => (
              <li key={topic.id}>
                <a
                  className={styles.topic}
                  href={props.hrefOf(topic.id)}
                  aria-current={topic.id === currentId ? 'true' : undefined}
                >
                  <span>{topic.title}</span>
                  <span className={styles.count}>
                    {t('moderation.topics.waiting', { n: topic.waiting })}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
