import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './studio-index.module.css'

interface Entry {
  id: string
  name: string
  districtId: string | null
  district: string | null
  place: string
  topicCount: number
}

/** Studios and stations by district, as an index of places: neighbours find theirs by its street. */
export function StudioIndex(props: {
  studios: readonly Entry[]
  withPlaces?: boolean
  headingLevel?: 2 | 3
}) {
  const { t } = useTranslate()
  const Heading = props.headingLevel === 2 ? 'h2' : 'h3'
  return (
    <div className={styles.index}>
      {byDistrict(props.studios).map(({ id, name, studios }) => (
        <section key={id} className={styles.district}>
          <Heading className={styles.name}>{name ?? t('studioPage.list.city')}</Heading>
          <ul role="list">
            {studios.map((studio) => (
              <li key={studio.id} className={styles.entry}>
                <a href={paths.studio(studio.id)}>{studio.name}</a>
                {props.withPlaces && <span>{studio.place}</span>}
                {studio.topicCount > 0 && (
                  <span>{t('studioPage.topics.count', { n: studio.topicCount })}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Groups in the order in which the districts come. */
function byDistrict(studios: readonly Entry[]) {
  const groups = new Map<string, { id: string; name: string | null; studios: Entry[] }>()
  for (const studio of studios) {
    const id = studio.districtId ?? ''
    const group = groups.get(id) ?? { id, name: studio.district, studios: [] }
    group.studios.push(studio)
    groups.set(id, group)
  }
  return [...groups.values()]
}
