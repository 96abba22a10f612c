import { DataTable, type Column } from '~/components/ui/data-table'
import { Section } from '~/components/ui/section'
import { KAPPA_MINIMUM_PAIRS, type Agreement } from '~/domain/moderation/cohens-kappa'
import type { Translate } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import type { ModerationFigures } from '~/queries/get-moderation-figures.server'
import { categoryWords, intervalWords, kappaWords, percentWords, round } from './figure-words'
import styles from './figures.module.css'

interface Compared {
  key: string
  label: string
  pairs: number
  agreement: Agreement | null
}

/** How far second looks agree with first decisions: in all, and by outcome and reason. */
export function AgreementFigures({ figures }: { figures: ModerationFigures }) {
  const { t } = useTranslate()
  const { agreement, reasons } = figures
  const rows: Compared[] = [
    {
      key: 'all',
      label: t('figures.agreement.all'),
      pairs: agreement.pairs,
      agreement: agreement.overall,
    },
    ...agreement.categories.map(({ category, used, agreement: own }) => ({
      key: category,
      label: categoryWords(category, reasons, t),
      pairs: used,
      agreement: own,
    })),
  ]
  return (
    <Section
      id="agreement"
      title={t('figures.agreement.title')}
      lede={t('figures.agreement.lede', { n: KAPPA_MINIMUM_PAIRS })}
    >
      {agreement.pairs === 0 ? (
        <p>{t('figures.agreement.none')}</p>
      ) : (
        <DataTable
          caption={t('figures.agreement.title')}
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          columns={agreementColumns(t('figures.agreement.outcome'), t)}
        />
      )}
    </Section>
  )
}

/** By person, for a 审核组长: agreement, and decisions an hour. */
export function PersonFigures({ figures }: { figures: ModerationFigures }) {
  const { t } = useTranslate()
  const { people } = figures
  if (!people) return null
  return (
    <Section id="people" title={t('figures.people.title')} lede={t('figures.people.lede')}>
      <div className={styles.two}>
        <DataTable
          caption={t('figures.people.pace')}
          rows={people.pace}
          rowKey={({ moderatorId }) => moderatorId}
          empty={t('figures.outcomes.none')}
          columns={[
            {
              id: 'name',
              header: t('figures.people.name'),
              rowHeader: true,
              cell: ({ name }) => name,
            },
            {
              id: 'decisions',
              header: t('figures.people.decisions'),
              numeric: true,
              cell: ({ decisions }) => decisions,
            },
            {
              id: 'hours',
              header: t('figures.people.hours'),
              numeric: true,
              cell: ({ hours }) => hours,
            },
            {
              id: 'perHour',
              header: t('figures.people.perHour'),
              numeric: true,
              cell: ({ perHour }) => (perHour === null ? t('chart.none') : round(perHour)),
            },
          ]}
        />
        <DataTable
          caption={t('figures.people.agreement')}
          rows={people.agreement.map(({ moderatorId, name, ...rest }) => ({
            key: moderatorId,
            label: name,
            ...rest,
          }))}
          rowKey={({ key }) => key}
          empty={t('figures.agreement.none')}
          columns={agreementColumns(t('figures.people.name'), t)}
        />
      </div>
    </Section>
  )
}

function agreementColumns(labelTitle: string, t: Translate): Column<Compared>[] {
  return [
    { id: 'label', header: labelTitle, rowHeader: true, cell: ({ label }) => label },
    {
      id: 'pairs',
      header: t('figures.agreement.pairs'),
      numeric: true,
      cell: ({ pairs }) => pairs,
    },
    {
      id: 'observed',
      header: t('figures.agreement.observed'),
      numeric: true,
      cell: ({ agreement }) => percentWords(agreement?.observed ?? null, t),
    },
    {
      id: 'kappa',
      header: t('figures.agreement.kappa'),
      numeric: true,
      cell: ({ agreement }) => kappaWords(agreement, t),
    },
    {
      id: 'interval',
      header: t('figures.agreement.interval'),
      numeric: true,
      cell: ({ agreement }) => intervalWords(agreement, t),
    },
  ]
}
