import { afterAct, obstaclesTo } from '~/domain/response/assignment-state'
import { soonUntil } from '~/domain/response/due'
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

/**
 * Reminds departments by the clock of what is due soon (催办), one transaction a part, a batch in the order of due
 * dates.
 *
 * @returns how many were reminded of, and where the next batch begins
 */
export async function remindDue(
  scope: Scope,
  batch: { after: PartKey | null; take: number },
): Promise<{ parts: number; next: PartKey | null }> {
  const { database, log } = scope.container
  const { after, take } = batch
  const quietSince = startOfShanghaiDay(new Date(scope.now.getTime() - (QUIET_DAYS - 1) * DAY_MS))
  const { rows } = await database.query<PartKey>(DUE, [
    scope.now.toISOString(),
    soonUntil(scope.now).toISOString(),
    quietSince.toISOString(),
    after?.dueAt.toISOString() ?? scope.now.toISOString(),
    after?.assignmentId ?? '',
    after?.departmentId ?? '',
    take,
  ])
  let parts = 0
  for (const key of rows) {
    try {
      if (await remindOf(scope, key)) parts += 1
    } catch (error) {
      log.error({ err: error, ...key }, 'a department was not reminded')
    }
  }
  return { parts, next: rows.length === take ? (rows.at(-1) ?? null) : null }
}

async function remindOf(scope: Scope, key: PartKey): Promise<boolean> {
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
    const after = afterAct(act, own.departmentId, parts, tx.now, own.dueAt)
    await writeParts(tx, assignment, after, { kind: 'remind', actorId: null, calendar })
    await recordReminder(tx, scope, assignment, own, null)
    return true
  })
}

const DUE = `
  SELECT p."dueAt", p."assignmentId", p."departmentId" FROM "assignment_departments" p
   WHERE p."closedAt" IS NULL AND p."dueAt" > $1::timestamptz AND p."dueAt" <= $2::timestamptz
     AND (p."remindedAt" IS NULL OR p."remindedAt" < $3::timestamptz)
     AND (p."dueAt", p."assignmentId", p."departmentId") > ($4::timestamptz, $5, $6)
   ORDER BY p."dueAt", p."assignmentId", p."departmentId" LIMIT $7`
