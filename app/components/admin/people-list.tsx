import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { PersonEntry } from '~/queries/list-people.server'
import { GrantLine } from './grant-line'
import { Ledger, LedgerRow } from './ledger'

/** The register of people: a name, what they hold, and the number they can be told by. */
export function PeopleList(props: { people: readonly PersonEntry[] }) {
  const { t } = useTranslate()
  return (
    <Ledger label={t('admin.people.title')}>
      {props.people.map((person) => (
        <LedgerRow
          key={person.id}
          split
          href={paths.adminPerson(person.id)}
          name={person.displayName}
          margin={person.phone}
          tags={
            <>
              {person.status === 'suspended' && <Tag tone="zhu">{t('admin.people.suspended')}</Tag>}
              {person.awaited && <Tag tone="zhe">{t('admin.people.awaited')}</Tag>}
            </>
          }
        >
          {person.grants.length > 0 ? (
            <ul role="list">
              {person.grants.map((grant) => (
                <li key={grant.id}>
                  <GrantLine grant={grant} />
                </li>
              ))}
            </ul>
          ) : (
            <p>{t('admin.people.resident')}</p>
          )}
        </LedgerRow>
      ))}
    </Ledger>
  )
}
