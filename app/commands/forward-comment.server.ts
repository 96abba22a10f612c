import { AppError } from '~/domain/errors'
import { NOTE_MAX_CHARACTERS, REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { writtenText } from '~/domain/shared/written-text'
import type { Scope } from '~/server/scope.server'
import { decideRevision } from './decide-revision.server'
import type { Decided, ReviewedText } from './write-decision.server'

/**
 * 转办: a matter of its own rather than a word in the deliberation. Either it is public and whoever assigns is asked
 * to hand it to departments (`assign`), or it is not published and its author is told where it belongs
 * (`elsewhere`), such as 12345.
 *
 * @param forward.words the request to whoever assigns, or what the author reads
 * @throws AppError invalidInput (`field` words); else as `decideRevision`
 */
export async function forwardComment(
  scope: Scope,
  forward: ReviewedText & { way: 'assign' | 'elsewhere'; words: string; note?: string | null },
): Promise<Decided> {
  const { way, words: written, note, ...text } = forward
  const assign = way === 'assign'
  const words = writtenText(written, 'words', assign ? NOTE_MAX_CHARACTERS : REASON_MAX_CHARACTERS)
  if (words === null) throw new AppError('invalidInput', { field: 'words' })
  return decideRevision(scope, {
    ...text,
    outcome: assign ? 'approve' : 'forward',
    reason: assign ? null : { code: null, text: words },
    forwardNote: assign ? words : null,
    note: writtenText(note, 'note', NOTE_MAX_CHARACTERS),
  })
}
