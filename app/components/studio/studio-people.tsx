import { RoleMark } from '~/components/person/role-mark'
import { useTranslate } from '~/i18n/use-translate'
import styles from './studio-people.module.css'

/** Who works in a studio: conveners first, each with their mark and verified title. */
export function StudioPeople(props: {
  people: ReadonlyArray<{
    name: string
    role: 'convener' | 'liaison' | 'member'
    title: string | null
  }>
}) {
  const { t } = useTranslate()
  return (
    <div className={styles.people}>
      <h3 className={styles.title}>{t('studioPage.people')}</h3>
      {props.people.length > 0 ? (
        <ul role="list">
          {props.people.map((person) => (
            <li key={`${person.role} ${person.name}`} className={styles.person}>
              <span>
                <b>{person.name}</b>
                {person.role === 'liaison' ? (
                  <span>{t('role.liaison')}</span>
                ) : (
                  <RoleMark voice={person.role} />
                )}
              </span>
              {person.title && <span className={styles.words}>{person.title}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('studioPage.people.none')}</p>
      )}
    </div>
  )
}
