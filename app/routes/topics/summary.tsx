import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { OutcomeDocument } from '~/components/topic/outcome-document'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Disclosure } from '~/components/ui/disclosure'
import { EmptyState } from '~/components/ui/empty-state'
import { PageHeading } from '~/components/ui/page-heading'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getTopic } from '~/queries/get-topic.server'
import { listSummaries } from '~/queries/list-summaries.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope, params }) => {
  const topicId = params['topicId'] ?? ''
  scope.pageTag(`topic:${topicId}`)
  const { id, title, lang, code, studio } = await getTopic(scope, topicId)
  const [current = null, ...earlier] = await listSummaries(scope, topicId)
  return { topic: { id, title, lang, code, studio: studio.name }, current, earlier }
})

export const meta = pageMeta<typeof loader>((t, data) => {
  if (!data) return t('topic.outcome.title')
  const { topic, current } = data
  const title = t('topic.outcome.of', { title: topic.title })
  if (!current) return { title, unlisted: true }
  return {
    title,
    description: t('meta.outcome.description', {
      title: topic.title,
      verdict: t(`verdict.${current.verdict}`),
      n: current.points.length,
    }),
    path: paths.topicSummary(topic.id),
    article: { title, publishedAt: current.publishedAt, source: topic.studio },
  }
})

export default function SummaryPage() {
  const { topic, current, earlier } = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.topics(), label: t('topics.title') },
          { href: paths.topic(topic.id), label: t('topic.back') },
        ]}
      />
      <PageHeading
        topic
        kicker={t('topic.outcome.title')}
        title={<span lang={topic.lang}>{topic.title}</span>}
      />
      {current ? (
        <OutcomeDocument topic={topic} summary={current} />
      ) : (
        <EmptyState title={t('topic.outcome.missing.title')}>
          <p>{t('topic.outcome.missing.text')}</p>
        </EmptyState>
      )}
      {earlier.length > 0 && (
        <Section id="earlier" title={t('topic.outcome.earlier')}>
          {earlier.map((summary) => (
            <Disclosure key={summary.id} summary={t('topic.outcome.round', { n: summary.number })}>
              <OutcomeDocument topic={topic} summary={summary} />
            </Disclosure>
          ))}
        </Section>
      )}
    </>
  )
}
