import { AppError } from '~/domain/errors'
import { isOpen } from '~/domain/response/assignment-state'
import { canHandOver } from '~/policies/assignment'
import { conflictOver } from '~/queries/get-last-change.server'
import { listColleagues } from '~/queries/list-colleagues.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { lockAssignment } from './locked-assignment.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellColleague } from './tell-of-assignment.server'

/**
 * Puts a colleague in charge of a department's part (经办人).
 *
 * @throws AppError notFound, also for who is no colleague; forbidden; conflict where the part is closed, or somebody
 *   acted on it meanwhile
 */
export async function handOverPart(
  scope: Scope,
  input: { assignmentId: string; departmentId: string; version: number; toId: string },
): Promise<void> {
  const { viewer } = scope
  const { departmentId, toId } = input
  await transact(scope, async (tx) => {
    const assignment = await lockAssignment(tx, input.assignmentId)
    const own = assignment.parts.find((part) => part.departmentId === departmentId)
    if (!own) throw new AppError('notFound')
    if (!canHandOver(viewer, own)) throw new AppError('forbidden', {}, { detail: 'hand over' })
    if (own.version !== input.version || !isOpen(own)) {
      throw await conflictOver(tx.db, 'assignment', assignment.id, viewer.personId)
    }
    const colleagues = await listColleagues(tx.db, departmentId, tx.now)
    const to = colleagues.find(({ id }) => id === toId)
    if (!to) throw new AppError('notFound')
    if (own.handlerId === toId) return
    await tx.db.assignmentDepartment.update({
      where: { assignmentId_departmentId: { assignmentId: assignment.id, departmentId } },
      data: { handlerId: toId, version: { increment: 1 } },
    })
    const from = own.handlerId
      ? await tx.db.person.findUnique({
          where: { id: own.handlerId },
          select: { displayName: true },
        })
      : null
    await recordOnTimeline(
      tx,
      assignment.topicId,
      {
        kind: 'handedOver',
        data: { department: own.name, to: to.name, ...(from && { from: from.displayName }) },
      },
      { actorId: viewer.personId, internal: true },
    )
    tx.audit({
      action: 'assignment.handedOver',
      objectType: 'assignment',
      objectId: assignment.id,
      detail: { departmentId, topicId: assignment.topicId, fromId: own.handlerId, toId },
    })
    await tellColleague(tx, scope, toId, assignment, { key: 'assignment.text.handedOver' })
  })
}
