import { EmptyState } from '~/components/ui/empty-state'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { AssignedItem } from '~/queries/list-assigned.server'
import styles from './desk-list.module.css'
import { DueMark } from './due-mark'

/** What was assigned and is still owed, by due date: who follows it up sees what is late first. */
export function AssignedList(props: { items: readonly AssignedItem[]; now: Date }) {
  const { t } = useTranslate()
  if (props.items.length === 0) {
    return (
      <EmptyState title={t('desk.empty.assigned.title')}>
        <p>{t('desk.empty.assigned.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <h2 className="visually-hidden">{t('desk.view.assigned')}</h2>
      <RuledList ordered label={t('desk.list.label')}>
        {props.items.map((item) => (
          <RuledItem
            key={item.assignmentId}
            margin={
              <DueMark dueAt={item.dueAt} provisional={item.dueProvisional} now={props.now} />
            }
          >
            <h3 className={styles.title}>
              <a href={paths.deskAssignment(item.assignmentId)}>{item.title}</a>
            </h3>
            <MetaLine>
              {item.supervised && <Tag tone="zhu">{t('desk.supervised')}</Tag>}
              <span>{t(item.ofComment ? 'desk.subject.comment' : 'desk.subject.topic')}</span>
              <span>
                {t('desk.assigned.progress', {
                  answered: item.departments.filter(({ state }) => state === 'answered').length,
                  asked: item.departments.length,
                })}
              </span>
            </MetaLine>
            <ul role="list" className={styles.parts}>
              {item.departments.map((asked) => (
                <li key={asked.name}>
                  <Tag>{t(`response.part.${asked.part}`)}</Tag> {asked.name}
                  <span className={styles.progress}>{t(`desk.part.${asked.state}`)}</span>
                  {asked.acknowledgeOverdue && (
                    <>
                      {' '}
                      <Tag tone="zhu">{t('desk.mark.acknowledgeOverdue')}</Tag>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </RuledItem>
        ))}
      </RuledList>
    </>
  )
}
