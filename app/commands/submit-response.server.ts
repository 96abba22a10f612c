import { AppError } from '~/domain/errors'
import { requireDrafter } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Hands the present draft to the department's signers (送审签).
 *
 * @throws AppError notFound; forbidden for who does not draft there; conflict (`what`, `who`, `at`, `mine`)
 *   where it is no longer the draft that was on the page
 */
export async function submitResponse(
  scope: Scope,
  input: { responseId: string; version: number },
): Promise<{ version: number }> {
  return transact(scope, async (tx) => {
    const response = await tx.db.response.findUnique({
      where: { id: input.responseId },
      select: { departmentId: true, currentDraftId: true },
    })
    if (!response) throw new AppError('notFound')
    const drafter = requireDrafter(scope.viewer, response.departmentId)
    const { count } = await tx.db.response.updateMany({
      where: {
        id: input.responseId,
        version: input.version,
        status: 'drafting',
        currentDraftId: { not: null },
      },
      data: { status: 'awaitingSignOff', submittedAt: tx.now, version: { increment: 1 } },
    })
    if (count === 0) {
      throw await conflictOver(tx.db, 'response', input.responseId, drafter.personId)
    }
    tx.audit({
      action: 'response.submitted',
      objectType: 'response',
      objectId: input.responseId,
      role: 'official',
      detail: { draftId: response.currentDraftId, version: input.version },
    })
    return { version: input.version + 1 }
  })
}
