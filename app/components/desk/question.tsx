import { Disclosure } from '~/components/ui/disclosure'
import { MetaLine } from '~/components/ui/ruled-list'
import { STANCES } from '~/domain/comment/comment'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { Said } from './said'

/** What is asked, in the words of those who ask: the comment that was assigned, or the topic's question. */
export function Question(props: { assignment: DeskItemDetail['assignment'] }) {
  const { t } = useTranslate()
  const { topic, comment, commentId, topicId } = props.assignment
  const words = comment?.status === 'published' ? comment.currentRevision : null
  const hidden = comment?.status === 'hidden'
  const tallies = STANCES.flatMap((stance) => {
    const tally = topic.tallies.find((each) => each.stance === stance)
    return tally && tally.count > 0 ? [{ stance, count: tally.count }] : []
  })
  const group = comment?.leadOf ?? comment?.demandGroup
  return (
    <>
      {comment && words && (
        <Said
          comment={{
            authorName: comment.author.displayName,
            voice: comment.voice,
            authorTitle: comment.authorTitle,
            kind: comment.kind,
            stance: comment.stance,
            lang: comment.lang,
            createdAt: comment.createdAt,
            html: words.html,
          }}
        />
      )}
      {commentId && !words && (
        <p>{t(hidden ? 'desk.question.commentHidden' : 'desk.question.commentWithdrawn')}</p>
      )}
      {!commentId && <p>{topic.question}</p>}
      {group && group.size > 1 && (
        <p>
          <strong>{t('answer.group.people', { n: group.size })}</strong>{' '}
          <a href={paths.sameDemand(topicId, group.leadCommentId)}>{t('answer.group.open')}</a>
        </p>
      )}
      <MetaLine>
        <span>
          {t('desk.question.spoke', { voices: topic.voiceCount, comments: topic.commentCount })}
        </span>
        {tallies.map(({ stance, count }) => (
          <span key={stance}>
            {t(`stance.${stance}`)} {count}
          </span>
        ))}
        <a href={commentId ? paths.comment(topicId, commentId) : paths.topic(topicId)}>
          {t('desk.item.toTopic')}
        </a>
      </MetaLine>
      {topic.backgroundHtml && (
        <Disclosure summary={t('desk.question.background')}>
          <div
            className="prose"
            lang={topic.lang}
            dangerouslySetInnerHTML={{ __html: topic.backgroundHtml }}
          />
        </Disclosure>
      )}
    </>
  )
}
