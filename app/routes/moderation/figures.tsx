import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { AgreementFigures, PersonFigures } from '~/components/moderation/agreement-figures'
import { BacklogFigures } from '~/components/moderation/backlog-figures'
import { OutcomeFigures, RuleFigures } from '~/components/moderation/outcome-figures'
import { PaceFigures } from '~/components/moderation/pace-figures'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { LinkTabs } from '~/components/ui/link-tabs'
import { PageHeading } from '~/components/ui/page-heading'
import { FIGURE_PERIODS, figurePeriod } from '~/domain/moderation/figures'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { getModerationFigures } from '~/queries/get-moderation-figures.server'
import { guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('figures.title'), unlisted: true }))

export const loader = guardedLoader(moderators, ({ scope, url }) =>
  getModerationFigures(scope, figurePeriod(url.searchParams.get('days'))),
)

/** How the review does: for the team, and by person for a 审核组长. */
export default function Figures() {
  const { t } = useTranslate()
  const figures = useLoaderData<typeof loader>()
  const { period } = figures
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.moderation(), label: t('moderation.title') }]} />
      <PageHeading title={t('figures.title')} lede={<p>{t('figures.lede')}</p>} />
      <LinkTabs
        label={t('figures.period.label')}
        tabs={FIGURE_PERIODS.map((days) => ({
          href: paths.moderationFigures({ days }),
          label: t('figures.period', { n: days }),
          current: days === period,
        }))}
      />
      <p>
        {/* A file, not a page. */}
        <a href={paths.moderationFiguresFile({ days: period })} download>
          {t('figures.file')}
        </a>
      </p>
      <BacklogFigures figures={figures} />
      <PaceFigures figures={figures} />
      <OutcomeFigures figures={figures} />
      <RuleFigures figures={figures} />
      <AgreementFigures figures={figures} />
      <PersonFigures figures={figures} />
    </>
  )
}
