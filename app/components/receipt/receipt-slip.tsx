import type { ReactNode } from 'react'
import { lastDay } from '~/domain/response/due'
import { formatDate, formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { Receipt } from '~/queries/get-receipt.server'
import styles from './receipt-slip.module.css'
import { StandingMark } from './standing-mark'
import { UsualWaitWords } from './usual-wait-words'

/** The slip that the author holds in hand: received, why it waits, how long that usually takes, and the decision. */
export function ReceiptSlip({ receipt }: { receipt: Receipt }) {
  const { t, language } = useTranslate()
  const { sending } = receipt
  const time = (date: Date) => formatDateTime(date, language)
  return (
    <section className={styles.slip} aria-label={t('receipt.slip')}>
      <p className={styles.standing}>
        <StandingMark standing={receipt.standing} large />
      </p>
      <dl className={styles.lines}>
        <Line term={t('receipt.received')}>
          <p>{t('receipt.received.at', { at: time(receipt.receivedAt) })}</p>
          {sending.number > 1 && (
            <p>{t('receipt.received.again', { at: time(sending.sentAt), n: sending.number })}</p>
          )}
          <p className={styles.number}>
            {t('receipt.number')} <code className={styles.code}>{receipt.id}</code>
          </p>
        </Line>
        <Line term={t(sending.decision ? 'receipt.rule' : 'receipt.rule.why')}>
          <p>
            {t(
              receipt.topic.mode !== 'postModeration'
                ? 'receipt.rule.before'
                : receipt.heldBy.length > 0
                  ? 'receipt.rule.held'
                  : 'receipt.rule.after',
            )}
          </p>
          {receipt.heldBy.map((rule) => (
            <p key={rule}>
              {t('receipt.rule.by', { rule: t(`screening.rule.${rule}`) })}{' '}
              {t(`screening.author.${rule}`)}
            </p>
          ))}
        </Line>
        <Line term={t('receipt.usual')}>
          <p>
            <UsualWaitWords usual={receipt.usualWait} />
          </p>
        </Line>
        <Line term={t('receipt.decision')}>
          <DecisionLines receipt={receipt} />
          <ForwardedLine forwarded={receipt.forwarded} />
          {receipt.sameDemand && (
            <p>
              {t('receipt.same')}{' '}
              <a href={paths.sameDemand(receipt.topic.id, receipt.sameDemand.leadId)}>
                {t('thread.same.lead', { n: receipt.sameDemand.people })}
              </a>
            </p>
          )}
        </Line>
      </dl>
    </section>
  )
}

function Line(props: { term: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <dt className={styles.term}>{props.term}</dt>
      <dd className={styles.value}>{props.children}</dd>
    </div>
  )
}

/** 转办: who was asked to answer, or that somebody is asked to hand it on. */
function ForwardedLine({ forwarded }: Pick<Receipt, 'forwarded'>) {
  const { t, language } = useTranslate()
  if (!forwarded) return null
  const { departments, dueAt } = forwarded
  if (!dueAt) return <p>{t('receipt.forwarded.asked')}</p>
  const params = { departments: departments.join('、'), due: formatDate(lastDay(dueAt), language) }
  return <p>{t('receipt.forwarded.to', params)}</p>
}

/** What was decided, with the words of whoever decided; until then, who sees it meanwhile. */
function DecisionLines({ receipt }: { receipt: Receipt }) {
  const { t, language } = useTranslate()
  const { standing, sending } = receipt
  const { decision } = sending
  const formerStays = standing.startsWith('publishedEdit') && (
    <p>{t('receipt.decision.formerStays')}</p>
  )
  if (standing === 'hidden') {
    const { hiddenUntil } = receipt
    return (
      <>
        <p>{t('receipt.decision.hidden')}</p>
        {hiddenUntil && (
          <p>{t('receipt.decision.hiddenUntil', { at: formatDateTime(hiddenUntil, language) })}</p>
        )}
      </>
    )
  }
  if (standing === 'withdrawn') return <p>{t('receipt.decision.withdrawn')}</p>
  if (!decision) {
    if (standing === 'published') {
      const reviewedLater = receipt.topic.mode === 'postModeration'
      return <p>{t(reviewedLater ? 'receipt.decision.unreviewed' : 'receipt.decision.public')}</p>
    }
    return (
      <>
        <p>{t(formerStays ? 'receipt.decision.editWaits' : 'receipt.decision.waiting')}</p>
        {formerStays}
        <p className={styles.quiet}>{t('receipt.decision.told')}</p>
      </>
    )
  }
  return (
    <>
      <p>{t(decisionWords(decision), { at: formatDateTime(decision.at, language) })}</p>
      {decision.reasonText && (
        <figure className={styles.reason}>
          <figcaption className={styles.quiet}>{t('receipt.reason')}</figcaption>
          <blockquote className={styles.words}>{decision.reasonText}</blockquote>
        </figure>
      )}
      {formerStays}
    </>
  )
}

function decisionWords(decision: NonNullable<Receipt['sending']['decision']>) {
  const { outcome, onReports, masked } = decision
  if (!onReports) return `receipt.decision.${outcome}` as const
  const what = outcome === 'approve' && masked ? 'mask' : outcome
  return `receipt.decision.reported.${what}` as const
}
