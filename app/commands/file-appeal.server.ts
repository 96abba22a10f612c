import {
  APPEAL_MAX_CHARACTERS,
  APPEAL_TERM_WORKING_DAYS,
  appealProblem,
} from '~/domain/moderation/appeal'
import { AppError } from '~/domain/errors'
import { roleOfVoice } from '~/domain/person/role'
import { dueDate } from '~/domain/response/due'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { lockComment } from './locked-comment.server'
import { openReviewTask } from './review-task.server'

/**
 * 申诉: the author of a refused text asks that somebody else looks at it. Once a comment; due in three working days.
 *
 * @throws AppError notFound for a comment that is not the viewer's; invalidInput (`field` text, or `problem` why
 *   there is no appeal)
 */
export async function fileAppeal(
  scope: Scope,
  input: { commentId: string; text: string },
): Promise<{ appealId: string }> {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  const text = writtenText(input.text, 'text', APPEAL_MAX_CHARACTERS)
  if (text === null) throw new AppError('invalidInput', { field: 'text' })
  if (!isId(input.commentId)) throw new AppError('notFound')
  const calendar = await loadCalendar(scope.container)
  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, input.commentId)
    if (comment.authorId !== viewer.personId) throw new AppError('notFound')
    const [decision, earlier] = await Promise.all([
      tx.db.moderationDecision.findFirst({
        where: {
          revisionId: comment.latestRevisionId,
          current: true,
          settledAt: { not: null },
          outcome: 'reject',
        },
        select: { id: true, moderatorId: true, decidedAt: true },
      }),
      tx.db.appeal.findUnique({ where: { commentId: comment.id }, select: { id: true } }),
    ])
    const problem = appealProblem(
      {
        latestStatus: comment.latestStatus,
        decidedAt: decision?.decidedAt ?? null,
        appealed: earlier !== null,
      },
      tx.now,
    )
    if (problem || !decision) {
      throw new AppError('invalidInput', { problem: problem ?? 'notRefused' })
    }
    const { dueAt } = dueDate(tx.now, APPEAL_TERM_WORKING_DAYS, calendar)
    const appealId = newId(tx.now.getTime())
    await tx.db.appeal.create({
      data: {
        id: appealId,
        commentId: comment.id,
        revisionId: comment.latestRevisionId,
        decisionId: decision.id,
        authorId: viewer.personId,
        text,
        createdAt: tx.now,
        dueAt,
      },
    })
    await openReviewTask(tx, {
      kind: 'appeal',
      commentId: comment.id,
      dueAt,
      barredId: decision.moderatorId,
    })
    tx.audit({
      action: 'appeal.filed',
      objectType: 'comment',
      objectId: comment.id,
      role: roleOfVoice(comment.voice),
      detail: {
        appealId,
        decisionId: decision.id,
        topicId: comment.topicId,
        dueAt: dueAt.toISOString(),
      },
    })
    return { appealId }
  })
}
