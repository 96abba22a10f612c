import type { SummaryMissing } from '~/domain/outcome/summary'
import { formatDate, formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { SummaryEditor } from '~/queries/get-summary-editor.server'
import { Coverage } from './coverage'
import styles from './summary-side.module.css'

/** Beside the editor: what is missing, what is covered, what was published before. */
export function SummarySide(props: {
  editor: SummaryEditor
  missing: readonly SummaryMissing[] | null
}) {
  const { t, language } = useTranslate()
  const { editor, missing } = props
  const { draft, topic } = editor
  return (
    <div className={styles.side}>
      {missing && (
        <section id="missing" aria-labelledby="missing-title" className={styles.part}>
          <h2 id="missing-title" className={styles.title}>
            {t('summary.editor.missing.title')}
          </h2>
          {missing.length === 0 ? (
            <p>{t('summary.editor.missing.none')}</p>
          ) : (
            <ul className={styles.missing}>
              {missing.map(({ code, n }) => (
                <li key={`${code} ${n}`}>{t(`summary.missing.${code}`, { n })}</li>
              ))}
            </ul>
          )}
          {draft && (
            <p className={styles.hint}>
              {t('summary.editor.saved', { date: formatDateTime(draft.updatedAt, language) })}
            </p>
          )}
        </section>
      )}
      <Coverage coverage={editor.coverage} />
      {topic.summaries.length > 0 && (
        <section aria-labelledby="published-title" className={styles.part}>
          <h2 id="published-title" className={styles.title}>
            {t('summary.editor.published')}
          </h2>
          <ul role="list">
            {topic.summaries.map(({ number, publishedAt }) => (
              <li key={number}>
                {t('studioDesk.topic.summary.published', {
                  n: number,
                  date: publishedAt ? formatDate(publishedAt, language) : '',
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
