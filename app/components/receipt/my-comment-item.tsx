import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { MyComment } from '~/queries/list-my-comments.server'
import styles from './my-comment-item.module.css'
import { StandingMark } from './standing-mark'

/** One's own comment: where it stands, what it said, and what became of it since. */
export function MyCommentItem({ comment }: { comment: MyComment }) {
  const { t } = useTranslate()
  const { topic } = comment
  const isPublic = comment.standing.startsWith('published')
  return (
    <RuledItem id={`my-${comment.id}`}>
      <div className={styles.head}>
        <StandingMark standing={comment.standing} />
        <MetaLine>
          <DateTime value={comment.sentAt} />
          {comment.reply && <Tag>{t('me.comment.reply')}</Tag>}
          {comment.stance && <Tag>{t(`stance.${comment.stance}`)}</Tag>}
        </MetaLine>
      </div>
      <h3 className={styles.topic}>
        <a href={paths.topic(topic.id)}>{topic.title}</a>
      </h3>
      {comment.excerpt === null ? (
        <p className={styles.gone}>{t('me.comment.gone')}</p>
      ) : (
        <p className={styles.words} lang={comment.lang}>
          {comment.excerpt}
        </p>
      )}
      {comment.reasonText && (
        <p className={styles.reason}>
          <b>{t('me.comment.reason')}</b>
          {comment.reasonText}
        </p>
      )}
      <Became comment={comment} />
      <p className={styles.ways}>
        <a
          href={paths.receipt(comment.id)}
          aria-label={t('me.comment.receiptOf', { topic: topic.title })}
        >
          {t('me.comment.receipt')}
        </a>
        {comment.awaitsEdit && <a href={paths.editComment(comment.id)}>{t('me.comment.edit')}</a>}
        {isPublic && <a href={paths.comment(topic.id, comment.id)}>{t('me.comment.inThread')}</a>}
      </p>
    </RuledItem>
  )
}

/** Answered, cited, replied to: each a way to where that can be read. */
function Became({ comment }: { comment: MyComment }) {
  const { t, language } = useTranslate()
  const { topic, answers, citations, replies } = comment
  if (answers.length + citations.length + replies === 0) return null
  return (
    <ul role="list" className={styles.became}>
      {answers.map((answer) => (
        <li key={answer.responseId} className={styles.answered}>
          <a href={paths.response(topic.id, answer.responseId)}>
            {t('me.comment.answered', {
              department: answer.department,
              date: formatMonthDay(answer.publishedAt, language),
            })}
          </a>
        </li>
      ))}
      {citations.map((citation) => (
        <li key={citation.pointId} className={styles.cited}>
          <a href={paths.summaryPoint(topic.id, citation.pointId)}>
            {t('me.comment.cited', { n: citation.position })}
          </a>
        </li>
      ))}
      {replies > 0 && (
        <li className={styles.replied}>
          <a href={paths.comment(topic.id, comment.id)}>
            {t('me.comment.replies', { n: replies })}
          </a>
        </li>
      )}
    </ul>
  )
}
