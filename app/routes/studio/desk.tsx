import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { StudioTopics } from '~/components/studio-desk/studio-topics'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { Section } from '~/components/ui/section'
import { holds } from '~/domain/person/actor'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getStudioDesk } from '~/queries/get-studio-desk.server'
import { guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('studioDesk.title'), unlisted: true }))

export const loader = guardedLoader(
  staff('convener', 'liaison', 'admin'),
  async ({ scope, url }) => {
    const after = url.searchParams.get('after') || undefined
    const desk = await getStudioDesk(scope, { after })
    return { desk, now: scope.now, after: after ?? null, all: holds(scope.viewer, 'admin') }
  },
)

export default function StudioDeskPage() {
  const { t } = useTranslate()
  const { desk, now, after, all } = useLoaderData<typeof loader>()
  const list = { now, namesStudio: desk.studios.length > 1 }
  return (
    <>
      <PageHeading
        title={t('studioDesk.title')}
        kicker={desk.studios.length === 1 ? desk.studios[0]?.name : undefined}
        lede={<p>{t(all ? 'studioDesk.ledeAdmin' : 'studioDesk.lede')}</p>}
        actions={
          desk.mayOpen && (
            <ButtonLink href={paths.studioTopicNew()}>{t('studioDesk.open')}</ButtonLink>
          )
        }
      />
      {!after && desk.stages.length === 0 && (
        <EmptyState
          title={t('studioDesk.empty.title')}
          action={desk.mayOpen && <a href={paths.studioTopicNew()}>{t('studioDesk.open')}</a>}
        >
          <p>{t('studioDesk.empty.text')}</p>
        </EmptyState>
      )}
      {desk.stages.map(({ stage, topics }) => (
        <Section key={stage} id={stage} title={t(`stage.${stage}`)}>
          <StudioTopics {...list} topics={topics} />
        </Section>
      ))}
      {desk.closed.length > 0 && (
        <Section id="closed" title={t('studioDesk.closed')}>
          <StudioTopics {...list} topics={desk.closed} />
        </Section>
      )}
      <Pager
        newerHref={after && paths.studioDesk()}
        newerLabel={t('desk.list.toFirst')}
        olderHref={desk.next && paths.studioDesk({ after: desk.next })}
        olderLabel={t('studioDesk.older')}
      />
    </>
  )
}
