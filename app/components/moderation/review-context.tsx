import type { ReactNode } from 'react'
import { Ladder } from '~/components/sanction/ladder'
import { Button } from '~/components/ui/button'
import { DateTime } from '~/components/ui/date-time'
import { Disclosure } from '~/components/ui/disclosure'
import { PostForm } from '~/components/ui/post-form'
import { Tag } from '~/components/ui/tag'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths, type QueueQuery } from '~/paths'
import type { ReviewItem, SpokenAround } from '~/queries/get-review-item.server'
import { STATUS_TONES } from './reviewed-text'
import styles from './review-context.module.css'
import { SimilarComments } from './similar-comments'
import { Speaker } from './speaker'

const RECORD = ['published', 'rejected', 'returned'] as const
const DAY_MS = 24 * 60 * 60 * 1000

/** What stands around a text under review: the talk it belongs to, its author's standing, what was decided before. */
export function ReviewContext(props: {
  item: ReviewItem
  now: Date
  /** Where in the queue it was opened. */
  place: QueueQuery
}) {
  const { item } = props
  return (
    <div className={styles.context} id="context">
      <SimilarComments item={item} place={props.place} />
      <Conversation item={item} />
      <Author item={item} now={props.now} />
      <History item={item} />
    </div>
  )
}

function Part(props: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-labelledby={props.id}>
      <h2 id={props.id} className={styles.title}>
        {props.title}
      </h2>
      {props.children}
    </section>
  )
}

function Conversation({ item }: { item: ReviewItem }) {
  const { t } = useTranslate()
  const others = item.neighbours.filter(({ id }) => id !== item.repliedTo?.id)
  return (
    <Part id="context-title" title={t('moderation.context.title')}>
      <h3 className={styles.label}>{t('moderation.context.topic')}</h3>
      <p className={styles.question}>{item.topic.question}</p>
      <p className={styles.small}>
        {item.topic.studio} · {t(`stage.${item.topic.stage}`)} · {t(`topicMode.${item.topic.mode}`)}
      </p>
      {item.root && (
        <>
          <h3 className={styles.label}>{t('moderation.context.root')}</h3>
          <Said said={item.root} />
        </>
      )}
      {item.repliedTo && (
        <>
          <h3 className={styles.label}>{t('moderation.context.repliedTo')}</h3>
          <Said said={item.repliedTo} />
        </>
      )}
      {others.length > 0 && (
        <Disclosure summary={t('moderation.context.neighbours', { n: others.length })}>
          <div className={styles.others}>
            {others.map((said) => (
              <Said key={said.id} said={said} />
            ))}
          </div>
        </Disclosure>
      )}
      <p className={styles.small}>
        <a
          className={styles.way}
          href={
            item.status === 'published'
              ? paths.comment(item.topic.id, item.id)
              : item.root
                ? paths.conversation(item.topic.id, item.root.id)
                : paths.topic(item.topic.id)
          }
        >
          {t('moderation.context.inThread')}
        </a>
      </p>
      {item.topic.pausable && (
        <PostForm action={paths.moderationPause()}>
          <input type="hidden" name="topicId" value={item.topic.id} />
          <input type="hidden" name="version" value={item.topic.version} />
          <input type="hidden" name="paused" value={item.topic.paused ? '0' : '1'} />
          <input type="hidden" name="item" value={item.id} />
          <Button variant="quiet">
            {t(item.topic.paused ? 'moderation.resume.button' : 'moderation.pause.button')}
          </Button>
        </PostForm>
      )}
    </Part>
  )
}

function Said({ said }: { said: SpokenAround }) {
  const { t } = useTranslate()
  return (
    <div className={styles.said}>
      <p className={styles.who}>
        <Speaker author={said.author} />
        {said.stance && <span className={styles.small}>{t(`stance.${said.stance}`)}</span>}
      </p>
      {said.html ? (
        <div className={styles.words} dangerouslySetInnerHTML={{ __html: said.html }} />
      ) : (
        <p className={styles.small}>{t('moderation.context.gone')}</p>
      )}
    </div>
  )
}

