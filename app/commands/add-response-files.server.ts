import { MAX_FILES_PER_RESPONSE } from '~/domain/attachment/limits'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { requireDrafter } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import type { PreparedFile } from '~/server/attachments/prepared-file'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { storeAttachments } from './store-attachments.server'

/**
 * Adds files to an answer that is drafted, or to its correction. They become public with it.
 *
 * @throws AppError notFound; forbidden for who does not draft there; conflict (`what`, `who`, `at`, `mine`) where it is
 *   with the signer, or published; invalidInput with `field` files where there would be too many
 */
export async function addResponseFiles(
  scope: Scope,
  input: { responseId: string; files: readonly PreparedFile[] },
): Promise<void> {
  const { responseId, files } = input
  await transact(scope, async (tx) => {
    const { personId } = await lockDraftedResponse(tx, scope, responseId)
    await requireRoom(tx, responseId, files.length)
    const added = await storeAttachments(tx, scope.container, { responseId }, personId, files)
    if (added.length === 0) return
    tx.audit({
      action: 'response.filesAdded',
      objectType: 'response',
      objectId: responseId,
      role: 'official',
      detail: { attachments: added },
    })
  })
}

/** @throws AppError invalidInput with `field` files where the answer would have too many */
export async function requireRoom(
  tx: Transaction,
  responseId: string,
  more: number,
): Promise<void> {
  const had = await tx.db.attachment.count({
    where: { responseId, leaves: false, removedVersion: null },
  })
  if (had + more > MAX_FILES_PER_RESPONSE) throw new AppError('invalidInput', { field: 'files' })
}

/**
 * Claims a response that is being drafted, for the rest of the transaction.
 *
 * @throws AppError as `addResponseFiles`
 */
export async function lockDraftedResponse(
  tx: Transaction,
  scope: Pick<Scope, 'viewer'>,
  responseId: string,
): Promise<{ personId: string }> {
  if (!isId(responseId)) throw new AppError('notFound')
  const { rows } = await tx.query<{ departmentId: string; status: string }>(
    'SELECT "departmentId", "status"::text FROM "responses" WHERE "id" = $1 FOR UPDATE',
    [responseId],
  )
  const [response] = rows
  if (!response) throw new AppError('notFound')
  const { personId } = requireDrafter(scope.viewer, response.departmentId)
  if (response.status !== 'drafting') {
    throw await conflictOver(tx.db, 'response', responseId, personId)
  }
  return { personId }
}
