/**
 * What a moderator can look at: what waits, what one decided oneself lately, what stands refused, what was
 * returned and has not come back yet.
 */
export const REVIEW_VIEWS = ['pending', 'mine', 'rejected', 'returned'] as const

export type ReviewView = (typeof REVIEW_VIEWS)[number]

/** The view that an address names; one that it does not know is the queue itself. */
export function reviewView(name: string | null): ReviewView {
  return REVIEW_VIEWS.find((view) => view === name) ?? 'pending'
}
