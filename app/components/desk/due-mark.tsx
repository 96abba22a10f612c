import { Figure } from '~/components/ui/ruled-list'
import { dueStanding, lastDay } from '~/domain/response/due'
import { formatDate, formatMonthDay, shanghaiDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import styles from './due-mark.module.css'

/** When an answer is due: in figures and words, by colour only in addition. */
export function DueMark(props: { dueAt: Date; provisional: boolean; now: Date }) {
  const { t, language } = useTranslate()
  const standing = dueStanding(props.dueAt, props.now)
  const day = lastDay(props.dueAt)
  const sameYear = shanghaiDate(day).slice(0, 4) === shanghaiDate(props.now).slice(0, 4)
  const date = (sameYear ? formatMonthDay : formatDate)(day, language)
  return (
    <>
      <span className={styles[standing.kind]}>
        {standing.kind === 'today' ? (
          <b>{t('desk.due.today')}</b>
        ) : standing.kind === 'overdue' ? (
          <Figure
            before={t('desk.due.overdue')}
            value={standing.days}
            unit={t('desk.due.overdueUnit', { n: standing.days })}
          />
        ) : (
          <Figure
            before={t('desk.due.left')}
            value={standing.days}
            unit={t('desk.due.leftUnit', { n: standing.days })}
          />
        )}
      </span>
      <span>
        {t('desk.due.on', { date })}
        {props.provisional && (
          <span className={styles.provisional}>{t('desk.due.provisional')}</span>
        )}
      </span>
    </>
  )
}
