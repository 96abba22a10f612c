import { DataTable } from '~/components/ui/data-table'
import { Section } from '~/components/ui/section'
import type { RateName } from '~/domain/response/rates'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DepartmentFigures as Figures, Statistics } from '~/queries/get-statistics.server'
import { shortRateWords } from './rate-words'

const TOLD = ['response', 'confirmed', 'attitude'] as const satisfies readonly RateName[]

/** Each department beside its own past, in the order of entry: nobody is ranked. */
export function DepartmentFigures({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslate()
  const { departments, filter, period } = statistics
  if (filter.departmentId !== null) return null
  const address = (departmentId: string) =>
    paths.statistics({
      months: period,
      department: departmentId,
      district: filter.districtId,
      category: filter.categoryId,
    })
  return (
    <Section
      id="departments"
      title={t('statistics.departments.title')}
      lede={t('statistics.departments.lede', { n: period })}
    >
      <DataTable
        caption={t('statistics.departments.title')}
        captionHidden
        rows={departments}
        rowKey={({ id }) => id}
        empty={t('statistics.departments.none')}
        columns={[
          {
            id: 'name',
            header: t('statistics.filter.department'),
            rowHeader: true,
            cell: ({ id, name }: Figures) => <a href={address(id)}>{name}</a>,
          },
          ...TOLD.flatMap((rate) => [
            {
              id: rate,
              header: t(`statistics.rate.${rate}`),
              numeric: true,
              cell: ({ now }: Figures) => shortRateWords(now[rate], t),
            },
            {
              id: `${rate}-before`,
              header: t('statistics.departments.before'),
              numeric: true,
              cell: ({ before }: Figures) => shortRateWords(before[rate], t),
            },
          ]),
          {
            id: 'overdue',
            header: t('statistics.response.overdue'),
            numeric: true,
            cell: ({ now }: Figures) => now.overdue,
          },
        ]}
      />
    </Section>
  )
}
