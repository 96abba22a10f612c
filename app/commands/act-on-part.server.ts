import { AppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'
import { afterAct, obstaclesTo, type Act, type PartFacts } from '~/domain/response/assignment-state'
import { dueDate } from '~/domain/response/due'
import { limitsOf } from '~/domain/response/part-limits'
import type { WorkingCalendar } from '~/domain/response/working-days'
import { capacitiesOf } from '~/policies/assignment'
import { conflictOver } from '~/queries/get-last-change.server'
import { getUsualTerm } from '~/queries/get-usual-term.server'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { lockAssignment, type LockedAssignment, type StoredPart } from './locked-assignment.server'
import { writeParts } from './write-parts.server'

/** The part of a department as it was on the page. */
export interface SeenPart {
  assignmentId: string
  departmentId: string
  /** Left out for an act that can be done but once: then its state says whether somebody was faster. */
  version?: number
}

export interface PartAct {
  tx: Transaction
  actor: Actor
  assignment: LockedAssignment
  /** The part before the act, and as the act left it. */
  own: StoredPart
  after: readonly PartFacts[]
  calendar: WorkingCalendar
}

/**
 * One act on a department's part, in one transaction: who acts and when is asked of the rules, the parts are
 * written as the rules leave them, and `record` adds what is told of it.
 *
 * @param actOf the act, made of the part as it is
 * @throws AppError notFound; forbidden; invalidInput (`obstacles`, joined by commas);
 *   conflict (`what`, `who`, `at`, `mine`) where somebody acted on the part meanwhile
 */
export async function actOnPart(
  scope: Scope,
  seen: SeenPart,
  actOf: (own: StoredPart, calendar: WorkingCalendar) => Act,
  record: (done: PartAct) => Promise<void>,
): Promise<void> {
  const { viewer } = scope
  if (!viewer) throw new AppError('forbidden')
  const calendar = await loadCalendar(scope.container)
  await transact(scope, async (tx) => {
    const assignment = await lockAssignment(tx, seen.assignmentId)
    const own = assignment.parts.find(({ departmentId }) => departmentId === seen.departmentId)
    if (!own) throw new AppError('notFound')
    const act = actOf(own, calendar)
    const capacities = capacitiesOf(viewer, seen.departmentId)
    const limits = limitsOf(own, tx.now, calendar)
    const obstacles = obstaclesTo(act, own, assignment.parts, capacities, limits)
    if (obstacles.includes('notYours')) {
      throw new AppError('forbidden', {}, { detail: act.kind })
    }
    const overtaken =
      seen.version === undefined ? obstacles.length > 0 : own.version !== seen.version
    if (overtaken) throw await conflictOver(tx.db, 'assignment', assignment.id, viewer.personId)
    if (obstacles.length > 0) {
      throw new AppError('invalidInput', { obstacles: obstacles.join(',') })
    }
    const term = await termOf(tx, assignment, calendar)
    const after = afterAct(act, seen.departmentId, assignment.parts, tx.now, term)
    await writeParts(tx, assignment, after, { kind: act.kind, actorId: viewer.personId, calendar })
    await record({ tx, actor: viewer, assignment, own, after, calendar })
    tx.touch(`topic:${assignment.topicId}`)
  })
}

/** The usual term from now, by the same rules as for what is assigned: for a department that comes new to a part. */
async function termOf(
  tx: Transaction,
  assignment: LockedAssignment,
  calendar: WorkingCalendar,
): Promise<Date> {
  return dueDate(tx.now, await getUsualTerm(tx.db, assignment), calendar).dueAt
}
