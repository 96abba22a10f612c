import type { Scope } from '~/server/scope.server'
import { actOnPart, type SeenPart } from './act-on-part.server'
import { recordOnTimeline } from './record-on-timeline.server'

/**
 * Acknowledges receipt for a department (签收), once. Whoever does so is in charge of the matter until it is handed
 * to a colleague.
 *
 * @throws AppError as `actOnPart`
 */
export async function acknowledgeAssignment(scope: Scope, seen: SeenPart): Promise<void> {
  await actOnPart(
    scope,
    seen,
    () => ({ kind: 'acknowledge' }),
    async ({ tx, actor, assignment, own }) => {
      const { topicId, id: assignmentId } = assignment
      await recordOnTimeline(
        tx,
        topicId,
        { kind: 'acknowledged', data: { department: own.name, assignmentId } },
        { actorId: actor.personId },
      )
      tx.audit({
        action: 'assignment.acknowledged',
        objectType: 'assignment',
        objectId: assignmentId,
        role: 'official',
        detail: { departmentId: own.departmentId, topicId },
      })
    },
  )
}
