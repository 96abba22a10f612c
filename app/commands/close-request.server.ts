import { AppError } from '~/domain/errors'
import type { Transaction } from '~/server/transact.server'
import type { StoredPart } from './locked-assignment.server'

/** Writes what was decided on a request that is open; returns who asked, to be told. */
export async function closeRequest(
  tx: Transaction,
  request: StoredPart['request'],
  decided: { outcome: 'granted' | 'refused'; decidedById: string; words?: string },
): Promise<string> {
  if (!request) throw new AppError('conflict')
  const { outcome, decidedById, words } = decided
  await tx.db.assignmentRequest.update({
    where: { id: request.id },
    data: { outcome, decidedById, decidedAt: tx.now, decisionWords: words ?? null },
  })
  return request.askedById
}
