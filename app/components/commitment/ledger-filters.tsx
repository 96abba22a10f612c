import { Disclosure } from '~/components/ui/disclosure'
import { LinkChoices } from '~/components/ui/link-choices'
import { LinkTabs } from '~/components/ui/link-tabs'
import type { CommitmentViewName } from '~/domain/response/commitment'
import { COUNT_BOUND } from '~/domain/response/desk-bound'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { CommitmentCounts } from '~/queries/list-commitments.server'
import styles from './ledger-filters.module.css'

/** The states of the ledger with how many there are, and the departments, as plain links. */
export function LedgerFilters(props: {
  views: readonly CommitmentViewName[]
  view: CommitmentViewName
  departments: ReadonlyArray<{ id: string; name: string }>
  departmentId: string | null
  counts: CommitmentCounts
}) {
  const { t } = useTranslate()
  const { view, departmentId, departments, counts } = props
  const chosen = departments.find(({ id }) => id === departmentId)
  const stateOf = (each: CommitmentViewName) => (each === 'all' ? undefined : each)
  const department = departmentId ?? undefined
  return (
    <div className={styles.filters} data-print="no">
      <LinkTabs
        label={t('commitment.views.label')}
        tabs={props.views.map((each) => ({
          href: paths.commitments({ state: stateOf(each), department }),
          label: t(`commitment.view.${each}`),
          count:
            each === 'overdue' && counts.overdue > COUNT_BOUND ? `${COUNT_BOUND}+` : counts[each],
          current: each === view,
        }))}
      />
      {departments.length > 0 && (
        <Disclosure
          summary={
            chosen
              ? t('commitment.filter.chosen', { name: chosen.name })
              : t('commitment.filter.choose')
          }
        >
          <LinkChoices
            label={t('commitment.filter.department')}
            options={[{ id: undefined, name: t('commitment.filter.all') }, ...departments].map(
              ({ id, name }) => ({
                href: paths.commitments({ state: stateOf(view), department: id }),
                label: name,
                current: id === department,
              }),
            )}
          />
        </Disclosure>
      )}
    </div>
  )
}
