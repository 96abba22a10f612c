import { isOpen, type ActKind, type PartFacts } from '~/domain/response/assignment-state'
import { isProvisional } from '~/domain/response/due'
import { factsOfPart, takenBack } from '~/domain/response/rate-facts'
import type { WorkingCalendar } from '~/domain/response/working-days'
import type { Transaction } from '~/server/transact.server'
import { countForRates } from './count-for-rates.server'
import type { LockedAssignment } from './locked-assignment.server'

/**
 * Writes what an act made of an assignment's parts, and what follows for the assignment: its due date is the
 * earliest of those still owed, and it is closed with its last part. What was asked for a part that closes lapses.
 *
 * @param act `settle`: not an act, the calendar went on
 * @param actorId who acted, for the receipt; null for the clock
 */
export async function writeParts(
  tx: Transaction,
  assignment: LockedAssignment,
  after: readonly PartFacts[],
  act: { kind: ActKind | 'settle'; actorId: string | null; calendar: WorkingCalendar },
): Promise<void> {
  const now = tx.now
  for (const part of after) {
    const before = assignment.parts.find(({ departmentId }) => departmentId === part.departmentId)
    const { departmentId, state, dueAt, acknowledgedAt } = part
    if (!before) {
      const { assignedAt } = part
      await tx.db.assignmentDepartment.create({
        data: {
          assignmentId: assignment.id,
          departmentId,
          part: part.part,
          state,
          dueAt,
          assignedAt,
        },
      })
      countPart(tx, assignment, null, part)
      continue
    }
    const signedFor = acknowledgedAt !== null && before.acknowledgedAt === null
    const moved = dueAt.getTime() !== before.dueAt.getTime()
    const reminded = part.remindedAt !== before.remindedAt
    const asked = part.extensionPending !== before.extensionPending
    if (state === before.state && part.part === before.part && !moved && !reminded && !asked)
      continue
    if (state !== before.state || part.part !== before.part || moved) {
      countPart(tx, assignment, before, part)
    }
    await tx.db.assignmentDepartment.update({
      where: { assignmentId_departmentId: { assignmentId: assignment.id, departmentId } },
      data: {
        part: part.part,
        state,
        dueAt,
        version: { increment: 1 },
        ...(signedFor && { acknowledgedAt, acknowledgedById: act.actorId }),
        ...(signedFor && before.handlerId === null && { handlerId: act.actorId }),
        ...(!isOpen(part) && { closedAt: now }),
        ...(state === 'answered' && { answeredAt: now }),
        ...(reminded && { remindedAt: now, reminders: { increment: 1 } }),
        ...(moved && act.kind === 'grantExtension' && { extensions: { increment: 1 } }),
      },
    })
  }
  await letRequestsLapse(tx, assignment, after)
  await settle(tx, assignment, after, act.calendar)
}

/** Counts a part for the rates as it is now, and no more as it was: what an act changes was open before. */
function countPart(
  tx: Transaction,
  { topicId }: LockedAssignment,
  before: PartFacts | null,
  after: PartFacts,
): void {
  const was = before ? takenBack(factsOfPart({ ...before, closedAt: null })) : []
  const is = factsOfPart({ ...after, closedAt: isOpen(after) ? null : tx.now })
  countForRates(tx, { topicId, departmentId: after.departmentId }, [...was, ...is])
}

async function letRequestsLapse(
  tx: Transaction,
  assignment: LockedAssignment,
  after: readonly PartFacts[],
): Promise<void> {
  const closed = after.filter((part) => !isOpen(part)).map(({ departmentId }) => departmentId)
  const lapsed = assignment.parts.flatMap(({ departmentId, request }) =>
    request && closed.includes(departmentId) ? [request.id] : [],
  )
  if (lapsed.length === 0) return
  await tx.db.assignmentRequest.updateMany({
    where: { id: { in: lapsed }, outcome: null },
    data: { outcome: 'lapsed', decidedAt: tx.now },
  })
}

async function settle(
  tx: Transaction,
  assignment: LockedAssignment,
  after: readonly PartFacts[],
  calendar: WorkingCalendar,
): Promise<void> {
  const open = after.filter(isOpen).map(({ dueAt }) => dueAt.getTime())
  const dueAt = open.length > 0 ? new Date(Math.min(...open)) : assignment.dueAt
  const answered = after.some(({ state }) => state === 'answered')
  await tx.db.assignment.update({
    where: { id: assignment.id },
    data: {
      version: { increment: 1 },
      dueAt,
      dueProvisional: isProvisional(dueAt, calendar),
      ...(open.length === 0 && { closedAt: tx.now, ...(answered && { answeredAt: tx.now }) }),
    },
  })
}
