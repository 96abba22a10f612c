import { lastDay } from '~/domain/response/due'
import type { Scope } from '~/server/scope.server'
import type { Transaction } from '~/server/transact.server'
import { actOnPart, type SeenPart } from './act-on-part.server'
import type { LockedAssignment, StoredPart } from './locked-assignment.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellDepartment } from './tell-of-assignment.server'

/**
 * Reminds a department of what it owes (催办), once a day at most. The reminders are counted.
 *
 * @throws AppError as `actOnPart`
 */
export async function remindDepartment(scope: Scope, seen: SeenPart): Promise<void> {
  await actOnPart(
    scope,
    seen,
    () => ({ kind: 'remind' }),
    ({ tx, actor, assignment, own }) => recordReminder(tx, scope, assignment, own, actor.personId),
  )
}

/**
 * Records a reminder and tells the department of it; the clock's own where nobody is named.
 *
 * @param acknowledgeBy the department has not acknowledged, and had to by this day: it is reminded of that
 */
export async function recordReminder(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  assignment: LockedAssignment,
  own: StoredPart,
  actorId: string | null,
  acknowledgeBy?: Date,
): Promise<void> {
  const count = own.reminders + 1
  const automatic = actorId === null
  await recordOnTimeline(
    tx,
    assignment.topicId,
    {
      kind: 'reminded',
      data: {
        department: own.name,
        count,
        automatic,
        ...(acknowledgeBy && { toAcknowledge: true }),
      },
    },
    { actorId, internal: true },
  )
  tx.audit({
    action: 'assignment.reminded',
    objectType: 'assignment',
    objectId: assignment.id,
    ...(automatic ? {} : { role: 'official' as const }),
    detail: { departmentId: own.departmentId, topicId: assignment.topicId, count },
  })
  await tellDepartment(tx, scope, own, assignment, {
    key: acknowledgeBy ? 'assignment.text.toAcknowledge' : 'assignment.text.reminded',
    params: { date: lastDay(acknowledgeBy ?? own.dueAt) },
  })
}
