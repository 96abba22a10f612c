import type { StandingStatus } from '../comment/review-transition'

/** What waits for a moderator, by why it waits. */
export const TASK_KINDS = ['pending', 'reported', 'appeal', 'secondLook'] as const

export type TaskKind = (typeof TASK_KINDS)[number]

/** What stands decided, by how. */
export const STANDING_VIEWS = ['approved', 'rejected', 'returned'] as const

export type StandingView = (typeof STANDING_VIEWS)[number]

/** The views of the queue whose counts are kept. */
export type CountedView = TaskKind | StandingView

/** How many rows a count is spread over, so that those who decide at once need not wait for one another. */
export const COUNT_SLOTS = 8

/**
 * Among which decided comments one is counted by its newest text; null while that waits (`waits`: a task of the
 * kind `pending` is open, as after 先发后审, too), is hidden since it was reported, is between decision and settlement, or was withdrawn.
 */
export function standingView(newest: StandingStatus, waits: boolean): StandingView | null {
  if (waits) return null
  switch (newest) {
    case 'published':
      return 'approved'
    case 'rejected':
    case 'returned':
      return newest
    case 'pending':
    case 'hidden':
    case 'withdrawn':
      return null
  }
}
