import { LinkTabs } from '~/components/ui/link-tabs'
import { COMMENT_KINDS, STANCES, type Stance } from '~/domain/comment/comment'
import {
  VOICES_SORTS,
  type VoicesFilter as Filter,
  type VoicesPlace,
} from '~/domain/comment/voices-place'
import { VOICES } from '~/domain/person/role'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './voices-filter.module.css'

/** Orders and filters of a topic's voices as plain links: one filter at a time, and what is chosen is marked. */
export function VoicesFilter(props: {
  topicId: string
  place: Pick<VoicesPlace, 'sort' | 'filter'>
  tallies: Partial<Record<Stance, number>>
}) {
  const { t } = useTranslate()
  const { topicId, place } = props
  const { sort, filter } = place
  const filterable = sort === 'responded' ? 'new' : sort
  const href = (to: { sort: string; by?: Filter['by']; value?: string }) => {
    const query = {
      sort: to.sort === 'new' ? undefined : to.sort,
      ...(to.by && { [to.by]: to.value }),
    }
    return `${paths.topic(topicId, query)}#voices`
  }
  const rows = [
    {
      by: 'stance' as const,
      label: t('thread.filter.stance'),
      options: STANCES.map((value) => ({
        value,
        label: t(`stance.${value}`),
        count: props.tallies[value] ?? 0,
      })),
    },
    {
      by: 'voice' as const,
      label: t('thread.filter.voice'),
      // On-site entries come with the studios' activities; until then there is nothing to choose.
      options: VOICES.filter((value) => value !== 'onSite').map((value) => ({
        value,
        label: t(`voice.${value}`),
      })),
    },
    {
      by: 'kind' as const,
      label: t('thread.filter.kind'),
      options: COMMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
  ]
  return (
    <div className={styles.filters} data-print="no">
      <LinkTabs
        label={t('thread.sort.label')}
        tabs={VOICES_SORTS.map((each) => ({
          href: href({
            sort: each,
            ...(each !== 'responded' && filter ? { by: filter.by, value: filter.value } : {}),
          }),
          label: t(`thread.sort.${each}`),
          current: each === sort,
        }))}
      />
      <nav aria-label={t('thread.filter.label')} className={styles.rows}>
        {rows.map((row) => (
          <dl key={row.by} className={styles.row}>
            <dt>{row.label}</dt>
            {row.options.map((option) => {
              const current = filter?.by === row.by && filter.value === option.value
              return (
                <dd key={option.value}>
                  <a
                    href={href({
                      sort: filterable,
                      // The chosen one leads back to all.
                      ...(current ? {} : { by: row.by, value: option.value }),
                    })}
                    aria-current={current ? 'true' : undefined}
                  >
                    {option.label}
                    {'count' in option && <span>{option.count}</span>}
                  </a>
                </dd>
              )
            })}
          </dl>
        ))}
      </nav>
    </div>
  )
}
