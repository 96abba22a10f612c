import { AppError } from '~/domain/errors'
import { isTermOf, type SanctionStep } from '~/domain/moderation/sanction'
import { isSeniorReviewer } from '~/policies/moderation'
import { requireProposer, sanctioningRole } from '~/policies/sanction'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { readAccountHistory } from './breaches.server'
import { holdTarget, sanctionConflict } from './held-sanction.server'
import { writeProposal } from './write-proposal.server'

/**
 * Proposes a step about the author of a comment, or about a person, to whoever may impose it. It rests on the comment
 * and on what was refused lately.
 *
 * @param input.note why, for colleagues
 * @throws AppError forbidden; notFound; invalidInput (`field` days); conflict where a proposal for the person waits
 */
export async function proposeSanction(
  scope: Scope,
  input: {
    personId?: string | undefined
    commentId?: string | undefined
    step: SanctionStep
    days: number | null
    note: string
  },
): Promise<{ sanctionId: string }> {
  if (!isTermOf(input.step, input.days)) throw new AppError('invalidInput', { field: 'days' })
  return transact(scope, async (tx) => {
    const person = await holdTarget(tx, input)
    const viewer = requireProposer(scope.viewer, person)
    const { commentIds } = await readAccountHistory(tx, person.personId)
    const sanctionId = await writeProposal(tx, {
      personId: person.personId,
      step: input.step,
      days: input.days,
      proposedById: viewer.personId,
      bySenior: isSeniorReviewer(viewer),
      role: sanctioningRole(viewer),
      note: input.note,
      reason: '',
      commentIds: [...new Set([...(input.commentId ? [input.commentId] : []), ...commentIds])],
    })
    if (sanctionId) return { sanctionId }
    const waiting = await tx.db.sanction.findFirstOrThrow({
      where: { personId: person.personId, status: 'proposed' },
      select: { id: true },
    })
    throw await sanctionConflict(tx, viewer, waiting.id)
  })
}
