import type { ReactNode } from 'react'
import { FollowControl } from '~/components/notice/follow-control'
import { ButtonLink } from '~/components/ui/button'
import { formatDate, formatDateTime } from '~/domain/shared/shanghai-time'
import type { Participation } from '~/domain/topic/participation'
import type { Language } from '~/i18n/languages'
import type { Translate } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './say-now.module.css'

/** What a reader can do in a topic, as it comes from a loader. */
export interface NowFacts {
  kind: Participation['kind']
  /** The last day for comments; the first day, where it opens later; the instant at which a sanction ends. */
  day: Date | string | null
  /** Midnights in Shanghai until the last day is over; null without an end. */
  daysLeft: number | null
  review: 'before' | 'after' | null
  /** The sanction that forbids to speak. */
  sanctionId: string | null
}

/** The box 现在可以做什么: in one sentence what this reader can do now and until when, and the way there. */
export function SayNow(props: {
  topicId: string
  now: NowFacts
  /** Whether the reader follows the topic, null for guests; without it following is not offered. */
  followed?: boolean | null
  hasSummary: boolean
  hasResponses: boolean
}) {
  const { t, language } = useTranslate()
  const { now } = props
  const says = now.kind === 'comment' || now.kind === 'signIn' || now.kind === 'verify'
  return (
    <section className={styles.box} aria-labelledby="now-title">
      <div className={styles.words}>
        <h2 id="now-title" className={styles.title}>
          {t('topic.now.title')}
        </h2>
        <p>
          {says && now.day && <b>{untilWords(now, t, language)}</b>}
          {nowWords(now, t, language)}
          {now.review && t(`topic.now.comment.${now.review}`)}
        </p>
      </div>
      <div className={styles.ways} data-print="no">
        <Ways {...props} />
        {props.followed !== undefined && (
          <FollowControl
            subject={{ kind: 'topic', id: props.topicId }}
            followed={props.followed}
            here={paths.topic(props.topicId)}
          />
        )}
      </div>
    </section>
  )
}

function untilWords({ day, daysLeft }: NowFacts, t: Translate, language: Language): string {
  const until = t('topic.now.until', { date: formatDate(new Date(day ?? 0), language) })
  const left =
    daysLeft === 0 ? t('topic.now.lastDay') : t('topic.now.daysLeft', { n: daysLeft ?? 0 })
  return `${until}${left}`
}

function nowWords({ kind, day }: NowFacts, t: Translate, language: Language): string {
  if (kind === 'sanctioned') {
    return day
      ? t('topic.now.sanctioned', { at: formatDateTime(new Date(day), language) })
      : t('topic.now.sanctioned.forGood')
  }
  return t(`topic.now.${kind}`, day ? { date: formatDate(new Date(day), language) } : {})
}

function Ways(props: {
  topicId: string
  now: NowFacts
  hasSummary: boolean
  hasResponses: boolean
}): ReactNode {
  const { t } = useTranslate()
  const { topicId, now } = props
  const back = `${paths.topic(topicId)}#say`
  switch (now.kind) {
    case 'comment':
      return <ButtonLink href="#say">{t('topic.now.say')}</ButtonLink>
    case 'signIn':
      return (
        <>
          <ButtonLink href={paths.signIn(back)}>{t('topic.now.toSignIn')}</ButtonLink>
          <ButtonLink href={paths.signUp(back)} variant="quiet">
            {t('topic.now.toSignUp')}
          </ButtonLink>
        </>
      )
    case 'verify':
      return <ButtonLink href={paths.changePhone()}>{t('topic.now.toVerify')}</ButtonLink>
    case 'sanctioned':
      return (
        <ButtonLink href={paths.ownSanction(now.sanctionId ?? '')} variant="secondary">
          {t('topic.now.toSanction')}
        </ButtonLink>
      )
    default:
      return (
        <>
          {props.hasSummary && (
            <ButtonLink href={paths.topicSummary(topicId)} variant="secondary">
              {t('topic.now.toSummary')}
            </ButtonLink>
          )}
          {props.hasResponses && (
            <ButtonLink href="#responses" variant="secondary">
              {t('topic.now.toResponses')}
            </ButtonLink>
          )}
        </>
      )
  }
}
