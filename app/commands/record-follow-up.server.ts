import { AppError } from '~/domain/errors'
import { FOLLOW_UP_MAX_CHARACTERS } from '~/domain/response/rating'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { requireOfficialOf } from '~/policies/response'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Writes down that the department asked those concerned how the matter stands (回访). It waits for that no longer, until
 * somebody is 不满意 anew.
 *
 * @throws AppError notFound for what is no published answer; forbidden for who is not of the department;
 *   invalidInput (`field` text) for nothing or too much
 */
export async function recordFollowUp(
  scope: Scope,
  input: { responseId: string; text: string },
): Promise<void> {
  const { responseId } = input
  if (!isId(responseId)) throw new AppError('notFound')
  const text = writtenText(input.text, 'text', FOLLOW_UP_MAX_CHARACTERS)
  if (text === null) throw new AppError('invalidInput', { field: 'text' })
  await transact(scope, async (tx) => {
    const { rows } = await tx.query<{ departmentId: string; topicId: string }>(ANSWER, [responseId])
    const [answer] = rows
    if (!answer) throw new AppError('notFound')
    const writer = requireOfficialOf(scope.viewer, answer.departmentId)
    const id = newId(tx.now.getTime())
    await tx.db.followUp.create({
      data: { id, responseId, writerId: writer.personId, text, createdAt: tx.now },
    })
    await tx.db.evaluation.update({ where: { responseId }, data: { awaitsFollowUp: false } })
    tx.audit({
      action: 'followUp.recorded',
      objectType: 'followUp',
      objectId: id,
      role: 'official',
      detail: { responseId, departmentId: answer.departmentId, topicId: answer.topicId },
    })
  })
}

// Under the lock under which ratings are given, so that one that comes meanwhile calls for another.
const ANSWER = `
  SELECT e."departmentId", r."topicId"
    FROM "evaluations" e JOIN "responses" r ON r."id" = e."responseId"
   WHERE e."responseId" = $1 FOR UPDATE OF e`
