import type { AppealResult, Assessment } from '~/domain/moderation/appeal'
import type { Scope } from '~/server/scope.server'
import { getReviewItem, type PastDecision, type ReviewItem } from './get-review-item.server'

export interface AppealItem {
  id: string
  text: string
  createdAt: Date
  dueAt: Date
  overdue: boolean
  /** What the viewer thought before they knew; null while they have not said. */
  assessment: { outcome: Assessment; note: string } | null
  /** A colleague has recorded their view; the viewer can take the appeal over. */
  assessedBy: string | null
  result: { result: AppealResult; explanation: string; at: Date; by: string } | null
  /** The decision that is appealed against: only once the viewer has formed their own view, or it is over. */
  first: PastDecision | null
  /** The text under it; decisions on it are left out as long as `first` is. */
  item: ReviewItem
}

/**
 * The appeal of a comment, for a moderator. Null where there is none.
 *
 * @throws AppError forbidden for others than moderators
 */
export async function getAppeal(scope: Scope, commentId: string): Promise<AppealItem | null> {
  const item = await getReviewItem(scope, commentId, 'appeal')
  const appeal =
    item &&
    (await scope.db.appeal.findUnique({
      where: { commentId: item.id },
      include: { assessor: { select: { id: true, displayName: true } } },
    }))
  if (!item || !appeal) return null
  const mine = appeal.assessorId === scope.viewer?.personId
  const open = mine || appeal.result !== null
  return {
    id: appeal.id,
    text: appeal.text,
    createdAt: appeal.createdAt,
    dueAt: appeal.dueAt,
    overdue: appeal.dueAt < scope.now,
    assessment:
      mine && appeal.assessment
        ? { outcome: appeal.assessment as Assessment, note: appeal.assessmentNote ?? '' }
        : null,
    assessedBy: mine ? null : (appeal.assessor?.displayName ?? null),
    result:
      appeal.result && appeal.decidedAt
        ? {
            result: appeal.result,
            explanation: appeal.explanation ?? '',
            at: appeal.decidedAt,
            by: appeal.assessor?.displayName ?? '',
          }
        : null,
    first: open ? (item.decisions.find(({ id }) => id === appeal.decisionId) ?? null) : null,
    item: open ? item : { ...item, decisions: [], author: withoutRecord(item.author) },
  }
}

/** How often the author was refused, and what came of that, would tell of this refusal, too. */
function withoutRecord(author: ReviewItem['author']): ReviewItem['author'] {
  return { ...author, rejected: 0, returned: 0, ladder: [] }
}
