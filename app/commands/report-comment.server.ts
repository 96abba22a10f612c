import { AppError } from '~/domain/errors'
import { standingView } from '~/domain/moderation/queue-counts'
import {
  filterOfReason,
  REPORT_MAX_CHARACTERS,
  reportProblem,
  REPORTS_A_DAY,
  type ReportReason,
} from '~/domain/moderation/report'
import {
  hidesComment,
  reportRisk,
  reportWeight,
  weightSince,
} from '~/domain/moderation/report-weight'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { paths } from '~/paths'
import { requireReporter } from '~/policies/report'
import { limitRate } from '~/server/auth/rate-limit.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { moderationSettings } from '~/server/settings.server'
import { siteAddress } from '~/server/site-address.server'
import { transact, type Transaction } from '~/server/transact.server'
import { countStanding } from './count-in-queue.server'
import { lockComment, type LockedComment } from './locked-comment.server'
import { unpublishRevision } from './publish-revision.server'
import { openReviewTask } from './review-task.server'
import { tellPerson } from './tell-person.server'

const PER_PERSON = { name: 'report', limit: REPORTS_A_DAY, windowSeconds: 24 * 60 * 60 }

export interface NewReport {
  commentId: string
  reason: ReportReason
  /** What the reporter adds in their own words. */
  text?: string
}

/**
 * 举报: has a moderator look at a published comment. All reports of a comment wait as one task. When those that wait
 * weigh enough together, its words are hidden until that was decided, and its author is told.
 *
 * @throws AppError as `requireReporter`; notFound for what is not public; invalidInput (`field` text, or `problem`
 *   why there is no report); tooManyRequests
 */
export async function reportComment(
  scope: Scope,
  input: NewReport,
): Promise<{ reportId: string; hidden: boolean }> {
  const reporter = requireReporter(scope.viewer)
  const text = writtenText(input.text, 'text', REPORT_MAX_CHARACTERS)
  if (!isId(input.commentId)) throw new AppError('notFound')
  await limitRate(scope, PER_PERSON, reporter.personId)
  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, input.commentId)
    const revisionId = comment.currentRevisionId
    if (!revisionId) throw new AppError('notFound')
    const problem = reportProblem({
      status: comment.status,
      authorId: comment.authorId,
      reporterId: reporter.personId,
      reported: await earlierReport(tx, reporter.personId, comment),
    })
    if (problem) throw new AppError('invalidInput', { problem })

    const weight = await weightOf(tx, reporter.personId)
    const reportId = newId(tx.now.getTime())
    await tx.db.report.create({
      data: {
        id: reportId,
        commentId: comment.id,
        revisionId,
        reporterId: reporter.personId,
        reason: input.reason,
        text,
        weight,
        createdAt: tx.now,
      },
    })
    const waiting = await tx.db.report.findMany({
      where: { commentId: comment.id, result: null },
      select: { weight: true, reason: true, createdAt: true },
    })
    const weights = waiting.map((each) => each.weight)
    await openReviewTask(tx, {
      kind: 'reported',
      commentId: comment.id,
      revisionId,
      risk: reportRisk(weights),
      rules: [...new Set(waiting.map(({ reason }) => filterOfReason(reason)))].sort(),
    })
    tx.audit({
      action: 'comment.reported',
      objectType: 'comment',
      objectId: comment.id,
      // Whoever reports, in whatever office, does so as anybody may.
      role: 'resident',
      detail: {
        reportId,
        revisionId,
        topicId: comment.topicId,
        reportReason: input.reason,
        weight,
      },
    })
    const hidden = await isEnough(tx, revisionId, waiting)
    if (hidden) await hide(scope, tx, comment, weights)
    return { reportId, hidden }
  })
}

/** What the reporter has said of the present text before. */
async function earlierReport(tx: Transaction, reporterId: string, comment: LockedComment) {
  const earlier = await tx.db.report.findFirst({
    where: {
      commentId: comment.id,
      reporterId,
      OR: [{ result: null }, { revisionId: comment.currentRevisionId ?? '' }],
    },
    orderBy: { id: 'desc' },
    select: { result: true },
  })
  return earlier && (earlier.result === null ? 'open' : 'decided')
}

async function weightOf(tx: Transaction, reporterId: string): Promise<number> {
  const decided = await tx.db.report.groupBy({
    by: ['result'],
    where: { reporterId, decidedAt: { gte: weightSince(tx.now) } },
    _count: true,
  })
  const of = (result: string) => decided.find((each) => each.result === result)?._count ?? 0
  return reportWeight({ upheld: of('upheld'), dismissed: of('dismissed') })
}

/**
 * Whether the comment is hidden now: not while a moderator has just decided on it, nor the text that stood before,
 * nor for what was said before a moderator approved the text as it is now.
 */
async function isEnough(
  tx: Transaction,
  revisionId: string,
  waiting: ReadonlyArray<{ weight: number; createdAt: Date }>,
): Promise<boolean> {
  const { hideAtWeight } = await moderationSettings(tx.db)
  const { decidedAt } = await tx.db.commentRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { decidedAt: true },
  })
  const weights = waiting
    .filter(({ createdAt }) => !decidedAt || createdAt >= decidedAt)
    .map(({ weight }) => weight)
  if (!hidesComment(weights, { hideAtWeight, stood: false })) return false
  const [stood, unsettled] = [
    await tx.db.report.findFirst({
      where: { revisionId, result: 'dismissed' },
      select: { id: true },
    }),
    await tx.db.moderationDecision.findFirst({
      where: { revisionId, current: true, settledAt: null },
      select: { id: true },
    }),
  ]
  return hidesComment(weights, { hideAtWeight, stood: stood !== null || unsettled !== null })
}

/** Takes the words out of public until a moderator has looked at them. */
async function hide(
  scope: Scope,
  tx: Transaction,
  comment: LockedComment,
  weights: readonly number[],
): Promise<void> {
  const { id: commentId, topicId } = comment
  const [pending, topic] = [
    await tx.db.reviewTask.findFirst({
      where: { commentId, kind: 'pending', closedAt: null },
      select: { id: true },
    }),
    await tx.db.topic.findUniqueOrThrow({ where: { id: topicId }, select: { title: true } }),
  ]
  await unpublishRevision(tx, { commentId, becomes: 'hidden' })
  const newest = comment.latestRevisionId === comment.currentRevisionId
  const waits = pending !== null
  if (newest) {
    countStanding(tx, standingView(comment.latestStatus, waits), standingView('hidden', waits))
  }
  tx.audit({
    action: 'comment.hidden',
    objectType: 'comment',
    objectId: commentId,
    detail: {
      topicId,
      revisionId: comment.currentRevisionId,
      before: { comment: comment.status },
      after: { comment: 'hidden' },
      reportCount: weights.length,
      weight: weights.reduce((total, weight) => total + weight, 0),
    },
  })
  await tellPerson(tx, comment.authorId, {
    key: 'moderation.told.hidden',
    params: { topic: topic.title, link: siteAddress(scope.container, paths.receipt(commentId)) },
  })
}
