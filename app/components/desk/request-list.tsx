import { ButtonLink } from '~/components/ui/button'
import { DateTime } from '~/components/ui/date-time'
import { EmptyState } from '~/components/ui/empty-state'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { lastDay } from '~/domain/response/due'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OpenRequest } from '~/queries/list-requests.server'
import styles from './desk-list.module.css'

/** 申退 and 延期 that wait for whoever assigned, the longest waiting first. */
export function RequestList({ items }: { items: readonly OpenRequest[] }) {
  const { t, language } = useTranslate()
  const day = (date: Date) => formatMonthDay(lastDay(date), language)
  if (items.length === 0) {
    return (
      <EmptyState title={t('desk.empty.requests.title')}>
        <p>{t('desk.empty.requests.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <h2 className="visually-hidden">{t('desk.view.requests')}</h2>
      <RuledList ordered label={t('desk.requests.label')}>
        {items.map((item) => (
          <RuledItem
            key={item.id}
            margin={
              <ButtonLink
                variant="secondary"
                href={paths.deskAct(item.assignmentId, `decide-${item.kind}`, {
                  department: item.departmentId,
                })}
              >
                {t('desk.requests.decide')}
                <span className="visually-hidden">{item.title}</span>
              </ButtonLink>
            }
          >
            <h3 className={styles.title}>
              <a href={paths.deskAssignment(item.assignmentId)}>{item.title}</a>
            </h3>
            <p>{item.reason}</p>
            <MetaLine>
              <Tag tone="zhe">{t(`desk.mark.${item.kind}Asked`)}</Tag>
              <span>{item.department}</span>
              <span>
                {item.until
                  ? t('desk.requests.fromTo', { from: day(item.dueAt), to: day(item.until) })
                  : t('desk.due.on', { date: day(item.dueAt) })}
              </span>
              {item.provisional && <span>{t('desk.due.provisional')}</span>}
              <DateTime value={item.askedAt} />
            </MetaLine>
          </RuledItem>
        ))}
      </RuledList>
    </>
  )
}
