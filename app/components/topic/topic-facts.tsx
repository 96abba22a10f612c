import { DateTime } from '~/components/ui/date-time'
import { Facts } from '~/components/ui/facts'
import type { TopicMode } from '~/domain/topic/stage'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'

/** What stands in the margin of a topic: who asked, where, when. */
export function TopicFacts(props: {
  topic: {
    code: string
    studio: { id: string; name: string }
    category: { id: string; name: string }
    district: { id: string; name: string } | null
    tags: readonly string[]
    mode: TopicMode
    openedAt: Date | string
    voiceCount: number
    commentCount: number
  }
  lastDay: Date | string | null
}) {
  const { t } = useTranslate()
  const { topic } = props
  return (
    <Facts
      stacked
      facts={[
        {
          term: t('topic.facts.studio'),
          value: <a href={paths.studio(topic.studio.id)}>{topic.studio.name}</a>,
        },
        {
          term: t('topic.facts.people'),
          value: t('topic.facts.people.value', {
            people: topic.voiceCount,
            comments: topic.commentCount,
          }),
        },
        {
          term: t('topic.facts.opened'),
          value: <DateTime value={topic.openedAt} show="day" />,
        },
        {
          term: t('topic.facts.closes'),
          value: props.lastDay && <DateTime value={props.lastDay} show="day" />,
        },
        {
          term: t('topic.facts.category'),
          value: <a href={paths.topics({ category: topic.category.id })}>{topic.category.name}</a>,
        },
        {
          term: t('topic.facts.district'),
          value: topic.district && (
            <a href={paths.topics({ district: topic.district.id })}>{topic.district.name}</a>
          ),
        },
        { term: t('topic.facts.review'), value: t(`topicMode.${topic.mode}`) },
        { term: t('topic.facts.tags'), value: topic.tags.join(t('ui.listSeparator')) },
        { term: t('topic.facts.code'), value: topic.code },
      ]}
    />
  )
}
