import { AppError } from '~/domain/errors'
import type { Scope } from '~/server/scope.server'
import { decideRevision } from './decide-revision.server'
import type { Decided, ReviewedText } from './write-decision.server'

/**
 * 并入同类: approves a comment, and has it shown under one that asks for the same. Its words stay as they are,
 * at its own address.
 *
 * @throws AppError as `decideRevision` and `demandGroupFor`; invalidInput for a decision that revises another
 */
export async function joinSameDemand(
  scope: Scope,
  { sameAsId, ...text }: ReviewedText & { sameAsId: string },
): Promise<Decided> {
  if (text.previousId) throw new AppError('invalidInput', { field: 'sameAs' })
  return decideRevision(scope, { ...text, outcome: 'approve', reason: null, note: null, sameAsId })
}
