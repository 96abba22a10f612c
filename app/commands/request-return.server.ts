import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { actOnPart, type SeenPart } from './act-on-part.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellAssigner } from './tell-of-assignment.server'

/**
 * Asks whoever assigned to take a matter back (申退), with the reason, within seven working days.
 *
 * @throws AppError as `actOnPart`
 */
export async function requestReturn(
  scope: Scope,
  input: SeenPart & { reason: string },
): Promise<void> {
  const reason = input.reason.trim()
  await actOnPart(
    scope,
    input,
    () => ({ kind: 'requestReturn', reason }),
    async ({ tx, actor, assignment, own }) => {
      await tx.db.assignmentRequest.create({
        data: {
          id: newId(tx.now.getTime()),
          assignmentId: assignment.id,
          departmentId: own.departmentId,
          kind: 'return',
          reason,
          askedById: actor.personId,
          askedAt: tx.now,
        },
      })
      await recordOnTimeline(
        tx,
        assignment.topicId,
        { kind: 'returnRequested', data: { department: own.name, reason } },
        { actorId: actor.personId, internal: true },
      )
      tx.audit({
        action: 'assignment.returnRequested',
        objectType: 'assignment',
        objectId: assignment.id,
        role: 'official',
        detail: { departmentId: own.departmentId, topicId: assignment.topicId, reason },
      })
      await tellAssigner(tx, scope, assignment, {
        key: 'assignment.text.returnRequested',
        params: { department: own.name },
      })
    },
  )
}
