import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { PostForm } from '~/components/ui/post-form'
import { Tag } from '~/components/ui/tag'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ComparedVerdict, ContestedDecision } from '~/queries/list-contested.server'
import styles from './contested-list.module.css'
import { OUTCOME_TONES } from './queue-list'

/** Each text with the two decisions on it side by side, and what a 审核组长 can do about them. */
export function ContestedList({ entries }: { entries: readonly ContestedDecision[] }) {
  const { t } = useTranslate()
  if (entries.length === 0) {
    return (
      <EmptyState title={t('secondLook.empty.title')}>
        <p>{t('secondLook.empty.text')}</p>
      </EmptyState>
    )
  }
  return (
    <ol role="list" className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Contested entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Contested({ entry }: { entry: ContestedDecision }) {
  const { t } = useTranslate()
  const titleId = `contested-${entry.id}`
  return (
    <article className={styles.entry} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('secondLook.of', { name: entry.author })}
      </h2>
      <p className={styles.topic}>
        <a href={paths.topic(entry.topic.id)}>{entry.topic.title}</a>
      </p>
      <blockquote className={styles.text} lang={entry.lang}>
        {entry.text}
      </blockquote>
      <div className={styles.pair}>
        <Verdict title={t('secondLook.first')} verdict={entry.first} />
        <Verdict title={t('secondLook.second')} verdict={entry.second} />
      </div>
      <Deeds entry={entry} />
    </article>
  )
}

function Verdict({ title, verdict }: { title: string; verdict: ComparedVerdict }) {
  const { t, language } = useTranslate()
  const { outcome, masked, reasonLabel, reasonText, note } = verdict
  return (
    <section className={styles.verdict}>
      <h3 className={styles.label}>{title}</h3>
      <p>
        <Tag tone={OUTCOME_TONES[outcome]}>
          {t(masked ? 'moderation.outcome.masked' : `moderation.outcome.${outcome}`)}
        </Tag>{' '}
        {reasonLabel}
      </p>
      <p className={styles.small}>
        {t('secondLook.by', {
          who: verdict.moderator,
          at: formatDateTime(verdict.at, language),
        })}
      </p>
      {reasonText && <p className={styles.small}>{t('secondLook.words', { words: reasonText })}</p>}
      {note && <p className={styles.small}>{t('secondLook.note', { note })}</p>}
    </section>
  )
}

/** The view of the queue in which a comment of this standing is found. */
const VIEWS = {
  published: 'approved',
  rejected: 'rejected',
  returned: 'returned',
  hidden: 'reported',
  pending: 'pending',
  withdrawn: 'pending',
} as const

function Deeds({ entry }: { entry: ContestedDecision }) {
  const { t } = useTranslate()
  const reviseHref = paths.moderation({ view: VIEWS[entry.status], item: entry.commentId })
  return (
    <>
      {!entry.revisable && <p className={styles.small}>{t('secondLook.settled')}</p>}
      {entry.recusal && (
        <p className={styles.small}>
          {t(entry.recusal === 'first' ? 'secondLook.own' : `moderation.recusal.${entry.recusal}`)}
        </p>
      )}
      <Actions>
        {!entry.recusal && (
          <PostForm action={paths.secondLooks()}>
            <input type="hidden" name="secondLookId" value={entry.id} />
            <Button variant="secondary">
              {t(entry.revisable ? 'secondLook.uphold' : 'secondLook.close')}
            </Button>
          </PostForm>
        )}
        {entry.revisable && (!entry.recusal || entry.recusal === 'first') && (
          <ButtonLink href={`${reviseHref}#revise`} variant="quiet">
            {t('secondLook.revise')}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}
