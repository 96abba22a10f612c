import { DateTime } from '~/components/ui/date-time'
import { Facts } from '~/components/ui/facts'
import { Tag } from '~/components/ui/tag'
import { lastDay } from '~/domain/response/due'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import styles from './assignment-facts.module.css'

/** Who asked whom, until when, and how far each department is. */
export function AssignmentFacts({ item }: { item: Pick<DeskItemDetail, 'assignment' | 'due'> }) {
  const { t, language } = useTranslate()
  const { assignment, due } = item
  // Those who lead and join share one date; who answers apart may have another.
  const several = new Set(assignment.departments.map(({ dueAt }) => dueAt.getTime())).size > 1
  return (
    <Facts
      stacked
      facts={[
        {
          term: t('desk.due.label'),
          value: (
            <>
              <DateTime value={lastDay(due.dueAt)} show="day" />
              {due.owed && due.provisional && (
                <p className={styles.hint}>{t('desk.due.provisionalHint')}</p>
              )}
            </>
          ),
        },
        { term: t('desk.item.note'), value: assignment.note },
        {
          term: t('desk.item.asked'),
          value: (
            <ul role="list" className={styles.asked}>
              {assignment.departments.map((asked) => (
                <li key={asked.departmentId}>
                  <Tag>{t(`response.part.${asked.part}`)}</Tag> {asked.department.name}
                  <p className={styles.hint}>
                    <Progress asked={asked} />
                  </p>
                  {several && (
                    <p className={styles.hint}>
                      {t('desk.due.on', { date: formatMonthDay(lastDay(asked.dueAt), language) })}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          ),
        },
        { term: t('desk.item.assignedBy'), value: assignment.assignedBy.displayName },
        { term: t('desk.item.assignedAt'), value: <DateTime value={assignment.assignedAt} /> },
      ]}
    />
  )
}

function Progress({ asked }: { asked: DeskItemDetail['asked'] }) {
  const { t, language } = useTranslate()
  if (asked.answeredAt) {
    return <>{t('desk.item.answeredAt', { date: formatMonthDay(asked.answeredAt, language) })}</>
  }
  if (asked.acknowledgedAt) {
    return (
      <>
        {t('desk.item.acknowledgedBy', {
          name: asked.acknowledgedBy?.displayName ?? '',
          date: formatMonthDay(asked.acknowledgedAt, language),
        })}
      </>
    )
  }
  return <>{t('desk.item.notAcknowledged')}</>
}
