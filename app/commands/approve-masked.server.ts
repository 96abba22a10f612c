import { AppError } from '~/domain/errors'
import { findPhrases, joinRanges, MASKS_MAX, type TextRange } from '~/domain/moderation/masking'
import { hidesEvidence } from '~/domain/moderation/screening/disposition'
import type { Finding } from '~/domain/moderation/screening/finding'
import type { Scope } from '~/server/scope.server'
import { decideRevision } from './decide-revision.server'
import type { Decided, ReviewedText } from './write-decision.server'

/**
 * 通过（脱敏后）: the text becomes public with the given phrases hidden wherever they stand, beside what screening has
 * hidden already. What was typed is kept for its author and for moderators.
 *
 * @param approval.phrases as they stand in what was typed
 * @throws AppError invalidInput (`field` hide, with `missing` for a phrase that stands nowhere, or `problem`
 *   tooMany); notFound; else as `decideRevision`
 */
export async function approveMasked(
  scope: Scope,
  approval: ReviewedText & { phrases: readonly string[] },
): Promise<Decided> {
  const { phrases, ...text } = approval
  const revision = await scope.db.commentRevision.findFirst({
    where: { id: text.revisionId, commentId: text.commentId },
    select: { text: true, originalText: true },
  })
  if (!revision) throw new AppError('notFound')
  const { ranges, missing } = findPhrases(revision.originalText ?? revision.text, phrases)
  const [first] = missing
  if (first !== undefined) throw new AppError('invalidInput', { field: 'hide', missing: first })
  const screened = await screenedRanges(scope, text.revisionId)
  if (ranges.length > MASKS_MAX) {
    throw new AppError('invalidInput', { field: 'hide', problem: 'tooMany' })
  }
  return decideRevision(scope, {
    ...text,
    outcome: 'approve',
    reason: null,
    note: null,
    masks: joinRanges([...ranges, ...screened]),
  })
}

/** What screening hides of the text: a moderator hides more, never less. */
async function screenedRanges(scope: Scope, revisionId: string): Promise<TextRange[]> {
  const { rows } = await scope.container.database.query<
    Pick<Finding, 'rule' | 'asks' | 'trial'> & { evidence: TextRange[] }
  >(
    `SELECT "rule", "asks", "trial", "evidence" FROM "screening_findings" WHERE "revisionId" = $1`,
    [revisionId],
  )
  return rows.filter(hidesEvidence).flatMap(({ evidence }) => evidence)
}
