import { AppError } from '~/domain/errors'
import type { Assessment } from '~/domain/moderation/appeal'
import { NOTE_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { writtenText } from '~/domain/shared/written-text'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { holdAppeal } from './held-appeal.server'

/**
 * Records what a second moderator thinks of the text, before the first decision is shown to them. It is not
 * changed afterwards; a colleague who takes the appeal over records their own in its place.
 *
 * @throws AppError as `holdAppeal`; invalidInput (`field` note)
 */
export async function assessAppeal(
  scope: Scope,
  input: { appealId: string; assessment: Assessment; note: string },
): Promise<void> {
  const note = writtenText(input.note, 'note', NOTE_MAX_CHARACTERS)
  if (note === null) throw new AppError('invalidInput', { field: 'note' })
  await transact(scope, async (tx) => {
    const { appeal, comment, reviewer } = await holdAppeal(tx, scope, input.appealId)
    if (appeal.assessorId === reviewer.personId) return
    await tx.db.appeal.update({
      where: { id: appeal.id },
      data: {
        assessorId: reviewer.personId,
        assessment: input.assessment,
        assessmentNote: note,
        assessedAt: tx.now,
        version: { increment: 1 },
      },
    })
    tx.audit({
      action: 'appeal.assessed',
      objectType: 'comment',
      objectId: comment.id,
      role: 'moderator',
      detail: { appealId: appeal.id, assessment: input.assessment, before: appeal.assessorId },
    })
  })
}
