import { AppError } from '~/domain/errors'
import { isProvisional, lastDay } from '~/domain/response/due'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { requireAssign } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import type { PartAct } from './act-on-part.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellDepartment } from './tell-of-assignment.server'

/** @throws AppError forbidden for who does not assign there; notFound for a department that is not there, or not active */
export async function requireSuccessor(scope: Scope, departmentId: string): Promise<void> {
  requireAssign(scope.viewer, [departmentId])
  const there = await scope.db.department.findFirst({
    where: { id: departmentId, active: true },
    select: { id: true },
  })
  if (!there) throw new AppError('notFound')
}

/** Records, in public, that another department has the part now, and tells it. */
export async function passOn(scope: Scope, done: PartAct, successorId: string): Promise<void> {
  const { tx, actor, assignment, own, after, calendar } = done
  const successor = await tx.db.department.findUnique({
    where: { id: successorId },
    select: { name: true },
  })
  const part = after.find(({ departmentId }) => departmentId === successorId)
  if (!successor || !part) throw new AppError('notFound')
  await recordOnTimeline(
    tx,
    assignment.topicId,
    {
      kind: 'reassigned',
      data: {
        from: own.name,
        to: successor.name,
        part: part.part,
        dueOn: shanghaiDate(lastDay(part.dueAt)),
        provisional: isProvisional(part.dueAt, calendar),
      },
    },
    { actorId: actor.personId },
  )
  tx.audit({
    action: 'assignment.reassigned',
    objectType: 'assignment',
    objectId: assignment.id,
    role: 'official',
    detail: {
      topicId: assignment.topicId,
      from: own.departmentId,
      to: successorId,
      dueAt: part.dueAt.toISOString(),
    },
  })
  const joined = assignment.parts.find(({ departmentId }) => departmentId === successorId)
  await tellDepartment(
    tx,
    scope,
    { departmentId: successorId, handlerId: joined?.handlerId ?? null },
    assignment,
    { key: 'assignment.text.assigned' },
  )
}
