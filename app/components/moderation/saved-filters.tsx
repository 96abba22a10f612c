import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Fields, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import type { ReviewFilter } from '~/domain/moderation/review-filter'
import type { ReviewView } from '~/domain/moderation/review-view'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { SavedFilter } from '~/queries/list-saved-filters.server'
import styles from './queue-filters.module.css'

/** The viewer's own filters: links, each with the way to remove it, and a form that keeps the present one. */
export function SavedFilters(props: {
  view: ReviewView
  filter: ReviewFilter
  saved: readonly SavedFilter[]
  /** Something is narrowed that could be kept. */
  canSave: boolean
}) {
  const { t } = useTranslate()
  const { saved, canSave, view, filter } = props
  if (saved.length === 0 && !canSave) return null
  return (
    <Disclosure summary={t('moderation.saved.open', { n: saved.length })}>
      {saved.length > 0 && (
        <ul role="list" className={styles.saved}>
          {saved.map(({ id, name, query }) => (
            <li key={id} className={styles.savedLine}>
              <a href={paths.moderationSaved(query)}>{name}</a>
              <PostForm action={paths.moderationFilters()}>
                <input type="hidden" name="remove" value={id} />
                <Button variant="quiet">
                  {t('moderation.saved.remove')}
                  <span className="visually-hidden">{name}</span>
                </Button>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
      {canSave && (
        <div className={styles.save}>
          <PostForm action={paths.moderationFilters()}>
            <input
              type="hidden"
              name="query"
              value={paths.moderation({ view, ...filter }).split('?')[1] ?? ''}
            />
            <Fields>
              <TextField name="name" id="filter-name" label={t('moderation.saved.name')} />
              <Actions>
                <Button variant="secondary">{t('moderation.saved.save')}</Button>
              </Actions>
            </Fields>
          </PostForm>
        </div>
      )}
    </Disclosure>
  )
}
