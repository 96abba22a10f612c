import type { ReactNode } from 'react'
import { TextArea } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnDecision } from '~/queries/get-own-decision.server'
import styles from './decision-notices.module.css'

/** What was in the way of a decision: see the error `conflict` of the commands. */
export interface DecisionConflict {
  what: ReviewOutcome | 'edited' | 'withdrawn' | 'changed'
  who: string
  /** ISO; empty where it is not known. */
  at: string
  mine: boolean
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

/** What has just been decided. */
export function DoneNotice({ done }: { done: OwnDecision }) {
  const { t } = useTranslate()
  return (
    <Focused>
      <Notice kind="success" title={t(`moderation.done.${done.outcome}`)} live>
        <p>
          {t('moderation.done.text', { name: done.authorName, topic: done.topicTitle })}{' '}
          <a href={paths.moderation({ view: 'mine', item: done.commentId })}>
            {t('moderation.done.look')}
          </a>
        </p>
      </Notice>
    </Focused>
  )
}

/** Somebody was faster: who, with what, and the words that were typed. */
export function ConflictNotice(props: {
  conflict: DecisionConflict
  /** The item still waits, and its forms hold what was typed. */
  formsKeepWords: boolean
}) {
  const { t, language } = useTranslate()
  const { conflict } = props
  const { what, who } = conflict
  const at = conflict.at ? formatDateTime(new Date(conflict.at), language) : ''
  const isDecision = what === 'approve' || what === 'reject' || what === 'return'
  return (
    <Focused>
      <Notice kind="warning" title={t('moderation.conflict.title')} live>
        <p>
          {isDecision && conflict.mine
            ? t('moderation.conflict.mine', { at, outcome: t(`moderation.outcome.${what}`) })
            : t(`moderation.conflict.${what}`, { who, at })}{' '}
          {conflict.typed && t('moderation.conflict.kept')}
        </p>
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
