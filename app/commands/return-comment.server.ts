import { AppError } from '~/domain/errors'
import { NOTE_MAX_CHARACTERS, REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { writtenText } from '~/domain/shared/written-text'
import type { Scope } from '~/server/scope.server'
import { decideRevision } from './decide-revision.server'
import type { Decided, ReviewedText } from './write-decision.server'

/**
 * 退回修改: the author is told what to change, and may send the text again.
 *
 * @throws AppError invalidInput (`field`) where nothing says what to change; else as `decideRevision`
 */
export async function returnComment(
  scope: Scope,
  request: ReviewedText & { request: string; note?: string | null },
): Promise<Decided> {
  const { request: wanted, note, ...text } = request
  const words = writtenText(wanted, 'request', REASON_MAX_CHARACTERS)
  if (words === null) throw new AppError('invalidInput', { field: 'request' })
  return decideRevision(scope, {
    ...text,
    outcome: 'return',
    reason: { code: null, text: words },
    note: writtenText(note, 'note', NOTE_MAX_CHARACTERS),
  })
}
