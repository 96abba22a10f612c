import { isOpen } from '~/domain/response/assignment-state'
import { isProvisional, lastDay, settledDue } from '~/domain/response/due'
import type { WorkingCalendar } from '~/domain/response/working-days'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import type { Transaction } from '~/server/transact.server'
import { lockAssignment, type LockedAssignment, type StoredPart } from './locked-assignment.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { writeParts } from './write-parts.server'

/**
 * Settles the due dates that lay past what was announced, in the transaction that announces more: each term has as
 * many working days as it had, and none ends earlier. What moved is told on the public timeline, as it was said there
 * that the date was provisional.
 *
 * @param before the calendar by which the dates were reckoned
 * @param after the calendar as it is now
 */
export async function settleDueDates(
  tx: Transaction,
  before: WorkingCalendar,
  after: WorkingCalendar,
): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(WITH_OPEN_PARTS_PAST, [before.publishedThrough])
  for (const { id } of rows) {
    const assignment = await lockAssignment(tx, id)
    // Those who lead and join share one date, also where one of them came later.
    const from = new Date(Math.min(...assignment.parts.map(({ assignedAt }) => +assignedAt)))
    const settled = assignment.parts.map((part) => {
      const moves = isOpen(part) && isProvisional(part.dueAt, before)
      return moves ? { ...part, dueAt: settledDue(from, part.dueAt, before, after) } : part
    })
    await writeParts(tx, assignment, settled, { kind: 'settle', actorId: null, calendar: after })
    for (const [index, part] of assignment.parts.entries()) {
      const dueAt = settled[index]?.dueAt ?? part.dueAt
      if (dueAt > part.dueAt) await record(tx, assignment, part, dueAt, after)
    }
    tx.touch(`topic:${assignment.topicId}`)
  }
}

async function record(
  tx: Transaction,
  assignment: LockedAssignment,
  part: StoredPart,
  dueAt: Date,
  calendar: WorkingCalendar,
): Promise<void> {
  await recordOnTimeline(
    tx,
    assignment.topicId,
    {
      kind: 'dueSettled',
      data: {
        department: part.name,
        dueOn: shanghaiDate(lastDay(dueAt)),
        provisional: isProvisional(dueAt, calendar),
      },
    },
    { actorId: null },
  )
  tx.audit({
    action: 'assignment.dueSettled',
    objectType: 'assignment',
    objectId: assignment.id,
    detail: {
      departmentId: part.departmentId,
      topicId: assignment.topicId,
      before: { dueAt: part.dueAt.toISOString() },
      after: { dueAt: dueAt.toISOString() },
    },
  })
}

const WITH_OPEN_PARTS_PAST = `
  SELECT DISTINCT "assignmentId" AS "id" FROM "assignment_departments"
   WHERE "closedAt" IS NULL AND "dueAt" > ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
   ORDER BY "assignmentId"`
