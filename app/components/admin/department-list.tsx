import { MetaLine } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DepartmentEntry } from '~/queries/list-departments-admin.server'
import { Ledger, LedgerRow } from './ledger'
import { Staffing } from './staffing'

/** Departments, and whether each has the two people that an answer takes. */
export function DepartmentList(props: { departments: readonly DepartmentEntry[] }) {
  const { t } = useTranslate()
  return (
    <Ledger label={t('admin.departments.title')}>
      {props.departments.map((department) => (
        <LedgerRow
          key={department.id}
          href={paths.adminDepartment(department.id)}
          name={department.name}
          margin={department.telephone}
        >
          <MetaLine>
            <span>{department.shortName}</span>
            {department.district && <span>{department.district}</span>}
            <Staffing
              n={department.drafters}
              some="admin.department.drafters"
              none="admin.department.noDrafter"
            />
            <Staffing
              n={department.signers}
              some="admin.department.signers"
              none="admin.department.noSigner"
            />
          </MetaLine>
        </LedgerRow>
      ))}
    </Ledger>
  )
}
