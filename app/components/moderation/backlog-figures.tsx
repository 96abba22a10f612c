import { DataTable } from '~/components/ui/data-table'
import { Section } from '~/components/ui/section'
import { BarTable } from '~/components/chart/bar-table'
import { BACKLOG_AGES } from '~/domain/moderation/figures'
import { useTranslate } from '~/i18n/use-translate'
import type { ModerationFigures } from '~/queries/get-moderation-figures.server'
import styles from './figures.module.css'

/** What waits now, by how long it has: 待审 as bars, the other kinds beside it. */
export function BacklogFigures({ figures }: { figures: ModerationFigures }) {
  const { t } = useTranslate()
  const [pending, ...others] = figures.backlog
  const countWords = (n: number, more: boolean) => (more ? t('figures.more', { n }) : String(n))
  return (
    <Section id="backlog" title={t('figures.backlog.title')} lede={t('figures.backlog.lede')}>
      <div className={styles.two}>
        {pending && (
          <BarTable
            caption={t('figures.backlog.pending', { n: countWords(pending.total, pending.more) })}
            labelTitle={t('figures.backlog.age')}
            valueTitle={t('figures.backlog.count')}
            format={String}
            rows={BACKLOG_AGES.map(({ id }) => ({
              key: id,
              label: t(`figures.age.${id}`),
              value: pending.ages[id],
            }))}
          />
        )}
        {others.length > 0 && (
          <DataTable
            caption={t('figures.backlog.others')}
            rows={others}
            rowKey={({ kind }) => kind}
            columns={[
              {
                id: 'kind',
                header: t('figures.backlog.kind'),
                rowHeader: true,
                cell: ({ kind }) => t(`figures.kind.${kind}`),
              },
              {
                id: 'total',
                header: t('figures.backlog.count'),
                numeric: true,
                cell: ({ total, more }) => countWords(total, more),
              },
              {
                id: 'old',
                header: t('figures.age.older'),
                numeric: true,
                cell: ({ ages }) => ages.older,
              },
            ]}
          />
        )}
      </div>
    </Section>
  )
}
