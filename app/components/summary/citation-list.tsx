import { Speaker } from '~/components/moderation/speaker'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { CitationView } from '~/queries/get-summary-draft.server'
import styles from './citation-list.module.css'

/** What a point rests on: whose words, as they were cited. Where the words were taken back, their place stays. */
export function CitationList(props: { topicId: string; citations: readonly CitationView[] }) {
  const { t } = useTranslate()
  if (props.citations.length === 0) return null
  return (
    <div className={styles.citations}>
      <p className={styles.label}>{t('summary.citations.label')}</p>
      <ul role="list" className={styles.list}>
        {props.citations.map((citation) => (
          <li key={citation.commentId} className={styles.citation}>
            <Cited topicId={props.topicId} citation={citation} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Cited({ topicId, citation }: { topicId: string; citation: CitationView }) {
  const { t } = useTranslate()
  const { words } = citation
  // Who took their words back is not named beside them either.
  if (words.kind !== 'words') {
    return <p className={styles.gone}>{t(`summary.citation.${words.kind}`)}</p>
  }
  return (
    <>
      <p>
        <Speaker
          author={{
            name: citation.authorName,
            voice: citation.voice,
            title: citation.authorTitle,
          }}
        />
      </p>
      <blockquote lang={citation.lang} className={styles.words}>
        {words.excerpt}
      </blockquote>
      <p className={styles.links}>
        {words.edited && <span>{t('summary.citation.edited')}</span>}
        <a href={paths.comment(topicId, citation.commentId)}>
          {t('summary.citation.toComment')}
          <span className="visually-hidden">{citation.authorName}</span>
        </a>
      </p>
    </>
  )
}
