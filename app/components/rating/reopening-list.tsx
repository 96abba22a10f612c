import { DateTime } from '~/components/ui/date-time'
import { EmptyState } from '~/components/ui/empty-state'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { quoteExcerpt } from '~/domain/comment/quote'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReopeningItem } from '~/queries/list-reopenings.server'

/** What residents ask to be taken up again, for who assigns. */
export function ReopeningList({ items }: { items: readonly ReopeningItem[] }) {
  const { t } = useTranslate()
  if (items.length === 0) {
    return (
      <EmptyState title={t('desk.empty.reopenings.title')}>
        <p>{t('desk.empty.reopenings.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <h2 className="visually-hidden">{t('desk.view.reopenings')}</h2>
      <RuledList ordered label={t('desk.view.reopenings')}>
        {items.map((item) => (
          <RuledItem key={item.id} margin={<DateTime value={item.askedAt} show="monthDay" />}>
            <h3>
              <a href={paths.deskReopening(item.id)}>{item.title}</a>
            </h3>
            <p>{quoteExcerpt(item.reason)}</p>
            <MetaLine>
              <span>{item.name}</span>
              <span>{item.departments.join(t('ui.listSeparator'))}</span>
            </MetaLine>
          </RuledItem>
        ))}
      </RuledList>
    </>
  )
}
