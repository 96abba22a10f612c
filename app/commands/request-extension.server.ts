import { extendedDue, lastDay } from '~/domain/response/due'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { actOnPart, type SeenPart } from './act-on-part.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellAssigner } from './tell-of-assignment.server'

/**
 * Asks whoever assigned for more time (延期), counted in working days from the present due date.
 *
 * @param input.reason stands on the public timeline once the extension is granted
 * @throws AppError as `actOnPart`
 */
export async function requestExtension(
  scope: Scope,
  input: SeenPart & { workingDays: number; reason: string },
): Promise<void> {
  const reason = input.reason.trim()
  let until = scope.now
  await actOnPart(
    scope,
    input,
    (own, calendar) => {
      until = extendedDue(own.dueAt, input.workingDays, calendar).dueAt
      return { kind: 'requestExtension', until, reason }
    },
    async ({ tx, actor, assignment, own }) => {
      await tx.db.assignmentRequest.create({
        data: {
          id: newId(tx.now.getTime()),
          assignmentId: assignment.id,
          departmentId: own.departmentId,
          kind: 'extension',
          reason,
          dueAt: until,
          askedById: actor.personId,
          askedAt: tx.now,
        },
      })
      const dueOn = shanghaiDate(lastDay(until))
      await recordOnTimeline(
        tx,
        assignment.topicId,
        { kind: 'extensionRequested', data: { department: own.name, dueOn, reason } },
        { actorId: actor.personId, internal: true },
      )
      tx.audit({
        action: 'assignment.extensionRequested',
        objectType: 'assignment',
        objectId: assignment.id,
        role: 'official',
        detail: {
          departmentId: own.departmentId,
          topicId: assignment.topicId,
          dueAt: until.toISOString(),
          reason,
        },
      })
      await tellAssigner(tx, scope, assignment, {
        key: 'assignment.text.extensionRequested',
        params: { department: own.name },
      })
    },
  )
}
