import { Disclosure } from '~/components/ui/disclosure'
import { DateTime } from '~/components/ui/date-time'
import { MetaLine } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { waitWords } from '~/components/receipt/wait-words'
import { waitInMinutes } from '~/domain/moderation/review-wait'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReviewItem } from '~/queries/get-review-item.server'
import styles from './reviewed-text.module.css'
import { ReviewedFiles } from './reviewed-files'
import { ScreenedText } from './screened-text'
import { Speaker } from './speaker'
import { TextChanges } from './text-changes'

/** The text under review: whose, where, since when; the words, and what an edit changed of them. */
export function ReviewedText(props: { item: ReviewItem; now: Date }) {
  const { t, language } = useTranslate()
  const { item } = props
  const { revision } = item
  // Of reports the public text is shown, whatever has become of a newer one.
  const status = item.reports ? item.status : item.latestStatus
  const waits = status === 'pending'
  const waited = waitInMinutes(props.now.getTime() - revision.sentAt.getTime())
  return (
    <article className={styles.article} aria-labelledby="item-title">
      <h2 id="item-title" className={styles.title}>
        <span className="visually-hidden">{t('moderation.item.label')}</span>
        <Speaker author={item.author} />
      </h2>
      <MetaLine>
        <a href={paths.topic(item.topic.id)}>{item.topic.title}</a>
      </MetaLine>
      <MetaLine>
        {!waits && <Tag tone={STATUS_TONES[status]}>{t(`moderation.status.${status}`)}</Tag>}
        {revision.stance && <Tag>{t(`stance.${revision.stance}`)}</Tag>}
        <Tag>{t(`kind.${revision.kind}`)}</Tag>
        <span>
          {t('moderation.item.sent')} <DateTime value={revision.sentAt} />
        </span>
        {waits && !item.secondLookId && (
          <span>{t('moderation.item.waited', { time: waitWords(waited, t) })}</span>
        )}
        {item.task && (
          <span>
            {t(item.task.overdue ? 'moderation.item.overdue' : 'moderation.item.due', {
              at: formatDateTime(item.task.dueAt, language),
            })}
          </span>
        )}
        {revision.number > 1 && <span>{t('moderation.item.number', { n: revision.number })}</span>}
      </MetaLine>
      {item.open && item.status === 'published' && !item.reports && (
        <p className={styles.aside}>
          {t(waits ? 'moderation.item.publishedMeanwhile' : 'moderation.item.after')}
        </p>
      )}
      {item.task?.senior && item.task.seniorNote && (
        <p className={styles.aside}>{t('moderation.escalated', { note: item.task.seniorNote })}</p>
      )}
      {item.quoted && (
        <figure className={styles.quote}>
          <figcaption className={styles.aside}>
            {t('moderation.item.quotes')} <Speaker author={item.quoted.author} />
          </figcaption>
          {item.quoted.html ? (
            <blockquote
              className="prose"
              lang={item.revision.lang}
              dangerouslySetInnerHTML={{ __html: item.quoted.html }}
            />
          ) : (
            <p className={styles.aside}>{t('moderation.context.gone')}</p>
          )}
        </figure>
      )}
      {item.changes ? (
        <>
          <section className={styles.changes} aria-labelledby="changes-title">
            <h3 id="changes-title">{t('moderation.item.changes')}</h3>
            <p className={styles.aside}>{t('moderation.item.changesHint')}</p>
            <div className={styles.sheet}>
              <TextChanges parts={item.changes} lang={revision.lang} />
            </div>
          </section>
          <Disclosure summary={t('moderation.item.full')}>
            <Words html={revision.html} lang={revision.lang} />
          </Disclosure>
        </>
      ) : (
        <div className={styles.sheet}>
          <Words html={revision.html} lang={revision.lang} />
        </div>
      )}
      <ReviewedFiles item={item} />
      <ScreenedText revision={revision} />
      <Disclosure summary={t('moderation.item.source')}>
        <pre className={styles.source} lang={revision.lang}>
          {revision.originalText ?? revision.text}
        </pre>
      </Disclosure>
    </article>
  )
}

function Words(props: { html: string; lang: string }) {
  return (
    <div className="prose" lang={props.lang} dangerouslySetInnerHTML={{ __html: props.html }} />
  )
}

/** The colours say again what the words say. */
export const STATUS_TONES = {
  pending: 'zhe',
  published: 'song',
  hidden: 'zhu',
  rejected: 'zhu',
  returned: 'zhe',
  withdrawn: 'plain',
  superseded: 'plain',
} as const
