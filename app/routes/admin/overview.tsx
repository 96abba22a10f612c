import { useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { CareList } from '~/components/admin/care-list'
import { RegisterIndex } from '~/components/admin/register-index'
import { pageMeta } from '~/components/layout/page-meta'
import { useTranslate } from '~/i18n/use-translate'
import { administrators } from '~/policies/administration'
import { getAdminOverview } from '~/queries/get-admin-overview.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(administrators, async ({ scope }) => ({
  overview: await getAdminOverview(scope),
}))

export const meta = pageMeta((t) => ({ title: t('admin.overview.title'), unlisted: true }))

export default function Overview() {
  const { t } = useTranslate()
  const { overview } = useLoaderData<typeof loader>()
  return (
    <AdminPage at="overview" title={t('admin.overview.title')} lede={t('admin.overview.lede')}>
      <CareList overview={overview} />
      <RegisterIndex overview={overview} />
    </AdminPage>
  )
}
