import { useLoaderData } from '@remix-run/react'
import { AnswerItem } from '~/components/home/answer-item'
import { OutcomeItem } from '~/components/home/outcome-item'
import { StudioIndex } from '~/components/studio/studio-index'
import { pageMeta } from '~/components/layout/page-meta'
import { TopicLine } from '~/components/topic/topic-line'
import { EmptyState } from '~/components/ui/empty-state'
import { PageHeading } from '~/components/ui/page-heading'
import { RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getHome } from '~/queries/get-home.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope }) => {
  scope.pageTag('topics')
  scope.pageTag('studios')
  return { ...(await getHome(scope)), now: scope.now }
})

export const meta = pageMeta((t) => ({
  title: `${t('common.siteName')} - ${t('home.title')}`,
  wholeTitle: true,
  description: t('meta.site.description'),
  path: paths.home(),
  feed: paths.feed('topics'),
  column: {
    name: t('meta.column.home'),
    description: t('meta.site.description'),
    keywords: t('meta.keywords').split(','),
    type: t('meta.column.type'),
  },
}))

export default function Home() {
  const { open, answers, outcomes, studios, totals, now } = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  return (
    <>
      <PageHeading
        topic
        title={t('home.title')}
        lede={
          <>
            <p>{t('home.lede')}</p>
            {totals.voices > 0 && <p>{t('home.totals', totals)}</p>}
          </>
        }
      />
      <Section
        id="open"
        title={t('home.open.title')}
        more={{ href: paths.topics(), label: t('home.open.more') }}
      >
        {open.length > 0 ? (
          <RuledList>
            {open.map((topic) => (
              <TopicLine key={topic.id} topic={topic} now={now} />
            ))}
          </RuledList>
        ) : (
          <EmptyState title={t('home.open.empty')}>
            <p>{t('home.open.empty.text')}</p>
          </EmptyState>
        )}
      </Section>
      <Section
        id="answers"
        title={t('home.answers.title')}
        more={{ href: paths.topics({ sort: 'responded' }), label: t('home.answers.more') }}
      >
        {answers.length > 0 ? (
          <RuledList>
            {answers.map((answer) => (
              <AnswerItem key={answer.id} answer={answer} />
            ))}
          </RuledList>
        ) : (
          <p>{t('home.answers.empty')}</p>
        )}
      </Section>
      <Section id="outcomes" title={t('home.outcomes.title')}>
        {outcomes.length > 0 ? (
          <RuledList>
            {outcomes.map((outcome) => (
              <OutcomeItem key={outcome.topicId} outcome={outcome} />
            ))}
          </RuledList>
        ) : (
          <p>{t('home.outcomes.empty')}</p>
        )}
      </Section>
      {studios.length > 0 && (
        <Section
          id="studios"
          title={t('home.studios.title')}
          more={{ href: paths.studios(), label: t('home.studios.more') }}
        >
          <StudioIndex studios={studios} />
        </Section>
      )}
    </>
  )
}
