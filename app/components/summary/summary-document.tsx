import { DateTime } from '~/components/ui/date-time'
import { Tag } from '~/components/ui/tag'
import type { PointKind } from '~/domain/outcome/summary'
import { useTranslate } from '~/i18n/use-translate'
import type { SummaryView } from '~/queries/get-summary.server'
import { CitationList } from './citation-list'
import styles from './summary-document.module.css'

const TONES = { consensus: 'song', suggestion: 'dai', dissent: 'zhe' } as const satisfies Record<
  PointKind,
  string
>

/** An outcome summary as it is read: what came of the talk, point by point, each with what it rests on. */
export function SummaryDocument(props: {
  summary: SummaryView
  /** The page's own heading stands above it: its sections are h2, or h3 below a section. */
  headingLevel?: 2 | 3
}) {
  const { t } = useTranslate()
  const { summary } = props
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2'
  return (
    <article className={styles.document}>
      <p className={styles.verdict}>
        <span className={styles.verdictLabel}>{t('summary.verdict.label')}</span>
        <strong>{t(`verdict.${summary.verdict}`)}</strong>
      </p>
      <div
        className="prose prose-song"
        dangerouslySetInnerHTML={{ __html: summary.introductionHtml }}
      />
      <ol role="list" className={styles.points}>
        {summary.points.map((point, index) => (
          <li key={point.id} id={`p-${point.id}`} className={styles.point}>
            <Heading className={styles.number}>
              {t('summary.editor.point', { n: index + 1 })}{' '}
              <Tag tone={TONES[point.kind]}>{t(`summary.point.${point.kind}`)}</Tag>
            </Heading>
            <div className="prose prose-song" dangerouslySetInnerHTML={{ __html: point.html }} />
            <CitationList topicId={summary.topicId} citations={point.citations} />
          </li>
        ))}
      </ol>
      <footer className={styles.foot}>
        {summary.publishedBy && <p>{t('summary.publishedBy', { name: summary.publishedBy })}</p>}
        {summary.publishedAt && (
          <p>
            <DateTime value={summary.publishedAt} show="day" />
          </p>
        )}
        <p className={styles.statement}>{t('summary.statement')}</p>
      </footer>
    </article>
  )
}
