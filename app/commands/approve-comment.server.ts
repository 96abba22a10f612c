import type { Scope } from '~/server/scope.server'
import { decideRevision } from './decide-revision.server'
import type { Decided, ReviewedText } from './write-decision.server'

/**
 * 通过: the text that was read becomes public, in place of an earlier one where there is one.
 *
 * @throws AppError as `decideRevision`
 */
export async function approveComment(scope: Scope, text: ReviewedText): Promise<Decided> {
  return decideRevision(scope, { ...text, outcome: 'approve', reason: null, note: null })
}
