import { afterAct, obstaclesTo } from '~/domain/response/assignment-state'
import {
  acknowledgeOverdueBefore,
  acknowledgeUntil,
  isAcknowledgeOverdue,
  soonUntil,
} from '~/domain/response/due'
import { limitsOf } from '~/domain/response/part-limits'
import { startOfShanghaiDay } from '~/domain/shared/shanghai-time'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { lockAssignment } from './locked-assignment.server'
import { recordReminder } from './remind-department.server'
import { writeParts } from './write-parts.server'

interface PartKey {
  dueAt: Date
  assignmentId: string
  departmentId: string
}

/** A part of which was reminded, by whomever, in these days is left alone. */
const QUIET_DAYS = 3

const DAY_MS = 24 * 60 * 60 * 1000

/** No holiday keeps offices closed for so long: who was reminded later was so past the day for 签收. */
const ACKNOWLEDGE_AT_MOST = '30 days'

/** What the clock reminds of: what is due soon, and what nobody acknowledged in time. */
export type ReminderCause = 'dueSoon' | 'unacknowledged'

/**
 * Reminds departments by the clock (催办), one transaction a part, a batch in the order of due dates: of what is due
 * soon, or once of what they should have acknowledged.
 *
 * @returns how many were reminded of, and where the next batch begins
 */
export async function remindDue(
  scope: Scope,
  cause: ReminderCause,
  batch: { after: PartKey | null; take: number },
): Promise<{ parts: number; next: PartKey | null }> {
  const { log } = scope.container
  const rows = await readParts(scope, cause, batch)
  let parts = 0
  for (const key of rows) {
    try {
      if (await remindOf(scope, cause, key)) parts += 1
    } catch (error) {
      log.error({ err: error, ...key }, 'a department was not reminded')
    }
  }
  return { parts, next: rows.length === batch.take ? (rows.at(-1) ?? null) : null }
}

async function readParts(
  scope: Scope,
  cause: ReminderCause,
  { after, take }: { after: PartKey | null; take: number },
): Promise<PartKey[]> {
  const { container, now } = scope
  const { database } = container
  const place = [after?.assignmentId ?? '', after?.departmentId ?? '', take]
  if (cause === 'unacknowledged') {
    const before = acknowledgeOverdueBefore(now, await loadCalendar(container))
    const from = after?.dueAt ?? new Date(0)
    const times = [before.toISOString(), from.toISOString()]
    return (await database.query<PartKey>(UNACKNOWLEDGED, [...times, ...place])).rows
  }
  const quietSince = startOfShanghaiDay(new Date(now.getTime() - (QUIET_DAYS - 1) * DAY_MS))
  const times = [now, soonUntil(now), quietSince, after?.dueAt ?? now]
  const values = [...times.map((time) => time.toISOString()), ...place]
  return (await database.query<PartKey>(DUE, values)).rows
}

async function remindOf(scope: Scope, cause: ReminderCause, key: PartKey): Promise<boolean> {
  const calendar = await loadCalendar(scope.container)
  return transact(scope, async (tx) => {
    const assignment = await lockAssignment(tx, key.assignmentId)
    const { parts } = assignment
    const own = parts.find(({ departmentId }) => departmentId === key.departmentId)
    const act = { kind: 'remind' } as const
    if (!own) return false
    if (obstaclesTo(act, own, parts, ['clock'], limitsOf(own, tx.now, calendar)).length > 0) {
      return false
    }
    const until =
      cause === 'unacknowledged' ? acknowledgeUntil(own.assignedAt, calendar) : undefined
    // Once: who was reminded since that day, by whomever, is not reminded of it again.
    if (until && own.remindedAt && own.remindedAt >= until) return false
    if (until && !isAcknowledgeOverdue(own, tx.now, calendar)) return false
    const after = afterAct(act, own.departmentId, parts, tx.now, own.dueAt)
    await writeParts(tx, assignment, after, { kind: 'remind', actorId: null, calendar })
    await recordReminder(tx, scope, assignment, own, null, until)
    return true
  })
}

const DUE = `
  SELECT p."dueAt", p."assignmentId", p."departmentId" FROM "assignment_departments" p
   WHERE p."closedAt" IS NULL AND p."dueAt" > $1::timestamptz AND p."dueAt" <= $2::timestamptz
     AND (p."remindedAt" IS NULL OR p."remindedAt" < $3::timestamptz)
     AND (p."dueAt", p."assignmentId", p."departmentId") > ($4::timestamptz, $5, $6)
   ORDER BY p."dueAt", p."assignmentId", p."departmentId" LIMIT $7`

const UNACKNOWLEDGED = `
  SELECT p."dueAt", p."assignmentId", p."departmentId" FROM "assignment_departments" p
   WHERE p."closedAt" IS NULL AND p."state" = 'assigned' AND p."assignedAt" < $1::timestamptz
     AND (p."remindedAt" IS NULL OR p."remindedAt" < p."assignedAt" + interval '${ACKNOWLEDGE_AT_MOST}')
     AND (p."dueAt", p."assignmentId", p."departmentId") > ($2::timestamptz, $3, $4)
   ORDER BY p."dueAt", p."assignmentId", p."departmentId" LIMIT $5`
