import { DataTable } from '~/components/ui/data-table'
import type { ExclusionReason } from '~/domain/response/rates'
import { useTranslate } from '~/i18n/use-translate'

/** What is in no denominator: how much, and why. All reasons stand there, also those that left nothing out. */
export function ExcludedTable(props: {
  caption: string
  countTitle: string
  excluded: ReadonlyArray<{ reason: ExclusionReason; count: number }>
}) {
  const { t } = useTranslate()
  return (
    <DataTable
      caption={props.caption}
      rows={props.excluded}
      rowKey={({ reason }) => reason}
      columns={[
        {
          id: 'reason',
          header: t('statistics.excluded.reason'),
          rowHeader: true,
          cell: ({ reason }) => t(`statistics.excluded.${reason}`),
        },
        { id: 'count', header: props.countTitle, numeric: true, cell: ({ count }) => count },
        {
          id: 'why',
          header: t('statistics.excluded.why'),
          cell: ({ reason }) => t(`statistics.excluded.${reason}.why`),
        },
      ]}
    />
  )
}
