import { useLoaderData } from '@remix-run/react'
import { Columns } from '~/components/layout/columns'
import { pageMeta } from '~/components/layout/page-meta'
import { FollowControl } from '~/components/notice/follow-control'
import { StudioPeople } from '~/components/studio/studio-people'
import { TopicLine } from '~/components/topic/topic-line'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { EmptyState } from '~/components/ui/empty-state'
import { Facts } from '~/components/ui/facts'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { isFollowed } from '~/queries/list-followed.server'
import { getStudio } from '~/queries/get-studio.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope, params, url }) => {
  const id = params['studioId'] ?? ''
  scope.pageTag(`studio:${id}`)
  // Its topics' counts stand on the page.
  scope.pageTag('topics')
  const after = url.searchParams.get('after')
  const [studio, followed] = await Promise.all([
    getStudio(scope, id, after),
    isFollowed(scope, { kind: 'studio', id }),
  ])
  return { ...studio, followed, after, now: scope.now }
})

export const meta = pageMeta<typeof loader>((t, studio) => ({
  title: studio?.name ?? t('studioPage.list.title'),
  path: studio && paths.studio(studio.id),
  feed: studio && paths.feed('studios', studio.id),
}))

export default function StudioPage() {
  const studio = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  const texts = [
    { id: 'introduction', title: t('studioPage.introduction'), html: studio.introductionHtml },
    { id: 'duties', title: t('studioPage.duties'), html: studio.dutiesHtml },
    { id: 'rules', title: t('studioPage.rules'), html: studio.rulesHtml },
  ].filter(({ html }) => html.trim() !== '')
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.studios(), label: t('studioPage.list.title') }]} />
      <PageHeading
        title={studio.name}
        actions={
          studio.active && (
            <FollowControl
              subject={{ kind: 'studio', id: studio.id }}
              followed={studio.followed}
              here={paths.studio(studio.id)}
            />
          )
        }
      />
      {!studio.active && <Notice kind="info">{t('studioPage.inactive')}</Notice>}
      <Columns
        side={
          <Section id="about" title={t('studioPage.about')}>
            <Facts
              stacked
              facts={[
                { term: t('studioPage.place'), value: studio.place },
                { term: t('studioPage.district'), value: studio.district },
                {
                  term: t('studioPage.type'),
                  value: `${t(`studioPage.level.${studio.level}`)} · ${studio.type}`,
                },
                { term: t('studioPage.sector'), value: studio.sector },
              ]}
            />
            <StudioPeople people={studio.people} />
          </Section>
        }
      >
        {texts.map(({ id, title, html }) => (
          <Section key={id} id={id} title={title}>
            <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          </Section>
        ))}
      </Columns>
      <Section id="topics" title={t('studioPage.topics')}>
        {studio.topics.length > 0 ? (
          <RuledList>
            {studio.topics.map((topic) => (
              <TopicLine key={topic.id} topic={topic} now={studio.now} />
            ))}
          </RuledList>
        ) : (
          <EmptyState title={t('studioPage.topics.none')}>
            <p>{t('studioPage.topics.none.text')}</p>
          </EmptyState>
        )}
        <Pager
          newerHref={studio.after && `${paths.studio(studio.id)}#topics`}
          newerLabel={t('topics.pager.first')}
          olderHref={studio.older && `${paths.studio(studio.id, studio.older)}#topics`}
          olderLabel={t('topics.pager.older')}
        />
      </Section>
    </>
  )
}
