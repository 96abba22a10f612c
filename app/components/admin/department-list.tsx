import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DepartmentEntry } from '~/queries/list-departments-admin.server'
import styles from './body-entries.module.css'
import { Staffing } from './staffing'

/** Departments, and whether each has the two people that an answer takes. */
export function DepartmentList(props: { departments: ReadonlyArray<DepartmentEntry> }) {
  const { t } = useTranslate()
  return (
    <RuledList label={t('admin.departments.title')}>
      {props.departments.map((department) => (
        <RuledItem key={department.id} margin={<span>{department.telephone}</span>}>
          <a className={styles.name} href={paths.adminDepartment(department.id)}>
            {department.name}
          </a>
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
        </RuledItem>
      ))}
    </RuledList>
  )
}
