import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import type { SanctionView } from '~/domain/moderation/sanction-view'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { SanctionEntry } from '~/queries/list-sanctions.server'
import styles from './sanction.module.css'

/** Proposals, appeals, or what is in force: whose account, which step, since when and until when. */
export function SanctionList(props: { view: SanctionView; entries: readonly SanctionEntry[] }) {
  const { t, language } = useTranslate()
  const { view } = props
  const until = (by: Date | null) => {
    if (view === 'proposed') return null
    return by
      ? t(`sanction.entry.by.${view}`, { at: formatDateTime(by, language) })
      : t('sanction.entry.forGood')
  }
  return (
    <RuledList label={t(`sanction.view.${view}`)}>
      {props.entries.map((entry) => (
        <RuledItem key={entry.id} id={`s-${entry.id}`}>
          <p className={styles.name}>
            <a href={paths.sanction(entry.id)}>
              {t('sanction.one.title', {
                name: entry.name,
                step: t(`sanction.step.${entry.step}`),
              })}
            </a>
          </p>
          <MetaLine>
            <span>
              {t(`sanction.entry.since.${view}`)} <DateTime value={entry.at} />
            </span>
            <span>{until(entry.by)}</span>
            <span>{t('sanction.entry.texts', { n: entry.texts })}</span>
            {view === 'proposed' && entry.byRule && <Tag>{t('sanction.entry.byRule')}</Tag>}
            {view === 'proposed' && entry.forAdmin && (
              <Tag tone="zhe">{t('sanction.entry.forAdmin')}</Tag>
            )}
          </MetaLine>
        </RuledItem>
      ))}
    </RuledList>
  )
}
