import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { StudioEntry } from '~/queries/list-studios-admin.server'
import styles from './body-entries.module.css'
import { Staffing } from './staffing'

/** Studios and stations, and whether each has a convener and a liaison. */
export function StudioList(props: { studios: ReadonlyArray<StudioEntry> }) {
  const { t } = useTranslate()
  return (
    <RuledList label={t('admin.studios.title')}>
      {props.studios.map((studio) => (
        <RuledItem key={studio.id} margin={<span>{t(`admin.studio.level.${studio.level}`)}</span>}>
          <a className={styles.name} href={paths.adminStudio(studio.id)}>
            {studio.name}
          </a>
          <MetaLine>
            <span>{studio.type}</span>
            {studio.sector && <span>{studio.sector}</span>}
            {studio.district && <span>{studio.district}</span>}
            <Staffing
              n={studio.conveners}
              some="admin.studio.conveners"
              none="admin.studio.noConvener"
            />
            <Staffing
              n={studio.liaisons}
              some="admin.studio.liaisons"
              none="admin.studio.noLiaison"
            />
            <Staffing n={studio.members} some="admin.studio.members" />
          </MetaLine>
        </RuledItem>
      ))}
    </RuledList>
  )
}
