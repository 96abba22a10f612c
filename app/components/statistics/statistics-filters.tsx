import { Button } from '~/components/ui/button'
import { SelectField } from '~/components/ui/field'
import { RATE_PERIODS } from '~/domain/response/rates'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { Statistics } from '~/queries/get-statistics.server'
import styles from './statistics.module.css'

/** What the figures are of: a plain GET form, so that a choice can be kept and passed on. */
export function StatisticsFilters({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslate()
  const { period, filter, choices } = statistics
  const narrowed = filter.departmentId ?? filter.districtId ?? filter.categoryId
  const options = (all: string, some: ReadonlyArray<{ id: string; name: string }>) => [
    { value: '', label: all },
    ...some.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <search aria-label={t('statistics.filter.label')} data-print="no">
      <form className={styles.filter} method="get" action={paths.statistics()}>
        <SelectField
          name="months"
          label={t('statistics.filter.months')}
          defaultValue={String(period)}
          options={RATE_PERIODS.map((months) => ({
            value: String(months),
            label: t('statistics.period', { n: months }),
          }))}
        />
        <SelectField
          name="department"
          label={t('statistics.filter.department')}
          defaultValue={filter.departmentId ?? ''}
          options={options(t('statistics.all.departments'), choices.departments)}
        />
        <SelectField
          name="district"
          label={t('statistics.filter.district')}
          defaultValue={filter.districtId ?? ''}
          options={options(t('statistics.all.districts'), choices.districts)}
        />
        <SelectField
          name="category"
          label={t('statistics.filter.category')}
          defaultValue={filter.categoryId ?? ''}
          options={options(t('statistics.all.categories'), choices.categories)}
        />
        <div className={styles.do}>
          <Button variant="secondary">{t('statistics.filter.apply')}</Button>
          {narrowed !== null && <a href={paths.statistics()}>{t('statistics.filter.clear')}</a>}
        </div>
      </form>
    </search>
  )
}
