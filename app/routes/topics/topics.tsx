import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { FollowControl } from '~/components/notice/follow-control'
import { TopicFilters } from '~/components/topic/topic-filters'
import { TopicLine } from '~/components/topic/topic-line'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { RuledList } from '~/components/ui/ruled-list'
import { isId } from '~/domain/shared/id'
import { STAGES } from '~/domain/topic/stage'
import { TOPIC_SORTS } from '~/domain/topic/topic-sorts'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { isFollowed } from '~/queries/list-followed.server'
import { listTopicFilters, listTopics } from '~/queries/list-topics.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope, url }) => {
  scope.pageTag('topics')
  const query = (name: string) => url.searchParams.get(name)
  const known = (id: string | null) => (isId(id) ? id : null)
  const place = {
    sort: TOPIC_SORTS.find((each) => each === query('sort')) ?? ('new' as const),
    stage: STAGES.find((each) => each === query('stage')) ?? null,
    categoryId: known(query('category')),
    districtId: known(query('district')),
    after: query('after'),
  }
  const [page, filters, followed] = await Promise.all([
    listTopics(scope, place),
    listTopicFilters(scope),
    place.categoryId ? isFollowed(scope, { kind: 'category', id: place.categoryId }) : null,
  ])
  return { ...page, filters, place, followed, now: scope.now }
})

export const meta = pageMeta((t) => ({
  title: t('topics.title'),
  description: t('meta.topics.description'),
  path: paths.topics(),
  feed: paths.feed('topics'),
  column: {
    name: t('meta.column.topics'),
    description: t('meta.topics.description'),
    keywords: t('meta.keywords').split(','),
    type: t('meta.column.type'),
  },
}))

export default function Topics() {
  const { topics, older, filters, place, followed, now } = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  const query = {
    sort: place.sort === 'new' ? undefined : place.sort,
    stage: place.stage ?? undefined,
    category: place.categoryId ?? undefined,
    district: place.districtId ?? undefined,
  }
  return (
    <>
      <PageHeading
        title={t('topics.title')}
        lede={<p>{t('topics.lede')}</p>}
        actions={
          place.categoryId && (
            <FollowControl
              subject={{ kind: 'category', id: place.categoryId }}
              followed={followed}
              here={paths.topics({ category: place.categoryId })}
            />
          )
        }
      />
      <TopicFilters query={query} sort={place.sort} {...filters} />
      {topics.length > 0 ? (
        <RuledList label={t('topics.list.label')}>
          {topics.map((topic) => (
            <TopicLine key={topic.id} topic={topic} now={now} headingLevel={2} />
          ))}
        </RuledList>
      ) : (
        <EmptyState
          title={t('topics.empty.title')}
          action={
            <ButtonLink href={paths.topics()} variant="secondary">
              {t('topics.empty.action')}
            </ButtonLink>
          }
        >
          <p>{t('topics.empty.text')}</p>
        </EmptyState>
      )}
      <Pager
        newerHref={place.after && paths.topics(query)}
        newerLabel={t('topics.pager.first')}
        olderHref={older && paths.topics({ ...query, after: older })}
        olderLabel={t('topics.pager.older')}
      />
    </>
  )
}
