import { AppError } from '~/domain/errors'
import { RESPONSE_STEPS } from '~/domain/response/progress'
import { requireDrafter } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'

export interface ContributionInput {
  assignmentId: string
  /** The 会办 department that writes. */
  departmentId: string
  /** The version that was on the page; 0 while there was none. */
  version: number
  /** Markdown, cleaned. */
  text: string
  /** The department says that it is done; anything else takes that back. */
  finished: boolean
  /** Saved by the page at a pause, not by a button. */
  atPause?: boolean
}

/**
 * Saves what a 会办 department gives to the lead's answer, until that is handed to the signer.
 *
 * @throws AppError notFound; forbidden for who does not draft there, and for departments that answer themselves;
 *   invalidInput (`problem`: notAcknowledged, submitted); conflict (`what`, `who`, `at`, `mine`) where a colleague
 *   saved meanwhile
 */
export async function saveContribution(
  scope: Scope,
  input: ContributionInput,
): Promise<{ version: number }> {
  const drafter = requireDrafter(scope.viewer, input.departmentId)
  return transact(scope, async (tx) => {
    await requireOpen(tx, input, drafter.personId)
    const { id, begun } = await write(tx, input, drafter.personId)
    if (!input.atPause || begun) {
      tx.audit({
        action: input.finished ? 'contribution.finished' : 'contribution.saved',
        objectType: 'contribution',
        objectId: id,
        role: 'official',
        detail: {
          assignmentId: input.assignmentId,
          departmentId: input.departmentId,
          version: input.version,
        },
      })
    }
    return { version: input.version + 1 }
  })
}

/** The department joins in an answer that is still drafted. */
async function requireOpen(
  tx: Transaction,
  input: ContributionInput,
  viewerId: string,
): Promise<void> {
  const { assignmentId, departmentId } = input
  const asked = await tx.db.assignmentDepartment.findMany({
    where: { assignmentId, OR: [{ departmentId }, { part: 'lead' }] },
    select: { departmentId: true, part: true, state: true },
  })
  const own = asked.find((each) => each.departmentId === departmentId)
  const lead = asked.find(({ part }) => part === 'lead')
  if (!own || !lead) throw new AppError('notFound')
  if (own.part !== 'joint') throw new AppError('forbidden', {}, { detail: 'no joint department' })
  if (own.state === 'assigned') throw new AppError('invalidInput', { problem: 'notAcknowledged' })
  // Returned, given to another department, or merged meanwhile.
  if (own.state !== 'handling' && own.state !== 'answered') {
    throw await conflictOver(tx.db, 'assignment', assignmentId, viewerId)
  }
  const response = await tx.db.response.findUnique({
    where: { assignmentId_departmentId: { assignmentId, departmentId: lead.departmentId } },
    select: { status: true, publishedVersionId: true },
  })
  const open =
    !response || (response.status === RESPONSE_STEPS.save.from && !response.publishedVersionId)
  if (!open) throw new AppError('invalidInput', { problem: 'submitted' })
}

async function write(
  tx: Transaction,
  input: ContributionInput,
  authorId: string,
): Promise<{ id: string; begun: boolean }> {
  const { assignmentId, departmentId, version } = input
  const words = {
    text: input.text,
    authorId,
    savedAt: tx.now,
    finishedAt: input.finished ? tx.now : null,
  }
  const key = { assignmentId_departmentId: { assignmentId, departmentId } }
  const { count } =
    version === 0
      ? await tx.db.responseContribution.createMany({
          data: {
            ...words,
            id: newId(tx.now.getTime()),
            assignmentId,
            departmentId,
            createdAt: tx.now,
          },
          skipDuplicates: true,
        })
      : await tx.db.responseContribution.updateMany({
          where: { assignmentId, departmentId, version },
          data: { ...words, version: { increment: 1 } },
        })
  const contribution = await tx.db.responseContribution.findUnique({
    where: key,
    select: { id: true },
  })
  if (!contribution) throw new AppError('notFound')
  if (count === 0) throw await conflictOver(tx.db, 'contribution', contribution.id, authorId)
  return { id: contribution.id, begun: version === 0 }
}
