import type { Loaded } from '~/components/ui/loaded'
import { CHECK_ANSWERS } from '~/domain/response/commitment'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { CommitmentView } from '~/queries/get-commitment.server'
import styles from './check-sides.module.css'
import { CommitmentMark } from './commitment-mark'

/**
 * What the department declares of a promise and what residents say, side by side: two judgements of two parties, of
 * which neither is reckoned into the other.
 */
export function CheckSides(props: { commitment: Loaded<CommitmentView>; now: Date }) {
  const { t, language } = useTranslate()
  const { commitment } = props
  const { checks, state } = commitment
  const declaredAt = commitment.keptAt ?? commitment.withdrawnAt
  const all = CHECK_ANSWERS.reduce((sum, answer) => sum + checks[answer], 0)
  return (
    <div className={styles.sides} role="group" aria-label={t('commitment.sides.label')}>
      <div className={styles.side}>
        <p className={styles.who}>{t('commitment.sides.declared')}</p>
        <p>
          <CommitmentMark commitment={commitment} now={props.now} />
        </p>
        <p className={styles.quiet}>
          {state === 'open'
            ? t('commitment.sides.declared.open')
            : declaredAt &&
              t('commitment.sides.declared.on', {
                date: formatDate(new Date(declaredAt), language),
              })}
        </p>
      </div>
      <div className={styles.side}>
        <p className={styles.who}>{t('commitment.sides.residents')}</p>
        <dl className={styles.counts}>
          {CHECK_ANSWERS.map((answer) => (
            <div key={answer} className={styles.count}>
              <dt>{t(`commitment.check.${answer}`)}</dt>
              <dd>{checks[answer]}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.quiet}>
          {all === 0 ? t('commitment.sides.nobody') : t('commitment.sides.counts', { n: all })}
        </p>
      </div>
    </div>
  )
}
