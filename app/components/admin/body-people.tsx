import { Section } from '~/components/ui/section'
import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { BodyPerson } from '~/queries/body-people.server'
import styles from './body-people.module.css'
import { Until } from './grant-line'

/** Who works in a department or belongs to a studio, by office. */
export function BodyPeople(props: {
  title: string
  none: string
  people: ReadonlyArray<BodyPerson>
}) {
  const { t } = useTranslate()
  const { people } = props
  return (
    <Section
      id="people"
      title={props.title}
      more={{ href: paths.adminPeople(), label: t('admin.body.toPeople') }}
    >
      {people.length === 0 ? (
        <p>{props.none}</p>
      ) : (
        <ul role="list" className={styles.people}>
          {people.map((person) => (
            <li key={person.grantId} className={styles.person}>
              <span className={styles.office}>
                {person.office && t(`admin.office.${person.office}`)}
              </span>
              <span className={styles.who}>
                <a href={paths.adminPerson(person.personId)}>{person.displayName}</a>
                {person.title && <span>{person.title}</span>}
                {person.until && <Until until={person.until} />}
                {person.suspended && <Tag tone="zhu">{t('admin.people.suspended')}</Tag>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
