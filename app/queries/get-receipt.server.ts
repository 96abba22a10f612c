import { RECEIPT_ACTIONS, type ReceiptAction } from '~/domain/audit/receipt-proof'
import type { CommentKind, Stance } from '~/domain/comment/comment'
import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import {
  authorStanding,
  isRevisable,
  standingOf,
  type AuthorStanding,
} from '~/domain/moderation/standing'
import { isRuleId, type RuleId } from '~/domain/moderation/screening/rules'
import { isId } from '~/domain/shared/id'
import type { TopicMode } from '~/domain/topic/stage'
import { canComment } from '~/policies/comment'
import type { Scope } from '~/server/scope.server'
import { getOwnAppeal, type AppealStanding } from './get-own-appeal.server'
import { getUsualWait, type UsualWait } from './get-usual-wait.server'
import { listReceiptSteps } from './list-receipt-steps.server'
import { filesOf, filesOfRevision, type AttachedFile } from './attached-files'
import { settledDecision } from './settled-decision'

/** A text of the comment as it was sent, and what was decided on it. */
export interface ReceiptSending {
  number: number
  sentAt: Date
  decision: {
    outcome: ReviewOutcome
    at: Date
    reasonText: string | null
    /** It was made since the text was reported, and has hidden words of it where `masked`. */
    onReports: boolean
    masked: boolean
  } | null
}

/** Something that was done, as it stands in the log. */
export interface RecordedStep {
  action: ReceiptAction
  at: Date
  /** Its place in the log, from 0; null while it waits to be sealed. */
  position: number | null
}

export interface Receipt {
  /** The receipt's number: the comment's id. */
  id: string
  topic: { id: string; title: string; mode: TopicMode }
  standing: AuthorStanding
  receivedAt: Date
  stance: Stance | null
  kind: CommentKind
  lang: string
  /** The newest text, as safe HTML; null after a withdrawal. */
  html: string | null
  /** What was typed, where parts of it are hidden in the text that is or would be public. */
  typed: string | null
  /** Photographs and documents of the newest text; none after a withdrawal. */
  files: AttachedFile[]
  sending: ReceiptSending
  /** The screening rules that have the newest text wait for a moderator, whatever the topic's mode. */
  heldBy: RuleId[]
  /** 转办 to departments: null where nobody was asked to, no departments while it is asked for. */
  forwarded: { departments: string[]; dueAt: Date | null } | null
  /** What was sent before it, newest first. */
  earlier: ReceiptSending[]
  /** 并入同类: it is shown under the comment `leadId`, with others that ask for the same. */
  sameDemand: { leadId: string; people: number } | null
  usualWait: UsualWait | 'tooFew'
  appeal: AppealStanding
  /** What was done, the oldest first; none of what was brought in from elsewhere. */
  steps: RecordedStep[]
  /** The author can send a changed text now. */
  canEdit: boolean
  /** 被举报，正在复核: until when a moderator looks at it; null while it is not hidden. */
  hiddenUntil: Date | null
}

/**
 * The receipt of a comment, for its author alone: for everybody else there is none.
 *
 * @throws AppError notFound
 */
