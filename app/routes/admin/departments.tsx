import { useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { BodyRegister } from '~/components/admin/body-register'
import { DepartmentList } from '~/components/admin/department-list'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listDepartmentsAdmin } from '~/queries/list-departments-admin.server'
import { guardedLoader } from '~/server/http/guard.server'
import { readRegisterQuery } from '~/server/http/register-query.server'

export const loader = guardedLoader(administrators, async ({ scope, url }) => {
  const query = readRegisterQuery(url)
  return { ...(await listDepartmentsAdmin(scope, query)), ...query }
})

export const meta = pageMeta((t) => ({ title: t('admin.departments.title'), unlisted: true }))

export default function Departments() {
  const { t } = useTranslate()
  const { departments, nextAfter, closed, q, after } = useLoaderData<typeof loader>()
  const enter = (
    <ButtonLink href={paths.adminDepartment('new')}>{t('admin.departments.new')}</ButtonLink>
  )
  return (
    <AdminPage
      at="departments"
      title={t('admin.departments.title')}
      lede={t('admin.departments.lede')}
      actions={enter}
    >
      <BodyRegister
        href={paths.adminDepartments}
        closed={closed}
        q={q}
        nextAfter={nextAfter}
        first={after === undefined}
        count={departments.length}
        none={{
          title: t('admin.departments.none.title'),
          text: t('admin.departments.none.text'),
          closed: t('admin.departments.none.closed'),
          action: enter,
        }}
      >
        <DepartmentList departments={departments} />
      </BodyRegister>
    </AdminPage>
  )
}
