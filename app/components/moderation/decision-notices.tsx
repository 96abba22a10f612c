import type { ReactNode } from 'react'
import { Actions, Button } from '~/components/ui/button'
import { TextArea } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { formatDateTime, formatTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnDecision } from '~/queries/get-own-decision.server'
import styles from './decision-notices.module.css'

/** What was in the way of a decision: see the error `conflict` of the commands. */
export interface DecisionConflict {
  what: ReviewOutcome | 'edited' | 'withdrawn' | 'changed' | 'leased'
  who: string
  /** ISO; empty where it is not known. */
  at: string
  mine: boolean
  /** The label of a decision's reason, and what its author reads; empty where there is none. */
  reason: string
  reasonText: string
  /** The words that were typed for the decision, to be kept. */
  typed: string
}

/**
 * Where the focus goes when the page comes back, without script: what happened is heard first, and the next step
 * of the keyboard leads into the item below.
 */
function Focused(props: { children: ReactNode }) {
  const focused = { autoFocus: true, tabIndex: -1 }
  return (
    <div {...focused} className={styles.focused}>
      {props.children}
    </div>
  )
}

/** What was done to the page itself, such as keeping a filter or undoing a decision. */
export function DidNotice({ words }: { words: string }) {
  return (
    <Focused>
      <Notice kind="info" title={words} live />
    </Focused>
  )
}

/** What has just been decided. */
export function DoneNotice({ done }: { done: OwnDecision }) {
  const { t } = useTranslate()
  return (
    <Focused>
      <Notice
        kind="success"
        title={t(
          `moderation.done.${done.settlesAt ? (`waits.${done.outcome}` as const) : done.outcome}`,
        )}
        live
      >
        <p>
          {t('moderation.done.text', { name: done.authorName, topic: done.topicTitle })}{' '}
          <a href={paths.moderation({ view: 'mine', item: done.commentId })}>
            {t('moderation.done.look')}
          </a>
        </p>
        <UndoLine decision={{ ...done, mine: true }} />
      </Notice>
    </Focused>
  )
}

/** When a decision takes effect, and until then the way to undo one's own. */
export function UndoLine(props: {
  decision: { id: string; settlesAt: Date | null; mine: boolean }
}) {
  const { t } = useTranslate()
  const { id, settlesAt, mine } = props.decision
  if (!settlesAt) return null
  return (
    <>
      <p>{t('moderation.done.waits', { at: formatTime(settlesAt) })}</p>
      {mine && (
        <PostForm action={paths.moderationUndo()} data-deed="undo">
          <input type="hidden" name="decisionId" value={id} />
          <Actions>
            <Button variant="secondary">{t('moderation.undo.button')}</Button>
          </Actions>
        </PostForm>
      )}
    </>
  )
}

/** Why somebody who was faster decided so, in one line. */
export function ReasonLine({ reason, reasonText }: { reason: string; reasonText: string }) {
  const { t } = useTranslate()
  if (reason && reasonText) {
    return <p>{t('moderation.conflict.reason', { reason, words: reasonText })}</p>
  }
  const words = reason || reasonText
  return words ? <p>{t('moderation.conflict.reasonOnly', { words })}</p> : null
}

/** Somebody was faster: who, with what, why, and the words that were typed. */
export function ConflictNotice(props: {
  conflict: DecisionConflict
  /** The item still waits, and its forms hold what was typed. */
  formsKeepWords: boolean
}) {
  const { t, language } = useTranslate()
  const { conflict } = props
  const { what, who } = conflict
  const at = conflict.at ? formatDateTime(new Date(conflict.at), language) : ''
  const isDecision =
    what === 'approve' || what === 'reject' || what === 'return' || what === 'forward'
  return (
    <Focused>
      <Notice kind="warning" title={t('moderation.conflict.title')} live>
        <p>
          {isDecision && conflict.mine
            ? t('moderation.conflict.mine', { at, outcome: t(`moderation.outcome.${what}`) })
            : t(`moderation.conflict.${what}`, { who, at })}{' '}
          {conflict.typed && t('moderation.conflict.kept')}
        </p>
        <ReasonLine {...conflict} />
      </Notice>
      {conflict.typed && !props.formsKeepWords && (
        <TextArea
          name="typed"
          label={t('moderation.conflict.typed')}
          defaultValue={conflict.typed}
          rows={4}
          readOnly
        />
      )}
    </Focused>
  )
}
