import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { StudioDeskTopic } from '~/queries/get-studio-desk.server'
import { MissingList } from './missing-list'
import styles from './studio-topics.module.css'

/** Topics of a studio, each with what its next step still needs. */
export function StudioTopics(props: {
  topics: readonly StudioDeskTopic[]
  now: Date
  /** The desk shows several studios: each topic names its own. */
  namesStudio: boolean
}) {
  const { t } = useTranslate()
  return (
    <RuledList>
      {props.topics.map((topic) => (
        <RuledItem key={topic.id} margin={<Intake topic={topic} now={props.now} />}>
          <h3 className={styles.title}>
            <a href={paths.studioTopic(topic.id)}>{topic.title}</a>
          </h3>
          <MetaLine>
            <span>{topic.code}</span>
            {props.namesStudio && <span>{topic.studio}</span>}
            <span>
              {t('studioDesk.counts', { voices: topic.voiceCount, comments: topic.commentCount })}
            </span>
            {topic.responseCount > 0 && (
              <span>{t('studioDesk.responses', { n: topic.responseCount })}</span>
            )}
            {topic.paused && <Tag tone="zhe">{t('studioDesk.paused')}</Tag>}
            {topic.drafting && <Tag tone="dai">{t('studioDesk.drafting')}</Tag>}
          </MetaLine>
          {topic.next && <Next next={topic.next} />}
        </RuledItem>
      ))}
    </RuledList>
  )
}

function Next({ next }: { next: NonNullable<StudioDeskTopic['next']> }) {
  const { t } = useTranslate()
  const stage = t(`stage.${next.to}`)
  if (next.missing.length === 0) {
    return (
      <p>
        <Tag tone="song">{t('studioDesk.next.ready', { stage })}</Tag>
      </p>
    )
  }
  return (
    <div className={styles.next}>
      <p>{t('studioDesk.next.missing', { stage })}</p>
      <MissingList missing={next.missing} />
    </div>
  )
}

/** Since when the topic is in its stage, and until when it takes in comments. */
function Intake({ topic, now }: { topic: StudioDeskTopic; now: Date }) {
  const { t, language } = useTranslate()
  const open = topic.stage === 'collecting' || topic.stage === 'deliberating'
  const lastDay = topic.closesAt && new Date(topic.closesAt.getTime() - 1)
  if (open && lastDay) {
    const date = formatMonthDay(lastDay, language)
    const ended = topic.closesAt !== null && topic.closesAt <= now
    return (
      <span className={ended ? styles.ended : undefined}>
        {t(ended ? 'studioDesk.ended' : 'studioDesk.closes', { date })}
      </span>
    )
  }
  if (topic.stage === 'closed') return <DateTime value={topic.stageSince} show="day" />
  return (
    <>
      <span>{t('studioDesk.since', { date: formatMonthDay(topic.stageSince, language) })}</span>
      {open && <span>{t('studioDesk.noEnd')}</span>}
    </>
  )
}