export async function getReceipt(scope: Scope, commentId: string): Promise<Receipt> {
  const personId = scope.viewer?.personId
  if (!personId || !isId(commentId)) throw new AppError('notFound')
  const comment = await scope.db.comment.findFirst({
    where: { id: commentId, authorId: personId },
    select: {
      id: true,
      status: true,
      latestStatus: true,
      latestRevisionId: true,
      createdAt: true,
      lang: true,
      topic: {
        select: {
          id: true,
          title: true,
          mode: true,
          stage: true,
          paused: true,
          openedAt: true,
          closesAt: true,
        },
      },
      latestRevision: {
        select: {
          html: true,
          originalText: true,
          stance: true,
          kind: true,
          attachments: filesOfRevision,
          findings: {
            where: { asks: 'hold', trial: false },
            orderBy: { rule: 'asc' },
            select: { rule: true },
          },
        },
      },
      assignments: {
        orderBy: { id: 'desc' },
        take: 1,
        select: {
          dueAt: true,
          // 申退 is within the offices; who had the part taken away does not answer.
          departments: {
            where: { state: { notIn: ['returned', 'withdrawn'] } },
            orderBy: [{ part: 'asc' }, { departmentId: 'asc' }],
            select: { department: { select: { name: true } } },
          },
        },
      },
      tasks: { where: { kind: 'reported', closedAt: null }, select: { dueAt: true } },
      demandGroup: { select: { leadCommentId: true, size: true } },
      revisions: {
        orderBy: { number: 'desc' },
        select: {
          number: true,
          createdAt: true,
          decisions: {
            ...settledDecision,
            select: {
              outcome: true,
              decidedAt: true,
              reasonText: true,
              forwardNote: true,
              masks: true,
              task: { select: { kind: true } },
            },
          },
        },
      },
    },
  })
  const [sending, ...earlier] = (comment?.revisions ?? []).map(
    ({ number, createdAt, decisions: [decision] }) => ({
      number,
      sentAt: createdAt,
      decision: decision
        ? {
            outcome: decision.outcome,
            at: decision.decidedAt,
            reasonText: decision.reasonText,
            onReports: decision.task?.kind === 'reported',
            masked: decision.masks !== null,
          }
        : null,
    }),
  )
  if (!comment || !sending) throw new AppError('notFound')
  const { topic } = comment
  const standing = authorStanding({
    status: standingOf(comment.status),
    latestStatus: standingOf(comment.latestStatus),
  })
  const [usualWait, appeal, steps] = await Promise.all([
    getUsualWait(scope),
    getOwnAppeal(scope, { ...comment, latestStatus: standingOf(comment.latestStatus) }),
    listReceiptSteps(scope.container.database, comment.id),
  ])
  return {
    id: comment.id,
    topic: { id: topic.id, title: topic.title, mode: topic.mode },
    standing,
    receivedAt: comment.createdAt,
    stance: comment.latestRevision.stance,
    kind: comment.latestRevision.kind,
    lang: comment.lang,
    html: comment.status === 'withdrawn' ? null : comment.latestRevision.html,
    typed: comment.status === 'withdrawn' ? null : comment.latestRevision.originalText,
    files: comment.status === 'withdrawn' ? [] : filesOf(comment.latestRevision.attachments),
    sending,
    heldBy: comment.latestRevision.findings
      .map(({ rule }) => rule)
      .filter((rule) => isRuleId(rule)),
    earlier,
    forwarded: forwardedTo(comment),
    sameDemand:
      comment.demandGroup && comment.status === 'published'
        ? { leadId: comment.demandGroup.leadCommentId, people: comment.demandGroup.size }
        : null,
    usualWait,
    appeal,
    steps: steps.flatMap(({ event: { action, at }, position }) => {
      const known = RECEIPT_ACTIONS.find((each) => each === action)
      return known ? [{ action: known, at, position }] : []
    }),
    hiddenUntil: standing === 'hidden' ? (comment.tasks[0]?.dueAt ?? null) : null,
    canEdit: isRevisable(standing) && canComment(scope.viewer, topic, scope.now),
  }
}

/** To whom the comment was handed; what nobody was given yet, or all gave back, names none. */
function forwardedTo(comment: {
  assignments: Array<{ dueAt: Date; departments: Array<{ department: { name: string } }> }>
  revisions: Array<{ decisions: Array<{ forwardNote: string | null }> }>
}): Receipt['forwarded'] {
  const [assignment] = comment.assignments
  if (assignment && assignment.departments.length > 0) {
    const departments = assignment.departments.map(({ department }) => department.name)
    return { departments, dueAt: assignment.dueAt }
  }
  const asked = comment.revisions[0]?.decisions.some(({ forwardNote }) => forwardNote !== null)
  return asked ? { departments: [], dueAt: null } : null
}
