import { AppError } from '~/domain/errors'
import { actsFor } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { recordOnTimeline } from './record-on-timeline.server'

/**
 * Acknowledges receipt for a department (签收), once.
 *
 * @throws AppError notFound; forbidden for who neither drafts nor signs there; conflict (`who`, `at`) where a
 *   colleague has done so
 */
export async function acknowledgeAssignment(
  scope: Scope,
  input: { assignmentId: string; departmentId: string },
): Promise<void> {
  const { viewer } = scope
  const { assignmentId, departmentId } = input
  if (
    !viewer ||
    (!actsFor(viewer, 'draft', departmentId) && !actsFor(viewer, 'sign', departmentId))
  ) {
    throw new AppError('forbidden', {}, { detail: 'acknowledge' })
  }
  await transact(scope, async (tx) => {
    const { count } = await tx.db.assignmentDepartment.updateMany({
      where: { assignmentId, departmentId, acknowledgedAt: null },
      data: { acknowledgedAt: tx.now, acknowledgedById: viewer.personId },
    })
    const asked = await tx.db.assignmentDepartment.findUnique({
      where: { assignmentId_departmentId: { assignmentId, departmentId } },
      select: {
        acknowledgedAt: true,
        acknowledgedBy: { select: { id: true, displayName: true } },
        department: { select: { name: true } },
        assignment: { select: { topicId: true } },
      },
    })
    if (!asked) throw new AppError('notFound')
    if (count === 0) {
      throw new AppError('conflict', {
        what: 'assignment.acknowledged',
        who: asked.acknowledgedBy?.displayName ?? '',
        at: asked.acknowledgedAt?.toISOString() ?? '',
        mine: asked.acknowledgedBy?.id === viewer.personId ? 1 : 0,
      })
    }
    await recordOnTimeline(
      tx,
      asked.assignment.topicId,
      { kind: 'acknowledged', data: { department: asked.department.name, assignmentId } },
      { actorId: viewer.personId },
    )
    tx.audit({
      action: 'assignment.acknowledged',
      objectType: 'assignment',
      objectId: assignmentId,
      role: 'official',
      detail: { departmentId, topicId: asked.assignment.topicId },
    })
    tx.touch(`topic:${asked.assignment.topicId}`)
  })
}
