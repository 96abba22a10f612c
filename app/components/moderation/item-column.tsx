import type { ReactNode } from 'react'
import { Button, ButtonLink } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReviewItem } from '~/queries/get-review-item.server'
import type { ForwardDepartment } from '~/queries/list-forward-departments.server'
import type { ReasonInUse } from '~/queries/list-rejection-reasons.server'
import { DecisionForms, type ReturnedDecision } from './decision-forms'
import { ConflictNotice, UndoLine, type DecisionConflict } from './decision-notices'
import styles from './item-column.module.css'
import { ReviewedText } from './reviewed-text'
import { WaitingReports } from './waiting-reports'

/** Why a decision was not carried out: mistakes in its form, or somebody who was faster. */
export interface RefusedDecision {
  returned: ReturnedDecision
  conflict?: DecisionConflict
}

/** The text under review, what happened to it, and what the viewer can do about it. */
export function ItemColumn(props: {
  item: ReviewItem
  now: Date
  reasons: readonly ReasonInUse[]
  departments: readonly ForwardDepartment[]
  /** Where the forms post to. */
  action: string
  /** Back to the list, where one is shown at a time. */
  backHref: string
  /** The next one, when this one is decided already. */
  nextHref: string | null
  notice?: ReactNode
  refused?: RefusedDecision
}) {
  const { t } = useTranslate()
  const { item, refused } = props
  const leasedBy = item.recusal === null && item.open ? item.task?.leasedBy : null
  const decides = item.open && item.recusal === null && !leasedBy
  const revisable =
    !item.open && item.recusal === null && item.decisions.find((each) => each.revisable)
  return (
    <div
      id="item"
      tabIndex={-1}
      className={styles.column}
      {...(decides &&
        item.task && { 'data-lease': item.task.id, 'data-lease-action': paths.moderationLease() })}
    >
      <p className={styles.back}>
        <a href={props.backHref}>{t('moderation.list.back')}</a>
      </p>
      {props.notice}
      {refused?.conflict && <ConflictNotice conflict={refused.conflict} formsKeepWords={decides} />}
      <ReviewedText item={item} now={props.now} />
      {item.reports && <WaitingReports reports={item.reports} hidden={item.status === 'hidden'} />}
      {decides && (
        <DecisionForms
          item={item}
          reasons={props.reasons}
          departments={props.departments}
          action={props.action}
          returned={refused?.returned}
        />
      )}
      {item.open && item.recusal && (
        <Notice kind="info" title={t('moderation.recusal.title')}>
          <p>{t(`moderation.recusal.${item.recusal}`)}</p>
        </Notice>
      )}
      {leasedBy && item.task && (
        <Leased taskId={item.task.id} lease={leasedBy} backHref={props.action} />
      )}
      {!item.open && !refused?.conflict && <Closed item={item} />}
      {revisable && (
        <Disclosure
          id="revise"
          summary={t('moderation.revise.open')}
          open={refused !== undefined && !refused.conflict}
        >
          <p>{t('moderation.revise.hint')}</p>
          <DecisionForms
            item={item}
            reasons={props.reasons}
            departments={props.departments}
            action={props.action}
            returned={refused?.returned}
            previousId={revisable.id}
          />
        </Disclosure>
      )}
      {!item.open && props.nextHref && (
        <p>
          <ButtonLink href={props.nextHref} variant="secondary">
            {t('moderation.conflict.next')}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

/** A colleague has it open; the viewer can take it over. */
function Leased(props: { taskId: string; lease: { name: string; until: Date }; backHref: string }) {
  const { t, language } = useTranslate()
  const { lease } = props
  return (
    <Notice kind="info" title={t('moderation.lease.title', { who: lease.name })}>
      <p>{t('moderation.lease.text', { at: formatDateTime(lease.until, language) })}</p>
      <PostForm action={paths.moderationLease()}>
        <input type="hidden" name="take" value={props.taskId} />
        <input type="hidden" name="back" value={props.backHref} />
        <Button variant="secondary">{t('moderation.lease.take')}</Button>
      </PostForm>
    </Notice>
  )
}

/** What was decided on the text, or that its author took it back. */
function Closed({ item }: { item: ReviewItem }) {
  const { t, language } = useTranslate()
  if (item.latestStatus === 'withdrawn') {
    return <Notice kind="info" title={t('moderation.closed.withdrawn')} />
  }
  const decision = item.decisions.find(
    ({ revisionNumber, current }) => revisionNumber === item.revision.number && current,
  )
  if (!decision) return null
  const words = {
    who: decision.moderator,
    at: formatDateTime(decision.at, language),
  }
  return (
    <Notice kind="info" title={t('moderation.closed.decided')}>
      <p>{t(`moderation.conflict.${decision.outcome}`, words)}</p>
      <UndoLine decision={decision} />
      {decision.reasonText && (
        <p>
          {t('moderation.history.told')}
          {decision.reasonText}
        </p>
      )}
    </Notice>
  )
}
