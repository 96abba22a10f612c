import { MetaLine } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { StudioEntry } from '~/queries/list-studios-admin.server'
import { Ledger, LedgerRow } from './ledger'
import { Staffing } from './staffing'

/** Studios and stations, and whether each has a convener and a liaison. */
export function StudioList(props: { studios: readonly StudioEntry[] }) {
  const { t } = useTranslate()
  return (
    <Ledger label={t('admin.studios.title')}>
      {props.studios.map((studio) => (
        <LedgerRow
          key={studio.id}
          href={paths.adminStudio(studio.id)}
          name={studio.name}
          margin={t(`admin.studio.level.${studio.level}`)}
        >
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
        </LedgerRow>
      ))}
    </Ledger>
  )
}
