import { AppError } from '~/domain/errors'
import { RESPONSE_STEPS } from '~/domain/response/progress'
import { requireSigner } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Takes back a signed response before its time to be published (收回定时). It waits to be signed again: for
 * another time, at once, or to be returned.
 *
 * @throws AppError notFound; forbidden (`obstacle`) for who may not sign it; conflict (`what`, `who`, `at`, `mine`)
 *   where it was published or taken back meanwhile
 */
export async function takeBackResponse(
  scope: Scope,
  input: { responseId: string; version: number },
): Promise<void> {
  await transact(scope, async (tx) => {
    const response = await tx.db.response.findUnique({
      where: { id: input.responseId },
      select: {
        departmentId: true,
        scheduledFor: true,
        drafts: { select: { authorId: true } },
      },
    })
    if (!response) throw new AppError('notFound')
    const signer = requireSigner(scope.viewer, {
      departmentId: response.departmentId,
      drafterIds: response.drafts.map(({ authorId }) => authorId),
    })
    const { from, to } = RESPONSE_STEPS.takeBack
    const { count } = await tx.db.response.updateMany({
      where: { id: input.responseId, version: input.version, status: from },
      data: { status: to, scheduledFor: null, version: { increment: 1 } },
    })
    if (count === 0) throw await conflictOver(tx.db, 'response', input.responseId, signer.personId)
    tx.audit({
      action: 'response.unscheduled',
      objectType: 'response',
      objectId: input.responseId,
      role: 'official',
      detail: {
        version: input.version,
        scheduledFor: response.scheduledFor?.toISOString() ?? null,
      },
    })
  })
}

/**
 * Gives a response back to its signers whose time has come but which cannot be published: its department's part was
 * returned, given to another department or merged meanwhile.
 */
export async function giveBackResponse(scope: Scope, responseId: string): Promise<void> {
  await transact(scope, async (tx) => {
    const { from, to } = RESPONSE_STEPS.takeBack
    const { count } = await tx.db.response.updateMany({
      where: { id: responseId, status: from },
      data: { status: to, scheduledFor: null, version: { increment: 1 } },
    })
    if (count === 0) return
    tx.audit({
      action: 'response.unscheduled',
      objectType: 'response',
      objectId: responseId,
      detail: { by: 'schedule' },
    })
  })
}
