import { AppError } from '~/domain/errors'
import { RESPONSE_STEPS } from '~/domain/response/progress'
import { requireDrafter } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'

interface SeenResponse {
  responseId: string
  version: number
}

/**
 * Begins to correct a published response (更正): it is drafted again, beginning with what is published, which the
 * public goes on reading until the correction is signed.
 *
 * @throws AppError notFound; forbidden for who does not draft there; conflict (`what`, `who`, `at`, `mine`) where
 *   a colleague has begun meanwhile
 */
export async function beginCorrection(scope: Scope, input: SeenResponse): Promise<void> {
  await transact(scope, async (tx) => {
    const { personId } = await requireOwn(tx, scope, input.responseId)
    const { from, to } = RESPONSE_STEPS.beginCorrection
    const { count } = await tx.db.response.updateMany({
      where: { id: input.responseId, version: input.version, status: from },
      data: { status: to, submittedAt: null, changeNote: null, version: { increment: 1 } },
    })
    if (count === 0) throw await conflictOver(tx.db, 'response', input.responseId, personId)
    recordAct(tx, 'response.correctionBegun', input)
  })
}

/**
 * Gives a correction up that is still drafted: what is published stays as it is, and the drafts of the correction stay in
 * the history, files that were added for it go, and those that it was to take out stay.
 *
 * @throws AppError notFound; forbidden for who does not draft there; conflict (`what`, `who`, `at`, `mine`)
 */
export async function abandonCorrection(scope: Scope, input: SeenResponse): Promise<void> {
  await transact(scope, async (tx) => {
    const { personId, published } = await requireOwn(tx, scope, input.responseId)
    if (!published) throw new AppError('invalidInput', {}, { detail: 'nothing is published' })
    const { from, to } = RESPONSE_STEPS.abandonCorrection
    const { count } = await tx.db.response.updateMany({
      where: { id: input.responseId, version: input.version, status: from },
      data: {
        status: to,
        currentDraftId: published.draftId,
        declaredResult: published.declaredResult,
        changeNote: null,
        version: { increment: 1 },
      },
    })
    if (count === 0) throw await conflictOver(tx.db, 'response', input.responseId, personId)
    await tx.db.responseDraft.updateMany({
      where: { responseId: input.responseId, keptAt: null },
      data: { keptAt: tx.now },
    })
    await tx.db.attachment.deleteMany({
      where: { responseId: input.responseId, responseVersion: null },
    })
    await tx.db.attachment.updateMany({
      where: { responseId: input.responseId, leaves: true },
      data: { leaves: false },
    })
    // What it would have promised besides is not promised.
    await tx.db.responsePromise.deleteMany({ where: { responseId: input.responseId } })
    recordAct(tx, 'response.correctionAbandoned', input)
  })
}

async function requireOwn(tx: Transaction, scope: Scope, responseId: string) {
  const response = await tx.db.response.findUnique({
    where: { id: responseId },
    select: {
      departmentId: true,
      publishedVersion: { select: { draftId: true, declaredResult: true } },
    },
  })
  if (!response) throw new AppError('notFound')
  const { personId } = requireDrafter(scope.viewer, response.departmentId)
  return { personId, published: response.publishedVersion }
}

function recordAct(tx: Transaction, action: string, input: SeenResponse): void {
  tx.audit({
    action,
    objectType: 'response',
    objectId: input.responseId,
    role: 'official',
    detail: { version: input.version },
  })
}
