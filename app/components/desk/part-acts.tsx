import { Notice } from '~/components/ui/notice'
import { Tag } from '~/components/ui/tag'
import { lastDay } from '~/domain/response/due'
import { PART_ACTS } from '~/domain/response/part-acts'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { PartActs as Acts, PartView } from '~/queries/get-part-acts.server'
import styles from './part-acts.module.css'

/** Where each part stands, what was asked for it, and what this reader can do with it besides answering. */
export function PartActs(props: { acts: Acts; acted: string | null }) {
  const { t } = useTranslate()
  const { acts } = props
  const acted = PART_ACTS.find((name) => name === props.acted)
  const parts = acts.parts.filter(
    (part) => part.acts.length > 0 || part.request || part.state === 'assigned',
  )
  if (parts.length === 0 && !acted) return null
  return (
    <section className={styles.acts} aria-labelledby="acts">
      <h2 id="acts" className={styles.title}>
        {t('act.title')}
      </h2>
      {acted && <Notice kind="success" title={t(`act.${acted}.done`)} live />}
      {acts.unfinishedJoint.length > 0 && (
        <p className={styles.warning}>
          {t('act.jointUnfinished', {
            names: acts.unfinishedJoint
              .map(({ name, acknowledged }) =>
                acknowledged ? name : t('act.jointUnacknowledged', { name }),
              )
              .join(t('ui.listSeparator')),
          })}
        </p>
      )}
      {parts.map((part) => (
        <OnePart
          key={part.departmentId}
          assignmentId={acts.assignmentId}
          part={part}
          named={acts.parts.length > 1}
        />
      ))}
    </section>
  )
}

function OnePart(props: { assignmentId: string; part: PartView; named: boolean }) {
  const { t, language } = useTranslate()
  const { assignmentId, part, named } = props
  const { departmentId, request } = part
  return (
    <div className={styles.part}>
      {named && <h3 className={styles.name}>{part.name}</h3>}
      {request && (
        <p>
          <Tag tone="zhe">{t(`desk.mark.${request.kind}Asked`)}</Tag>{' '}
          {request.dueAt &&
            t('act.asked.untilDay', {
              date: formatMonthDay(lastDay(request.dueAt), language),
            })}{' '}
          {request.reason}
        </p>
      )}
      {part.handler && <p className={styles.hint}>{t('act.handledBy', { name: part.handler })}</p>}
      {part.state === 'assigned' && (
        <p className={styles.hint}>
          {part.acknowledgeOverdue && (
            <>
              <Tag tone="zhu">{t('desk.mark.acknowledgeOverdue')}</Tag>{' '}
            </>
          )}
          {t('act.acknowledgeUntil', {
            date: formatMonthDay(lastDay(part.acknowledgeUntil), language),
          })}
        </p>
      )}
      {part.acts.includes('return') && (
        <p className={styles.hint}>
          {t('act.returnUntil', { date: formatMonthDay(lastDay(part.returnUntil), language) })}
        </p>
      )}
      <ul role="list" className={styles.links}>
        {part.acts.map((act) => (
          <li key={act}>
            <a href={paths.deskAct(assignmentId, act, { department: departmentId })}>
              {t(`act.${act}.title`)}
              {named && <span className="visually-hidden">{part.name}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
