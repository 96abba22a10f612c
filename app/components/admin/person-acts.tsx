import { AuditDetail } from '~/components/audit/audit-detail'
import { actionLabel } from '~/components/audit/audit-words'
import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import type { PersonAdmin } from '~/queries/get-person-admin.server'

/** What administrators did to a person, the newest first. */
export function PersonActs(props: { person: PersonAdmin }) {
  const { t } = useTranslate()
  const { acts, names } = props.person
  return (
    <Section id="acts" title={t('admin.person.acts')}>
      {acts.length === 0 ? (
        <p>{t('admin.person.acts.none')}</p>
      ) : (
        <RuledList label={t('admin.person.acts')}>
          {acts.map((act) => (
            <RuledItem key={act.id}>
              <MetaLine>
                <strong>{actionLabel(t, act.action)}</strong>
                <span>
                  {t('admin.person.acts.by', { who: act.actor ?? t('admin.person.system') })}
                </span>
                <DateTime value={act.at} />
              </MetaLine>
              <AuditDetail detail={act.detail} names={names} />
            </RuledItem>
          ))}
        </RuledList>
      )}
    </Section>
  )
}
