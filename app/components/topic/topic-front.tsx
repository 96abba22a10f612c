import type { ReactNode } from 'react'
import { Columns } from '~/components/layout/columns'
import { Kept } from '~/components/layout/kept'
import { ResponseBlock } from '~/components/response/response-block'
import { ToRate } from '~/components/rating/to-rate'
import type { Loaded } from '~/components/ui/loaded'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Disclosure } from '~/components/ui/disclosure'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Tag } from '~/components/ui/tag'
import { formatDate } from '~/domain/shared/shanghai-time'
import type { Stage } from '~/domain/topic/stage'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { PublishedResponse } from '~/queries/list-responses.server'
import type { OwnAnswer } from '~/queries/list-own-answers.server'
import type { TopicView } from '~/queries/get-topic.server'
import { Background } from './background'
import { OutcomeTeaser } from './outcome-teaser'
import { SayNow, type NowFacts } from './say-now'
import { StageBridge } from './stage-bridge'
import { Timeline, type TimelineItem } from './timeline'
import { TopicFacts } from './topic-facts'
import styles from './topic-front.module.css'

export type LoadedTopic = Loaded<TopicView>

/** So many official responses stand open; those before them are folded under their names. */
const OPEN_RESPONSES = 2

/** The first page of a topic: everything that stands before the voices, then those. */
export function TopicFront(props: {
  topic: LoadedTopic
  front: { timeline: readonly TimelineItem[]; responses: ReadonlyArray<Loaded<PublishedResponse>> }
  now: NowFacts
  /** Whether the reader follows the topic; null for guests. */
  followed: boolean | null
  /** Answers to what the reader raised that they can rate now. */
  toRate: readonly OwnAnswer[]
  /** Where who may assigns the topic. */
  assignHref: string | null
  /** The time of the page: promises are overdue by it. */
  at: Date
  children: ReactNode
}) {
  const { t } = useTranslate()
  const { topic, front, now } = props
  const { responses, timeline } = front
  return (
    <div className={styles.page}>
      <Kept of={front} name="head" className={styles.head}>
        {() => <Head topic={topic} timeline={timeline} />}
      </Kept>
      <SayNow
        topicId={topic.id}
        now={now}
        followed={props.followed}
        hasSummary={topic.summary !== null}
        hasResponses={responses.length > 0}
      />
      <ToRate answers={props.toRate} />
      {props.assignHref && (
        <p>
          <a href={props.assignHref}>{t('topic.assign')}</a>
        </p>
      )}
      <Columns
        side={
          <Kept of={front} name="side" className={styles.side}>
            {() => <Side topic={topic} timeline={timeline} />}
          </Kept>
        }
      >
        <Kept of={front} name="above">
          {() => <AboveVoices topic={topic} responses={responses} at={props.at} />}
        </Kept>
        {props.children}
      </Columns>
    </div>
  )
}

function Head({ topic, timeline }: { topic: LoadedTopic; timeline: readonly TimelineItem[] }) {
  const { t } = useTranslate()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.topics(), label: t('topics.title') },
          { href: paths.topics({ category: topic.category.id }), label: topic.category.name },
        ]}
      />
      <PageHeading
        topic
        title={<span lang={topic.lang}>{topic.title}</span>}
        lede={<p lang={topic.lang}>{topic.question}</p>}
      />
      {topic.mergedInto && (
        <Notice kind="info" title={t('topic.merged.title')}>
          <p>
            {t('topic.merged.text')}{' '}
            <a href={paths.topic(topic.mergedInto.id)}>{topic.mergedInto.title}</a>
          </p>
        </Notice>
      )}
      {topic.supervised && (
        <p>
          <Tag tone="zhe">{t('topic.supervised')}</Tag>
        </p>
      )}
      <StageBridge stage={topic.stage} since={stageDates(timeline)} />
    </>
  )
}

function Side({ topic, timeline }: { topic: LoadedTopic; timeline: readonly TimelineItem[] }) {
  const { t } = useTranslate()
  return (
    <>
      <section aria-labelledby="facts-title">
        <h2 id="facts-title" className={styles.sideTitle}>
          {t('topic.facts.title')}
        </h2>
        <TopicFacts topic={topic} lastDay={topic.closesAt && dayBefore(topic.closesAt)} />
      </section>
      <section aria-labelledby="timeline-title" id="timeline">
        <h2 id="timeline-title" className={styles.sideTitle}>
          {t('topic.timeline.title')}
        </h2>
        <Timeline topicId={topic.id} entries={timeline} />
      </section>
    </>
  )
}

/** Background, official responses under their seal, and the outcome: never below the voices. */
function AboveVoices(props: {
  topic: LoadedTopic
  responses: ReadonlyArray<Loaded<PublishedResponse>>
  at: Date
}) {
  const { t, language } = useTranslate()
  const { topic, responses } = props
  return (
    <>
      <section aria-labelledby="background-title">
        <h2 id="background-title" className={styles.background}>
          {t('topic.background.title')}
        </h2>
        <Background html={topic.backgroundHtml} lang={topic.lang} />
      </section>
      {responses.length > 0 && (
        <div id="responses" className={styles.responses}>
          {responses.slice(0, OPEN_RESPONSES).map((response) => (
            <ResponseBlock key={response.id} response={response} now={props.at} />
          ))}
          {responses.slice(OPEN_RESPONSES).map((response) => (
            <Disclosure
              key={response.id}
              summary={t('topic.responses.earlier', {
                department: response.department,
                date: formatDate(new Date(response.publishedAt), language),
              })}
            >
              <ResponseBlock response={response} now={props.at} />
            </Disclosure>
          ))}
        </div>
      )}
      {topic.summary && (
        <OutcomeTeaser topicId={topic.id} summary={topic.summary} lang={topic.lang} />
      )}
    </>
  )
}

function dayBefore(closesAt: Date | string): Date {
  return new Date(new Date(closesAt).getTime() - 1)
}

/** When each stage of the present round began, as far as the timeline tells. */
function stageDates(timeline: readonly TimelineItem[]): Partial<Record<Stage, Date | string>> {
  const dates: Partial<Record<Stage, Date | string>> = {}
  for (const entry of timeline) {
    if (entry.kind === 'opened') dates.collecting = entry.at
    if (entry.kind === 'stageMoved') dates[entry.data.to] = entry.at
  }
  return dates
}
