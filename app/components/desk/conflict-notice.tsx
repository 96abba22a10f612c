import { Notice } from '~/components/ui/notice'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import type { Conflict } from '~/forms/conflict'
import { useTranslate } from '~/i18n/use-translate'
import type { MessageKey } from '~/i18n/zh-hans'

/** What an audit action is called where it was faster than the reader. */
const DEEDS: Record<string, MessageKey> = {
  'response.drafted': 'desk.change.responseDrafted',
  'response.submitted': 'desk.change.responseSubmitted',
  'response.returned': 'desk.change.responseReturned',
  'response.published': 'desk.change.responsePublished',
  'response.scheduled': 'answer.change.scheduled',
  'response.unscheduled': 'answer.change.unscheduled',
  'response.correctionBegun': 'answer.change.correctionBegun',
  'response.correctionAbandoned': 'answer.change.correctionAbandoned',
  'response.corrected': 'answer.change.corrected',
  'response.promiseMarked': 'commitment.change.promiseMarked',
  'response.promiseRemoved': 'commitment.change.promiseRemoved',
  'commitment.progress': 'commitment.change.progress',
  'commitment.kept': 'commitment.change.kept',
  'commitment.withdrawn': 'commitment.change.withdrawn',
  'commitment.moveAsked': 'commitment.change.moveAsked',
  'commitment.moved': 'commitment.change.moved',
  'commitment.moveRefused': 'commitment.change.moveRefused',
  'contribution.saved': 'answer.change.contribution',
  'contribution.finished': 'answer.change.contribution',
  'assignment.made': 'desk.change.assignmentMade',
  'assignment.acknowledged': 'desk.change.assignmentAcknowledged',
  'reopening.granted': 'desk.change.reopeningGranted',
  'reopening.declined': 'desk.change.reopeningDeclined',
  'assignment.returnRequested': 'desk.change.assignmentReturnRequested',
  'assignment.returnGranted': 'desk.change.assignmentReturnGranted',
  'assignment.returnRefused': 'desk.change.assignmentReturnRefused',
  'assignment.reassigned': 'desk.change.assignmentReassigned',
  'assignment.extensionRequested': 'desk.change.assignmentExtensionRequested',
  'assignment.extensionGranted': 'desk.change.assignmentExtensionGranted',
  'assignment.extensionRefused': 'desk.change.assignmentExtensionRefused',
  'assignment.dueSettled': 'desk.change.assignmentDueSettled',
  'assignment.reminded': 'desk.change.assignmentReminded',
  'assignment.supervised': 'desk.change.assignmentSupervised',
  'assignment.handedOver': 'desk.change.assignmentHandedOver',
  'topic.merged': 'desk.change.topicMerged',
  'topic.edited': 'desk.change.topicEdited',
  'topic.moved': 'desk.change.topicMoved',
  'topic.paused': 'desk.change.topicPaused',
  'topic.resumed': 'desk.change.topicResumed',
  'summary.drafted': 'desk.change.summaryDrafted',
  'summary.cited': 'desk.change.summaryCited',
  'summary.published': 'desk.change.summaryPublished',
}

/** What an audit action is called to who came too late. */
export function deedOf(what: string): MessageKey {
  return DEEDS[what] ?? 'desk.change.other'
}

/** Somebody was faster: who, with what, when; and what became of what the reader typed. */
export function ConflictNotice(props: {
  conflict: Conflict
  /** What was typed stands in the form below. */
  kept?: boolean
}) {
  const { t, language } = useTranslate()
  const { what, who, at, mine } = props.conflict
  const words = {
    who,
    what: t(deedOf(what)),
    at: at ? formatDateTime(new Date(at), language) : '',
  }
  const told = at === '' || (who === '' && !mine)
  return (
    <Notice kind="warning" title={t('desk.conflict.title')} live>
      <p>
        {told
          ? t('desk.conflict.unknown')
          : t(mine ? 'desk.conflict.mine' : 'desk.conflict.by', words)}
      </p>
      <p>{t(props.kept ? 'desk.conflict.kept' : 'desk.conflict.fresh')}</p>
    </Notice>
  )
}
