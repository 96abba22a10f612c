import type { Scope } from '~/server/scope.server'
import { actOnPart, type SeenPart } from './act-on-part.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellDepartment } from './tell-of-assignment.server'

/**
 * Puts the handling of a matter under supervision (督办): marked on the desk and, without the note, in public.
 *
 * @param input.note what is asked for; the department reads it, the public does not
 * @throws AppError as `actOnPart`
 */
export async function superviseAssignment(
  scope: Scope,
  input: SeenPart & { note: string },
): Promise<void> {
  const note = input.note.trim()
  await actOnPart(
    scope,
    input,
    () => ({ kind: 'supervise' }),
    async ({ tx, actor, assignment, own }) => {
      const { topicId } = assignment
      await tx.db.assignment.update({
        where: { id: assignment.id },
        data: { supervisedAt: assignment.supervisedAt ?? tx.now },
      })
      const by = { actorId: actor.personId }
      await recordOnTimeline(
        tx,
        topicId,
        { kind: 'supervised', data: { departments: [own.name] } },
        by,
      )
      if (note !== '') {
        await recordOnTimeline(
          tx,
          topicId,
          { kind: 'note', data: { text: note } },
          { ...by, internal: true },
        )
      }
      tx.audit({
        action: 'assignment.supervised',
        objectType: 'assignment',
        objectId: assignment.id,
        role: 'official',
        detail: { departmentId: own.departmentId, topicId, note },
      })
      await tellDepartment(tx, scope, own, assignment, {
        key: 'assignment.text.supervised',
        params: { note },
      })
      await tx.db.topic.update({ where: { id: topicId }, data: { supervised: true } })
      tx.touch('topics')
    },
  )
}
