import { AppError } from '~/domain/errors'
import { REOPENING_REASON_MAX_CHARACTERS, reopeningProblem } from '~/domain/response/rating'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { paths } from '~/paths'
import { newId } from '~/server/ids.server'
import { siteAddress } from '~/server/site-address.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { lockRatedAnswer } from './rated-answer.server'
import { tellPerson } from './tell-person.server'
import { whoAssigns } from './who-is-told.server'

/**
 * Asks for 重新办理 of what an answer left unsolved: once an assignment, by who rated 解决程度 as 不满意. Whoever assigned
 * is told of the first that waits.
 *
 * @throws AppError signInRequired; notFound; invalidInput (`field` reason, or `problem` why there is none)
 */
export async function askReopening(
  scope: Scope,
  input: { responseId: string; reason: string },
): Promise<{ reopeningId: string }> {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  if (viewer.suspended) throw new AppError('forbidden')
  const { personId } = viewer
  const reason = writtenText(input.reason, 'reason', REOPENING_REASON_MAX_CHARACTERS)
  if (reason === null) throw new AppError('invalidInput', { field: 'reason' })
  if (!isId(input.responseId)) throw new AppError('notFound')
  return transact(scope, async (tx) => {
    const answer = await lockRatedAnswer(tx, input.responseId, personId)
    // Whoever decides on another's request for the same matter waits, or is waited for.
    await tx.query(`SELECT 1 FROM "assignments" WHERE "id" = $1 FOR UPDATE`, [answer.assignmentId])
    const [rating, asked, again, waiting] = await Promise.all([
      tx.db.rating.findUnique({
        where: { responseId_personId: { responseId: input.responseId, personId } },
        select: { id: true, resolution: true },
      }),
      tx.db.reopening.findUnique({
        where: { assignmentId_personId: { assignmentId: answer.assignmentId, personId } },
        select: { id: true },
      }),
      tx.db.assignment.findUnique({
        where: { reopensId: answer.assignmentId },
        select: { id: true },
      }),
      tx.db.reopening.count({ where: { assignmentId: answer.assignmentId, state: 'waiting' } }),
    ])
    const problem = reopeningProblem(
      {
        ...answer,
        resolution: rating?.resolution ?? null,
        asked: asked !== null,
        reopened: again !== null,
      },
      tx.now,
    )
    if (problem || !rating) {
      throw new AppError('invalidInput', { problem: problem ?? 'notDissatisfied' })
    }
    const reopeningId = newId(tx.now.getTime())
    await tx.db.reopening.create({
      data: {
        id: reopeningId,
        assignmentId: answer.assignmentId,
        ratingId: rating.id,
        personId,
        reason,
        createdAt: tx.now,
      },
    })
    tx.audit({
      action: 'reopening.asked',
      objectType: 'reopening',
      objectId: reopeningId,
      detail: {
        assignmentId: answer.assignmentId,
        responseId: input.responseId,
        topicId: answer.topicId,
      },
    })
    if (waiting === 0) await tellAssigner(tx, scope, answer.assignmentId, reopeningId)
    return { reopeningId }
  })
}

async function tellAssigner(
  tx: Transaction,
  scope: Scope,
  assignmentId: string,
  reopeningId: string,
): Promise<void> {
  const { topic } = await tx.db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { topic: { select: { title: true } } },
  })
  const link = siteAddress(scope.container, paths.deskReopening(reopeningId))
  for (const personId of await whoAssigns(tx, assignmentId)) {
    await tellPerson(tx, personId, {
      key: 'rating.reopening.asked',
      params: { title: topic.title, link },
    })
  }
}
