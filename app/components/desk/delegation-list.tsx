import { Button } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { PostForm } from '~/components/ui/post-form'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { lastDay } from '~/domain/response/due'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { Delegations } from '~/queries/get-delegations.server'

/** Who stands in for whom, now or later. */
export function DelegationList({ facts }: { facts: Delegations }) {
  const { t, language } = useTranslate()
  if (facts.delegations.length === 0) return <EmptyState title={t('delegation.none')} />
  return (
    <RuledList label={t('delegation.now')}>
      {facts.delegations.map((each) => (
        <RuledItem
          key={each.id}
          margin={
            each.mayEnd && (
              <PostForm>
                <input type="hidden" name="intent" value="end" />
                <input type="hidden" name="delegationId" value={each.id} />
                <Button variant="secondary">
                  {t('delegation.end')}
                  <span className="visually-hidden">{each.from.displayName}</span>
                </Button>
              </PostForm>
            )
          }
        >
          <p>{t('delegation.pair', { from: each.from.displayName, to: each.to.displayName })}</p>
          <p>{each.reason}</p>
          <MetaLine>
            <Tag tone={each.current ? 'dai' : 'plain'}>
              {t(each.current ? 'delegation.current' : 'delegation.later')}
            </Tag>
            <span>
              {t('delegation.term', {
                from: formatDate(each.startsAt, language),
                to: formatDate(lastDay(each.endsAt), language),
              })}
            </span>
          </MetaLine>
        </RuledItem>
      ))}
    </RuledList>
  )
}
