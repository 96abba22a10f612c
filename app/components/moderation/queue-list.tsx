import { DateTime } from '~/components/ui/date-time'
import { EmptyState } from '~/components/ui/empty-state'
import { Tag } from '~/components/ui/tag'
import { waitWords } from '~/components/receipt/wait-words'
import { waitInMinutes } from '~/domain/moderation/review-wait'
import { taskKindOf, type ReviewView } from '~/domain/moderation/review-view'
import { useTranslate } from '~/i18n/use-translate'
import type { ReviewEntry } from '~/queries/list-review-queue.server'
import { tickedValue } from '~/forms/review'
import { BULK_FORM } from './bulk-form'
import styles from './queue-list.module.css'
import { ruleWords } from './rule-words'
import { Speaker } from './speaker'

/** What the view holds: each entry is one link to its item. The one that is shown is marked. */
export function QueueList(props: {
  view: ReviewView
  filtered: boolean
  /** Entries can be ticked, to be decided on together. */
  tickable: boolean
  entries: readonly ReviewEntry[]
  now: Date
  currentId: string | null
  hrefOf: (commentId: string) => string
  /** A page behind the first one was emptied meanwhile. */
  firstHref: string | null
}) {
  const { t } = useTranslate()
  const { view } = props
  if (props.entries.length === 0) {
    const kind = props.filtered ? 'filtered' : view
    return (
      <EmptyState
        title={t(`moderation.empty.${kind}.title`)}
        action={props.firstHref && <a href={props.firstHref}>{t('moderation.list.first')}</a>}
      >
        <p>{t(`moderation.empty.${kind}.text`)}</p>
      </EmptyState>
    )
  }
  return (
    <ol role="list" className={styles.list}>
      {props.entries.map((entry) => (
        <li key={entry.key} className={styles.entry}>
          {props.tickable && entry.task && entry.recusal === null && (
            <label className={styles.tick}>
              <input
                type="checkbox"
                name="text"
                form={BULK_FORM}
                value={tickedValue(entry)}
                data-tick={entry.commentId}
              />
              <span className="visually-hidden">
                {t('moderation.bulk.tick', { name: entry.author.name })}
              </span>
            </label>
          )}
          <a
            className={styles.link}
            data-entry
            href={props.hrefOf(entry.commentId)}
            aria-current={entry.commentId === props.currentId ? 'true' : undefined}
          >
            <span className={styles.line}>
              <Speaker author={entry.author} />
              <EntryTime entry={entry} view={view} now={props.now} />
            </span>
            <span className={styles.excerpt}>{entry.excerpt}</span>
            <span className={styles.topic}>{entry.topic.title}</span>
            <EntryTags entry={entry} view={view} />
          </a>
        </li>
      ))}
    </ol>
  )
}

/** How long it has been waiting; when it was decided. */
function EntryTime(props: { entry: ReviewEntry; view: ReviewView; now: Date }) {
  const { t } = useTranslate()
  const { entry } = props
  // What is looked at again was decided long ago: it waits since it was drawn, not since it was sent.
  if (taskKindOf(props.view) === null || props.view === 'secondLook') {
    return (
      <span className={styles.time}>
        <DateTime value={entry.decision?.at ?? entry.sentAt} show="monthDay" />
      </span>
    )
  }
  const since = entry.task?.reports?.since ?? entry.sentAt
  const minutes = waitInMinutes(props.now.getTime() - since.getTime())
  return (
    <time className={styles.time} dateTime={since.toISOString()}>
      {t('moderation.list.waited', { time: waitWords(minutes, t) })}
    </time>
  )
}

function EntryTags(props: { entry: ReviewEntry; view: ReviewView }) {
  const { t } = useTranslate()
  const { entry } = props
  const { decision, task } = entry
  const words = [
    entry.reply && t('moderation.list.reply'),
    entry.edited && t('moderation.list.edited'),
  ].filter((word) => word !== false)
  const recused = task !== null && entry.recusal !== null
  if (words.length === 0 && !task && !decision) return null
  return (
    <span className={styles.tags}>
      {decision?.settlesAt && <Tag tone="zhe">{t('moderation.list.unsettled')}</Tag>}
      {decision && props.view === 'mine' && (
        <Tag tone={OUTCOME_TONES[decision.outcome]}>
          {t(`moderation.outcome.${decision.outcome}`)}
        </Tag>
      )}
      {decision && props.view !== 'mine' && !task?.reports && (
        <span>{t('moderation.list.decided', { who: decision.moderator })}</span>
      )}
      {words.map((word) => (
        <Tag key={word}>{word}</Tag>
      ))}
      {task?.overdue && <Tag tone="zhu">{t('moderation.list.overdue')}</Tag>}
      {task?.senior && <Tag tone="zhe">{t('moderation.list.senior')}</Tag>}
      {task?.reports?.hidden && <Tag tone="zhu">{t('moderation.list.hidden')}</Tag>}
      {task?.reports && <span>{t('moderation.list.reports', { n: task.reports.count })}</span>}
      {task?.rules.map((rule) => (
        <Tag key={rule}>{ruleWords(rule, t)}</Tag>
      ))}
      {task?.lease && !task.lease.mine && (
        <span>{t('moderation.list.leased', { who: task.lease.by })}</span>
      )}
      {recused && !task.senior && <Tag tone="zhe">{t('moderation.list.recused')}</Tag>}
    </span>
  )
}

/** The colours say again what the words say. */
export const OUTCOME_TONES = {
  approve: 'song',
  reject: 'zhu',
  return: 'zhe',
  forward: 'zhe',
} as const
