import { Figure, MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { daysLeft, formatMonthDay } from '~/domain/shared/shanghai-time'
import type { Stage, Verdict } from '~/domain/topic/stage'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './topic-line.module.css'

export interface TopicLineFacts {
  id: string
  title: string
  question: string
  lang: string
  category: string
  district: string | null
  stage: Stage
  paused: boolean
  mode: 'preModeration' | 'postModeration' | 'readOnly'
  supervised: boolean
  openedAt: Date | string
  closesAt: Date | string | null
  voiceCount: number
  commentCount: number
  responseCount: number
  verdict: Verdict | null
}

/** A topic in a list: the question as a sentence, where it stands, and in the margin how long and how many. */
export function TopicLine(props: {
  topic: TopicLineFacts
  /** The time of the page. */
  now: Date | string
  headingLevel?: 2 | 3
}) {
  const { t } = useTranslate()
  const { topic } = props
  const Heading = props.headingLevel === 2 ? 'h2' : 'h3'
  return (
    <RuledItem
      margin={
        <>
          <Deadline topic={topic} now={new Date(props.now)} />
          <Figure value={topic.voiceCount} unit={t('topics.line.people')} />
        </>
      }
    >
      <Heading className={styles.title} lang={topic.lang}>
        <a href={paths.topic(topic.id)}>{topic.title}</a>
      </Heading>
      <p lang={topic.lang} className={styles.question}>
        {topic.question}
      </p>
      <MetaLine>
        <span className={styles.stage}>{t(`stage.${topic.stage}`)}</span>
        {topic.verdict && <span>{t(`verdict.${topic.verdict}`)}</span>}
        {topic.supervised && <Tag tone="zhe">{t('topics.line.supervised')}</Tag>}
        <span>{topic.category}</span>
        {topic.district && <span>{topic.district}</span>}
        {topic.responseCount > 0 && (
          <span>{t('topics.line.responses', { n: topic.responseCount })}</span>
        )}
      </MetaLine>
    </RuledItem>
  )
}

/** How long it is open, where it is. */
function Deadline({ topic, now }: { topic: TopicLineFacts; now: Date }) {
  const { t, language } = useTranslate()
  const talks = topic.stage === 'collecting' || topic.stage === 'deliberating'
  if (!talks || topic.mode === 'readOnly') return null
  const opensAt = new Date(topic.openedAt)
  if (opensAt > now) {
    return <span>{t('topics.line.opensOn', { date: formatMonthDay(opensAt, language) })}</span>
  }
  if (topic.closesAt === null) return <span>{t('topics.line.noEnd')}</span>
  const closesAt = new Date(topic.closesAt)
  if (closesAt <= now || topic.paused) return <span>{t('topics.line.closed')}</span>
  const days = daysLeft(closesAt, now)
  if (days === 0) return <strong className={styles.soon}>{t('topics.line.lastDay')}</strong>
  return <Figure before={t('topics.line.daysLeft')} value={days} unit={t('topics.line.days')} />
}
