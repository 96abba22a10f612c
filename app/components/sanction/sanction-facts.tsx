import { Facts } from '~/components/ui/facts'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { SanctionItem } from '~/queries/get-sanction.server'
import { StandingTag } from './standing-tag'
import styles from './sanction.module.css'

/** Who proposed it and who decided, for how long, and in what words. */
export function SanctionFacts({ item }: { item: SanctionItem }) {
  const { t, language } = useTranslate()
  const at = (date: Date) => formatDateTime(date, language)
  const { closed } = item
  return (
    <div className={styles.part}>
      <p>
        <StandingTag standing={item.standing} />
      </p>
      <Facts
        facts={[
          {
            term: t('sanction.one.proposed'),
            value: t('sanction.one.by', {
              who: item.proposedBy ?? t('sanction.one.proposed.byRule'),
              at: at(item.proposedAt),
            }),
          },
          { term: t('sanction.one.note'), value: item.note },
          {
            term: t('sanction.one.imposed'),
            value:
              item.from && t('sanction.one.by', { who: item.imposedBy ?? '', at: at(item.from) }),
          },
          {
            term: t('sanction.one.term'),
            value:
              item.from &&
              (item.until
                ? t('sanction.one.term.value', { from: at(item.from), until: at(item.until) })
                : t('sanction.one.term.forGood', { from: at(item.from) })),
          },
          { term: t('sanction.one.reason'), value: item.from && item.reason },
          {
            term: t(
              item.standing === 'lifted'
                ? 'sanction.one.closed.lifted'
                : 'sanction.one.closed.dismissed',
            ),
            value: closed && t('sanction.one.by', { who: closed.by, at: at(closed.at) }),
          },
          { term: t('sanction.one.closedNote'), value: closed?.note },
        ]}
      />
    </div>
  )
}
