import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { SelectField } from '~/components/ui/field'
import { filterOfReason, REPORT_REASONS } from '~/domain/moderation/report'
import { REVIEW_AGES, isFiltered, type ReviewFilter } from '~/domain/moderation/review-filter'
import type { ReviewView } from '~/domain/moderation/review-view'
import { RULE_IDS } from '~/domain/moderation/screening/rules'
import { VOICES } from '~/domain/person/role'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReviewChoice, ReviewChoices } from '~/queries/list-review-choices.server'
import type { SavedFilter } from '~/queries/list-saved-filters.server'
import styles from './queue-filters.module.css'
import { ruleWords } from './rule-words'
import { SavedFilters } from './saved-filters'

/** More than this are not counted. */
const COUNTED_MOST = 200

/** What the list is narrowed to, how much passes, and the viewer's own filters. */
export function QueueFilters(props: {
  view: ReviewView
  filter: ReviewFilter
  choices: ReviewChoices
  saved: readonly SavedFilter[]
  /** How much passes, up to one more than is counted; null where that is not counted. */
  found: number | null
  /** The address of the view without any filter. */
  plainHref: string
}) {
  const { t } = useTranslate()
  const { filter, choices, found } = props
  const filtered = isFiltered(filter)
  const reported = props.view === 'reported'
  return (
    <div className={styles.filters} id="filters">
      {filtered && (
        <p className={styles.found} role="status">
          {found !== null && (
            <b>
              {found > COUNTED_MOST
                ? t('moderation.filter.foundMost', { n: COUNTED_MOST })
                : t('moderation.filter.found', { n: found })}
            </b>
          )}
          <a href={props.plainHref}>{t('moderation.filter.clear')}</a>
        </p>
      )}
      <Disclosure summary={t('moderation.filter.open')} id="filter">
        <form method="get" action={paths.moderation()} className={styles.form}>
          <input type="hidden" name="view" value={props.view} />
          <Chosen field="topic" choices={choices.topics} value={filter.topic} />
          <Chosen field="studio" choices={choices.studios} value={filter.studio} />
          <Chosen field="category" choices={choices.categories} value={filter.category} />
          <Chosen
            field="rule"
            label={t(reported ? 'moderation.filter.reason' : 'moderation.filter.rule')}
            choices={(reported ? REPORT_REASONS.map(filterOfReason) : RULE_IDS).map((id) => ({
              id,
              name: ruleWords(id, t),
            }))}
            value={filter.rule}
          />
          <SelectField
            name="age"
            id="filter-age"
            label={t('moderation.filter.age')}
            placeholder
            defaultValue={filter.age ?? ''}
            options={REVIEW_AGES.map((age) => ({
              value: age,
              label: t(`moderation.filter.age.${age}`),
            }))}
          />
          <SelectField
            name="voice"
            id="filter-voice"
            label={t('moderation.filter.voice')}
            placeholder
            defaultValue={filter.voice ?? ''}
            options={VOICES.map((voice) => ({ value: voice, label: t(`voice.${voice}`) }))}
          />
          <Actions>
            <Button variant="secondary">{t('moderation.filter.apply')}</Button>
          </Actions>
        </form>
      </Disclosure>
      <SavedFilters view={props.view} filter={filter} saved={props.saved} canSave={filtered} />
    </div>
  )
}

function Chosen(props: {
  field: 'topic' | 'studio' | 'category' | 'rule'
  /** By default what the field is called everywhere. */
  label?: string
  choices: readonly ReviewChoice[]
  value: string | null
}) {
  const { t } = useTranslate()
  const { field, choices, value } = props
  // What another view or an old address names stays there to be read.
  const other = value !== null && !choices.some(({ id }) => id === value)
  const otherName = field === 'rule' && value ? ruleWords(value, t) : t('moderation.filter.gone')
  return (
    <SelectField
      name={field}
      id={`filter-${field}`}
      label={props.label ?? t(`moderation.filter.${field}`)}
      placeholder
      defaultValue={value ?? ''}
      options={[
        ...choices.map(({ id, name }) => ({ value: id, label: name })),
        ...(other ? [{ value, label: otherName }] : []),
      ]}
    />
  )
}
