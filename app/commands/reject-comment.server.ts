import { AppError } from '~/domain/errors'
import {
  isReasonCode,
  NOTE_MAX_CHARACTERS,
  REASON_MAX_CHARACTERS,
} from '~/domain/moderation/reason-text'
import { writtenText } from '~/domain/shared/written-text'
import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { decideRevision } from './decide-revision.server'
import type { Decided, ReviewedText } from './write-decision.server'

/**
 * 不通过: the text is not published. Its author is told why: by a reason of the list that is in use, in words
 * for this very text.
 *
 * @param rejection.reasonText Markdown is not rendered here: plain text
 * @throws AppError invalidInput (`field`) without such a reason or words; else as `decideRevision`
 */
export async function rejectComment(
  scope: Scope,
  rejection: ReviewedText & { reasonCode: string; reasonText: string; note?: string | null },
): Promise<Decided> {
  requireReviewer(scope.viewer)
  const { reasonCode, reasonText, note, ...text } = rejection
  const words = writtenText(reasonText, 'reasonText', REASON_MAX_CHARACTERS)
  if (words === null) throw new AppError('invalidInput', { field: 'reasonText' })
  const reason = isReasonCode(reasonCode)
    ? await scope.db.rejectionReason.findFirst({
        where: { code: reasonCode, active: true },
        select: { code: true },
      })
    : null
  if (!reason) throw new AppError('invalidInput', { field: 'reasonCode' })
  return decideRevision(scope, {
    ...text,
    outcome: 'reject',
    reason: { code: reason.code, text: words },
    note: writtenText(note, 'note', NOTE_MAX_CHARACTERS),
  })
}
