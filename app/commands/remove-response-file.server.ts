import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { lockDraftedResponse, requireRoom } from './add-response-files.server'

/**
 * Takes a file out of an answer that is drafted. One that is public leaves with the publication of the correction, which
 * says what it changes; until then everybody reads it (`leaves`).
 *
 * @throws AppError as `addResponseFiles`; notFound for what is no file of the answer any more
 */
export async function removeResponseFile(
  scope: Scope,
  input: { responseId: string; attachmentId: string },
): Promise<{ leaves: boolean }> {
  const { responseId, attachmentId: id } = input
  return transact(scope, async (tx) => {
    await lockDraftedResponse(tx, scope, responseId)
    if (!isId(id)) throw new AppError('notFound')
    const drafted = await tx.db.attachment.deleteMany({
      where: { id, responseId, responseVersion: null },
    })
    const left =
      drafted.count > 0
        ? drafted
        : await tx.db.attachment.updateMany({
            where: { id, responseId, leaves: false, removedVersion: null },
            data: { leaves: true },
          })
    if (left.count === 0) throw new AppError('notFound')
    record(tx, 'response.fileRemoved', input)
    return { leaves: drafted.count === 0 }
  })
}

/**
 * Keeps a public file that the correction was to take out.
 *
 * @throws AppError as `addResponseFiles`; notFound for what is not being taken out
 */
export async function keepResponseFile(
  scope: Scope,
  input: { responseId: string; attachmentId: string },
): Promise<void> {
  const { responseId, attachmentId: id } = input
  await transact(scope, async (tx) => {
    await lockDraftedResponse(tx, scope, responseId)
    if (!isId(id)) throw new AppError('notFound')
    await requireRoom(tx, responseId, 1)
    const { count } = await tx.db.attachment.updateMany({
      where: { id, responseId, leaves: true },
      data: { leaves: false },
    })
    if (count === 0) throw new AppError('notFound')
    record(tx, 'response.fileKept', input)
  })
}

function record(
  tx: Transaction,
  action: string,
  { responseId, attachmentId }: { responseId: string; attachmentId: string },
): void {
  tx.audit({
    action,
    objectType: 'response',
    objectId: responseId,
    role: 'official',
    detail: { attachments: [attachmentId] },
  })
}
