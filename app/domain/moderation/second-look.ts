import type { ReviewOutcome } from '../comment/review-transition'

/** A second look is due so many hours after it was drawn: nobody outside waits for it. */
export const SECOND_LOOK_TERM_HOURS = 72

/**
 * Whether a decision is drawn for a second look.
 *
 * @param lot from 0 up to, not including, 1, even in distribution
 * @param percent of a hundred decisions so many are drawn
 */
export function isDrawn(lot: number, percent: number): boolean {
  return lot * 100 < percent
}

/** What was decided, as two decisions on one text are compared: a refusal by its reason. */
export type VerdictCategory = 'approve' | 'return' | 'forward' | `reject:${string}`

const REFUSAL = 'reject:'

/** The category of a decision. Approved with something hidden is approved. */
export function verdictCategory(decision: {
  outcome: ReviewOutcome
  reasonCode: string | null
}): VerdictCategory {
  const { outcome, reasonCode } = decision
  return outcome === 'reject' ? `${REFUSAL}${reasonCode ?? ''}` : outcome
}

/** The outcome of a category, and for a refusal the code of its reason. */
export function categoryParts(category: VerdictCategory): {
  outcome: ReviewOutcome
  reasonCode: string | null
} {
  return category.startsWith(REFUSAL)
    ? { outcome: 'reject', reasonCode: category.slice(REFUSAL.length) }
    : { outcome: category as Exclude<ReviewOutcome, 'reject'>, reasonCode: null }
}

/** Whether two decisions differ in what the public sees: one publishes the text, the other does not. */
export function differInPublic(one: ReviewOutcome, other: ReviewOutcome): boolean {
  return (one === 'approve') !== (other === 'approve')
}
