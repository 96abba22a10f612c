import { RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { PersonEntry } from '~/queries/list-people.server'
import { GrantLine } from './grant-line'
import styles from './people-list.module.css'

/** The register of people: a name, what they hold, and the number they can be told by. */
export function PeopleList(props: { people: ReadonlyArray<PersonEntry> }) {
  const { t } = useTranslate()
  return (
    <RuledList label={t('admin.people.title')}>
      {props.people.map((person) => (
        <RuledItem key={person.id} margin={person.phone && <span>{person.phone}</span>}>
          <div className={styles.head}>
            <a className={styles.name} href={paths.adminPerson(person.id)}>
              {person.displayName}
            </a>
            {person.status === 'suspended' && <Tag tone="zhu">{t('admin.people.suspended')}</Tag>}
            {person.awaited && <Tag tone="zhe">{t('admin.people.awaited')}</Tag>}
          </div>
          {person.grants.length > 0 ? (
            <ul role="list" className={styles.grants}>
              {person.grants.map((grant) => (
                <li key={grant.id}>
                  <GrantLine grant={grant} />
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.grants}>{t('admin.people.resident')}</p>
          )}
        </RuledItem>
      ))}
    </RuledList>
  )
}
