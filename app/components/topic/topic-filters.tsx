import { Disclosure } from '~/components/ui/disclosure'
import { LinkChoices } from '~/components/ui/link-choices'
import { LinkTabs } from '~/components/ui/link-tabs'
import { STAGES } from '~/domain/topic/stage'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './topic-filters.module.css'

interface Query {
  sort: string | undefined
  stage: string | undefined
  category: string | undefined
  district: string | undefined
}

interface Named {
  id: string
  name: string
}

const SORTS = ['new', 'hot', 'responded'] as const

/** Orders and filters of the list of topics, as plain links: the stage in sight, category and place folded. */
export function TopicFilters(props: {
  query: Query
  sort: (typeof SORTS)[number]
  categories: readonly Named[]
  districts: readonly Named[]
}) {
  const { t } = useTranslate()
  const { query } = props
  const all = (name: keyof Query) => ({
    href: paths.topics({ ...query, [name]: undefined }),
    label: t('topics.filter.all'),
    current: query[name] === undefined,
  })
  const choices = (name: 'category' | 'district', options: readonly Named[]) => [
    all(name),
    ...options.map((option) => ({
      href: paths.topics({ ...query, [name]: option.id }),
      label: option.name,
      current: query[name] === option.id,
    })),
  ]
  return (
    <div className={styles.filters} data-print="no">
      <LinkTabs
        label={t('topics.filter.stage')}
        tabs={[
          all('stage'),
          ...STAGES.map((stage) => ({
            href: paths.topics({ ...query, stage }),
            label: t(`stage.${stage}`),
            current: query.stage === stage,
          })),
        ]}
      />
      <div className={styles.row}>
        <LinkChoices
          named
          label={t('topics.sort.label')}
          options={SORTS.map((sort) => ({
            href: paths.topics({ ...query, sort: sort === 'new' ? undefined : sort }),
            label: t(`topics.sort.${sort}`),
            current: props.sort === sort,
          }))}
        />
        <Disclosure
          summary={t('topics.filter.more')}
          open={query.category !== undefined || query.district !== undefined}
        >
          <LinkChoices
            named
            label={t('topics.filter.category')}
            options={choices('category', props.categories)}
          />
          <LinkChoices
            named
            label={t('topics.filter.district')}
            options={choices('district', props.districts)}
          />
        </Disclosure>
      </div>
    </div>
  )
}
