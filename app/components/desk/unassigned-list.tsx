import { ButtonLink } from '~/components/ui/button'
import { DateTime } from '~/components/ui/date-time'
import { EmptyState } from '~/components/ui/empty-state'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { Tag } from '~/components/ui/tag'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { Unassigned } from '~/queries/list-unassigned.server'
import styles from './desk-list.module.css'

/** What waits to be handed to departments: topics whose outcome is out, and what residents ask. */
export function UnassignedList(props: { list: Unassigned; paged: boolean }) {
  const { t, language } = useTranslate()
  const { topics, comments } = props.list
  if (topics.length === 0 && comments.length === 0) {
    return (
      <EmptyState
        title={t('desk.empty.unassigned.title')}
        action={
          props.paged && <a href={paths.desk({ view: 'unassigned' })}>{t('desk.list.toFirst')}</a>
        }
      >
        <p>{t('desk.empty.unassigned.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {topics.length > 0 && (
        <Section
          id="topics"
          title={t('desk.unassigned.topics')}
          lede={t('desk.unassigned.topicsLede')}
        >
          <RuledList>
            {topics.map((topic) => (
              <RuledItem
                key={topic.id}
                margin={
                  <ButtonLink variant="secondary" href={paths.assign({ topic: topic.id })}>
                    {t('desk.assign.button')}
                    <span className="visually-hidden">{topic.title}</span>
                  </ButtonLink>
                }
              >
                <h3 className={styles.title}>
                  <a href={paths.topic(topic.id)}>{topic.title}</a>
                </h3>
                <MetaLine>
                  <span>{topic.code}</span>
                  <span>{topic.studio}</span>
                  <span>
                    {t('desk.unassigned.since', {
                      date: formatMonthDay(topic.stageSince, language),
                    })}
                  </span>
                </MetaLine>
              </RuledItem>
            ))}
          </RuledList>
        </Section>
      )}
      {comments.length > 0 && (
        <Section
          id="comments"
          title={t('desk.unassigned.comments')}
          lede={t('desk.unassigned.commentsLede')}
        >
          <RuledList>
            {comments.map((comment) => (
              <RuledItem
                key={comment.id}
                margin={
                  <ButtonLink
                    variant="secondary"
                    href={paths.assign({
                      comment: comment.id,
                      department: comment.suggested?.id,
                    })}
                  >
                    {t('desk.assign.button')}
                    <span className="visually-hidden">{comment.excerpt}</span>
                  </ButtonLink>
                }
              >
                <p>
                  <a className={styles.plain} href={paths.comment(comment.topicId, comment.id)}>
                    {comment.excerpt}
                  </a>
                </p>
                <p className={styles.topic}>{t('desk.ofTopic', { title: comment.title })}</p>
                {comment.forwardNote && (
                  <p>{t('desk.unassigned.forwarded', { note: comment.forwardNote })}</p>
                )}
                {comment.suggested && (
                  <p>{t('desk.unassigned.suggested', { name: comment.suggested.name })}</p>
                )}
                <MetaLine>
                  <Tag tone={comment.kind === 'help' ? 'zhe' : 'plain'}>
                    {t(`kind.${comment.kind}`)}
                  </Tag>
                  <span>{comment.authorName}</span>
                  <DateTime value={comment.createdAt} />
                </MetaLine>
              </RuledItem>
            ))}
          </RuledList>
        </Section>
      )}
    </>
  )
}
