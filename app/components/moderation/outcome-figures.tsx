import { BarTable } from '~/components/chart/bar-table'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import type { ModerationFigures } from '~/queries/get-moderation-figures.server'
import { categoryWords, percentWords, ruleWords } from './figure-words'

/** What was decided, refusals by their reason. */
export function OutcomeFigures({ figures }: { figures: ModerationFigures }) {
  const { t } = useTranslate()
  const { outcomes, decisions, reasons } = figures
  return (
    <Section id="outcomes" title={t('figures.outcomes.title')}>
      <BarTable
        caption={t('figures.outcomes.title')}
        captionHidden
        labelTitle={t('figures.outcomes.outcome')}
        valueTitle={t('figures.outcomes.count')}
        format={String}
        empty={t('figures.outcomes.none')}
        rows={outcomes.map(({ category, count }) => ({
          key: category,
          label: categoryWords(category, reasons, t),
          value: count,
        }))}
        columns={[
          {
            id: 'share',
            header: t('figures.share'),
            numeric: true,
            cell: ({ value }) => percentWords(value / decisions.total, t),
          },
        ]}
      />
    </Section>
  )
}

/** How often each screening rule was right in what it held. */
export function RuleFigures({ figures }: { figures: ModerationFigures }) {
  const { t } = useTranslate()
  return (
    <Section id="rules" title={t('figures.rules.title')} lede={t('figures.rules.lede')}>
      <BarTable
        caption={t('figures.rules.title')}
        captionHidden
        labelTitle={t('figures.rules.rule')}
        valueTitle={t('figures.rules.held')}
        format={String}
        empty={t('figures.rules.none')}
        rows={figures.rules.map((each) => ({
          ...each,
          key: `${each.rule}.${each.trial}`,
          label: ruleWords(each, t),
          value: each.held,
        }))}
        columns={[
          {
            id: 'passed',
            header: t('figures.rules.passed'),
            numeric: true,
            cell: ({ passed }) => passed,
          },
          {
            id: 'precision',
            header: t('figures.rules.precision'),
            numeric: true,
            cell: ({ precision }) => percentWords(precision, t),
          },
        ]}
      />
    </Section>
  )
}
