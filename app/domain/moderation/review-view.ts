import { TASK_KINDS, type TaskKind } from './queue-counts'

/**
 * What a moderator can look at: what waits, by why it waits; what stands decided, by how; what one decided
 * oneself lately.
 */
export const REVIEW_VIEWS = [
  'pending',
  'reported',
  'appeal',
  'secondLook',
  'approved',
  'rejected',
  'returned',
  'mine',
] as const

export type ReviewView = (typeof REVIEW_VIEWS)[number]

/** The view that an address names; one that it does not know is the queue itself. */
export function reviewView(name: string | null): ReviewView {
  return REVIEW_VIEWS.find((view) => view === name) ?? 'pending'
}

/** The kind of tasks that a view lists; null for the views of what is decided. */
export function taskKindOf(view: ReviewView): TaskKind | null {
  return TASK_KINDS.find((kind) => kind === view) ?? null
}