function Author({ item, now }: { item: ReviewItem; now: Date }) {
  const { t, language } = useTranslate()
  const { author } = item
  return (
    <Part id="author-title" title={t('moderation.author.title')}>
      <p>
        <Speaker author={author} />
      </p>
      <p className={styles.small}>
        {t('moderation.author.since', {
          date: formatDate(author.since, language),
          n: Math.floor((now.getTime() - author.since.getTime()) / DAY_MS),
        })}
      </p>
      <dl className={styles.record}>
        {RECORD.map((name) => (
          <div key={name} className={styles.count}>
            <dt className={styles.small}>{t(`moderation.author.${name}`)}</dt>
            <dd className={styles.figure}>{author[name]}</dd>
          </div>
        ))}
      </dl>
      {author.ladder.length > 0 && (
        <>
          <h3 className={styles.label}>{t('sanction.ladder.title')}</h3>
          <Ladder entries={author.ladder} />
        </>
      )}
      {item.recusal !== 'own' && (
        <p className={styles.small}>
          <SanctionWay item={item} />
        </p>
      )}
      {item.byAuthor.length > 0 && (
        <>
          <h3 className={styles.label}>{t('moderation.author.others')}</h3>
          <ul role="list" className={styles.others}>
            {item.byAuthor.map((other) => (
              <li key={other.id}>
                <a href={paths.moderation({ item: other.id })} className={styles.other}>
                  {other.excerpt}
                </a>
                <p className={styles.small}>
                  <Tag tone={STATUS_TONES[other.status]}>
                    {t(`moderation.status.${other.status}`)}
                  </Tag>{' '}
                  <DateTime value={other.at} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

/** To the proposal that waits, or to a new one. */
function SanctionWay({ item }: { item: ReviewItem }) {
  const { t } = useTranslate()
  const waiting = item.author.ladder.find(({ standing }) => standing === 'proposed')
  return waiting ? (
    <a className={styles.way} href={paths.sanction(waiting.id)}>
      {t('sanction.queue.open')}
    </a>
  ) : (
    <a className={styles.way} href={paths.newSanction({ comment: item.id })}>
      {t('sanction.queue.propose')}
    </a>
  )
}

function History({ item }: { item: ReviewItem }) {
  const { t } = useTranslate()
  if (item.decisions.length === 0 && item.earlier.length === 0) return null
  return (
    <Part id="history-title" title={t('moderation.history.title')}>
      {item.decisions.length > 0 && (
        <ol role="list" className={styles.others}>
          {item.decisions.map((decision) => (
            <li key={decision.id}>
              <p>
                <b>
                  {t('moderation.history.decided', {
                    who: decision.moderator,
                    outcome: t(
                      `moderation.outcome.${decision.masked ? 'masked' : decision.outcome}` as const,
                    ),
                  })}
                </b>
                {decision.reasonLabel && <> {decision.reasonLabel}</>}
              </p>
              <p className={styles.small}>
                <DateTime value={decision.at} /> ·{' '}
                {t('moderation.item.number', { n: decision.revisionNumber })}
              </p>
              {decision.reasonText && (
                <p>
                  {t('moderation.history.told')}
                  {decision.reasonText}
                </p>
              )}
              {decision.note && (
                <p>
                  {t('moderation.history.note')}
                  {decision.note}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {item.earlier.map((text) => (
        <Disclosure key={text.number} summary={t('moderation.history.text', { n: text.number })}>
          <p className={styles.small}>
            <Tag tone={STATUS_TONES[text.status]}>{t(`moderation.status.${text.status}`)}</Tag>{' '}
            <DateTime value={text.sentAt} />
          </p>
          <p className={styles.plain} lang={item.revision.lang}>
            {text.text}
          </p>
        </Disclosure>
      ))}
    </Part>
  )
}
