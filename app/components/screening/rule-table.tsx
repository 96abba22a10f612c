import { DataTable } from '~/components/ui/data-table'
import { Tag } from '~/components/ui/tag'
import type { RuleId } from '~/domain/moderation/screening/rules'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ScreeningRuleEntry } from '~/queries/list-screening-rules.server'

/** The rules as they are set, and how often moderators approved what they held. */
export function RuleTable(props: {
  rules: readonly ScreeningRuleEntry[]
  triable: readonly RuleId[]
}) {
  const { t } = useTranslate()
  return (
    <DataTable
      caption={t('screening.rules.caption')}
      rows={props.rules}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'rule',
          header: t('screening.rules.rule'),
          rowHeader: true,
          cell: ({ id }) => t(`screening.rule.${id}`),
        },
        {
          id: 'mode',
          header: t('screening.rules.mode'),
          cell: ({ mode, connected }) => (
            <Tag tone={mode === 'on' && connected ? 'song' : 'plain'}>
              {t(connected ? `screening.mode.${mode}` : 'screening.mode.unconnected')}
            </Tag>
          ),
        },
        {
          id: 'asks',
          header: t('screening.rules.asks'),
          cell: ({ asks }) => t(`screening.asks.${asks}`),
        },
        {
          id: 'held',
          header: t('screening.rules.held'),
          numeric: true,
          cell: ({ held }) => held,
        },
        {
          id: 'passed',
          header: t('screening.rules.passed'),
          numeric: true,
          cell: ({ held, passed }) =>
            held === 0 ? '–' : t('screening.rules.share', { n: passed, of: held }),
        },
        {
          id: 'deed',
          header: t('screening.rules.deed'),
          cell: ({ id }) => (
            <>
              <a href={paths.screeningRules({ edit: id })}>
                {t('screening.rules.edit')}
                <span className="visually-hidden">{t(`screening.rule.${id}`)}</span>
              </a>{' '}
              {props.triable.includes(id) && (
                <a href={paths.screeningRules({ trial: id })}>
                  {t('screening.rules.try')}
                  <span className="visually-hidden">{t(`screening.rule.${id}`)}</span>
                </a>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
