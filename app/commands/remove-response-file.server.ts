import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { lockDraftedResponse } from './add-response-files.server'

/**
 * Takes a file out of an answer that is drafted. What was published stays with what was published.
 *
 * @throws AppError as `addResponseFiles`; notFound for what is no file of the draft
 */
export async function removeResponseFile(
  scope: Scope,
  input: { responseId: string; attachmentId: string },
): Promise<void> {
  const { responseId, attachmentId: id } = input
  await transact(scope, async (tx) => {
    await lockDraftedResponse(tx, scope, responseId)
    const { count } = isId(id)
      ? await tx.db.attachment.deleteMany({ where: { id, responseId, responseVersion: null } })
      : { count: 0 }
    if (count === 0) throw new AppError('notFound')
    tx.audit({
      action: 'response.fileRemoved',
      objectType: 'response',
      objectId: responseId,
      role: 'official',
      detail: { attachments: [id] },
    })
  })
}
