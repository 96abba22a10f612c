import type { ReactNode } from 'react'
import { DataTable } from '~/components/ui/data-table'
import type { RateFigures, RateName } from '~/domain/response/rates'
import { useTranslate } from '~/i18n/use-translate'
import type { Translate } from '~/i18n/translate'
import type { Statistics } from '~/queries/get-statistics.server'
import { rateWords } from './rate-words'

/** One line of a table that sets figures beside those of the time before. */
export interface Compared {
  id: string
  name: string
  of: (figures: RateFigures) => ReactNode
}

/** Rates as lines of such a table. */
export function comparedRates(names: readonly RateName[], t: Translate): Compared[] {
  return names.map((name) => ({
    id: name,
    name: t(`statistics.rate.${name}`),
    of: ({ rates }) => rateWords(rates[name], t),
  }))
}

/** Figures of the period beside those of the same number of months before. */
export function ComparedTable(props: {
  statistics: Statistics
  caption: string
  lines: readonly Compared[]
}) {
  const { t } = useTranslate()
  const { whole, before, period } = props.statistics
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.lines}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('statistics.file.measure'),
          rowHeader: true,
          cell: ({ name }) => name,
        },
        {
          id: 'now',
          header: t('statistics.period', { n: period }),
          cell: ({ of }) => of(whole),
        },
        {
          id: 'before',
          header: t('statistics.before', { n: period }),
          cell: ({ of }) => of(before),
        },
      ]}
    />
  )
}
