import { RoleMark } from '~/components/person/role-mark'
import { DateTime } from '~/components/ui/date-time'
import type { GoneWords } from '~/domain/comment/quote'
import type { PointKind } from '~/domain/outcome/summary'
import type { Voice } from '~/domain/person/role'
import type { Verdict } from '~/domain/topic/stage'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './outcome-document.module.css'

interface Cited {
  commentId: string
  words: {
    excerpt: string
    authorName: string
    voice: Voice
    authorTitle: string | null
    lang: string
    edited: boolean
  } | null
  gone: GoneWords | null
}

interface Point {
  id: string
  kind: PointKind
  html: string
  citations: readonly Cited[]
}

/** A published outcome as a document: what was concluded, point by point, and on whose words each rests. */
export function OutcomeDocument(props: {
  topic: { id: string; lang: string; code: string; studio: string }
  summary: {
    number: number
    verdict: Verdict
    introductionHtml: string
    publishedAt: Date | string
    publishedBy: string
    points: readonly Point[]
  }
}) {
  const { t } = useTranslate()
  const { topic, summary } = props
  return (
    <article className={styles.document}>
      <p className={styles.verdict}>{t(`verdict.${summary.verdict}`)}</p>
      <div
        className="prose prose-song"
        lang={topic.lang}
        dangerouslySetInnerHTML={{ __html: summary.introductionHtml }}
      />
      <ol role="list" className={styles.points}>
        {summary.points.map((point, index) => (
          <li key={point.id} id={`p-${point.id}`} className={styles.point}>
            <h2 className={styles.head}>
              {t('topic.outcome.point', { n: index + 1 })}
              <span className={styles.kind}>{t(`summary.point.${point.kind}`)}</span>
            </h2>
            <div
              className={`prose prose-song ${styles.conclusion}`}
              lang={topic.lang}
              dangerouslySetInnerHTML={{ __html: point.html }}
            />
            <Citations topicId={topic.id} citations={point.citations} />
          </li>
        ))}
      </ol>
      <p className={styles.signature}>
        <span>{topic.studio}</span>
        <span>{t('topic.outcome.signed', { name: summary.publishedBy })}</span>
        <DateTime value={summary.publishedAt} show="day" />
        <span className={styles.code}>{topic.code}</span>
      </p>
    </article>
  )
}

function Citations(props: { topicId: string; citations: readonly Cited[] }) {
  const { t } = useTranslate()
  if (props.citations.length === 0) {
    return <p className={styles.none}>{t('topic.outcome.citations.none')}</p>
  }
  return (
    <div className={styles.citations}>
      <h3 className={styles.label}>{t('topic.outcome.citations')}</h3>
      <ul role="list">
        {props.citations.map(({ commentId, words, gone }) => (
          <li key={commentId} className={styles.citation}>
            {words ? (
              <>
                <blockquote lang={words.lang} className={styles.words}>
                  {words.excerpt}
                </blockquote>
                <p className={styles.by}>
                  <b>{words.authorName}</b>
                  <RoleMark voice={words.voice} />
                  {words.authorTitle && <span>{words.authorTitle}</span>}
                  {words.edited && <span>{t('topic.outcome.edited')}</span>}
                  <a href={paths.comment(props.topicId, commentId)} data-print="no">
                    {t('topic.outcome.see')}
                  </a>
                </p>
              </>
            ) : (
              <p className={styles.none}>{t(`topic.outcome.${gone ?? 'removed'}`)}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
