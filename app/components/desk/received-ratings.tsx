import { BothSides } from '~/components/rating/both-sides'
import { DateTime } from '~/components/ui/date-time'
import type { Loaded } from '~/components/ui/loaded'
import { MetaLine } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { Tag, type Tone } from '~/components/ui/tag'
import { lastDay } from '~/domain/response/due'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReceivedRatings as Received } from '~/queries/get-received-ratings.server'
import styles from './received-ratings.module.css'

/** What residents say of the answer, beside what the department declares, for who works on it. */
export function ReceivedRatings(props: {
  received: Loaded<Received>
  /** The reader's department may write down a 回访. */
  mayFollowUp: boolean
  now: Date
}) {
  const { t, language } = useTranslate()
  const { responseId, declared, evaluation, reasons, reopenings, again, followUps } = props.received
  const closesAt = new Date(evaluation.closesAt)
  const closed = closesAt <= props.now
  return (
    <Section id="ratings" title={t('desk.ratings.title')} lede={t('desk.ratings.lede')}>
      <BothSides
        responseId={responseId}
        result={declared}
        evaluation={evaluation}
        until={t(closed ? 'rating.side.closed' : 'rating.side.open', {
          date: formatDate(lastDay(closesAt), language),
        })}
      />
      {reasons.length > 0 && (
        <div className={styles.part}>
          <h3>{t('desk.ratings.reasons')}</h3>
          <ul className={styles.reasons}>
            {reasons.map(({ reason, count }) => (
              <li key={reason}>
                {t('desk.ratings.reason', { reason: t(`rating.reason.${reason}`), n: count })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {reopenings.length > 0 && (
        <div className={styles.part}>
          <h3>{t('desk.ratings.reopenings')}</h3>
          <ul role="list" className={styles.reopenings}>
            {reopenings.map((each) => (
              <li key={each.id}>
                <MetaLine>
                  <span>
                    {t('desk.ratings.askedBy', { name: each.name })}{' '}
                    <DateTime value={each.askedAt} />
                  </span>
                  <Tag tone={TONES[each.state]}>{t(`desk.ratings.state.${each.state}`)}</Tag>
                </MetaLine>
                <p className={styles.words}>{each.reason}</p>
                {each.explanation !== null && (
                  <p className={styles.words}>
                    {t('desk.ratings.explanation', { text: each.explanation })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {followUps.length > 0 && (
        <div className={styles.part}>
          <h3>{t('desk.followUp.notes')}</h3>
          <ul role="list" className={styles.reopenings}>
            {followUps.map((each) => (
              <li key={each.id}>
                <MetaLine>
                  <span>{each.name}</span>
                  <DateTime value={each.at} />
                </MetaLine>
                <p className={styles.words}>{each.text}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      {props.mayFollowUp && (
        <p className={styles.part}>
          <a href={paths.followUp(responseId)}>{t('desk.followUp.title')}</a>
        </p>
      )}
      {again && (
        <p className={styles.part}>
          <a href={paths.deskAssignment(again.assignmentId)}>
            {t(again.answeredAt ? 'desk.ratings.againAnswered' : 'desk.ratings.again')}
          </a>
        </p>
      )}
    </Section>
  )
}

const TONES: Record<Received['reopenings'][number]['state'], Tone> = {
  waiting: 'zhe',
  granted: 'song',
  declined: 'plain',
}
