import { useLoaderData } from '@remix-run/react'
import { StudioIndex } from '~/components/studio/studio-index'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { EmptyState } from '~/components/ui/empty-state'
import { PageHeading } from '~/components/ui/page-heading'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { listStudios } from '~/queries/list-studios.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope }) => {
  scope.pageTag('studios')
  return { studios: await listStudios(scope) }
})

export const meta = pageMeta((t) => ({
  title: t('studioPage.list.title'),
  description: t('meta.studios.description'),
  path: paths.studios(),
  column: {
    name: t('meta.column.studios'),
    description: t('meta.studios.description'),
    keywords: t('meta.keywords').split(','),
    type: t('meta.column.type'),
  },
}))

export default function Studios() {
  const { studios } = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  return (
    <Stack>
      <PageHeading title={t('studioPage.list.title')} lede={<p>{t('studioPage.list.lede')}</p>} />
      {studios.length > 0 ? (
        <StudioIndex studios={studios} withPlaces headingLevel={2} />
      ) : (
        <EmptyState title={t('studioPage.list.empty')} />
      )}
    </Stack>
  )
}
