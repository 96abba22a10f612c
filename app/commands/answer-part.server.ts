import { afterAct, obstaclesTo } from '~/domain/response/assignment-state'
import type { WorkingCalendar } from '~/domain/response/working-days'
import { limitsOf } from '~/domain/response/part-limits'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Transaction } from '~/server/transact.server'
import { lockAssignment } from './locked-assignment.server'
import { writeParts } from './write-parts.server'

/**
 * Closes the parts that a published answer covers, and with the last of them the assignment. The caller has asked
 * whether the signer may.
 *
 * @param calendar read before the transaction: within it the embedded database answers nobody else
 * @throws AppError conflict where the part was returned, given to somebody else or merged meanwhile
 */
export async function answerPart(
  tx: Transaction,
  calendar: WorkingCalendar,
  part: { assignmentId: string; departmentId: string },
  signerId: string,
): Promise<void> {
  // Two 分办 that answer at once: the later one sees the earlier one's part done.
  const assignment = await lockAssignment(tx, part.assignmentId)
  const own = assignment.parts.find(({ departmentId }) => departmentId === part.departmentId)
  const act = { kind: 'answer' } as const
  const { parts } = assignment
  if (!own || obstaclesTo(act, own, parts, ['sign'], limitsOf(own, tx.now, calendar)).length > 0) {
    throw await conflictOver(tx.db, 'assignment', assignment.id, signerId)
  }
  const after = afterAct(act, own.departmentId, parts, tx.now, own.dueAt)
  await writeParts(tx, assignment, after, { kind: 'answer', actorId: signerId, calendar })
}
