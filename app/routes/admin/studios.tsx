import { useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { BodyRegister } from '~/components/admin/body-register'
import { StudioList } from '~/components/admin/studio-list'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listStudiosAdmin } from '~/queries/list-studios-admin.server'
import { guardedLoader } from '~/server/http/guard.server'
import { readRegisterQuery } from '~/server/http/register-query.server'

export const loader = guardedLoader(administrators, async ({ scope, url }) => {
  const query = readRegisterQuery(url)
  return { ...(await listStudiosAdmin(scope, query)), ...query }
})

export const meta = pageMeta((t) => ({ title: t('admin.studios.title'), unlisted: true }))

export default function Studios() {
  const { t } = useTranslate()
  const { studios, nextAfter, closed, q, after } = useLoaderData<typeof loader>()
  const enter = <ButtonLink href={paths.adminStudio('new')}>{t('admin.studios.new')}</ButtonLink>
  return (
    <AdminPage
      at="studios"
      title={t('admin.studios.title')}
      lede={t('admin.studios.lede')}
      actions={enter}
    >
      <BodyRegister
        href={paths.adminStudios}
        closed={closed}
        q={q}
        nextAfter={nextAfter}
        first={after === undefined}
        count={studios.length}
        none={{
          title: t('admin.studios.none.title'),
          text: t('admin.studios.none.text'),
          closed: t('admin.studios.none.closed'),
          action: enter,
        }}
      >
        <StudioList studios={studios} />
      </BodyRegister>
    </AdminPage>
  )
}
