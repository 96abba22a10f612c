import type { StandingStatus } from '../comment/review-transition'

/** 申诉 at most this long. */
export const APPEAL_MAX_CHARACTERS = 1_000

/** What the author reads of the result at most this long. */
export const APPEAL_EXPLANATION_MAX_CHARACTERS = 1_000

/** An appeal is decided within so many working days. */
export const APPEAL_TERM_WORKING_DAYS = 3

/** So long after a decision its author may appeal, in days. */
export const APPEAL_WITHIN_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000

export const APPEAL_RESULTS = ['upheld', 'overturned'] as const

/** 维持 or 改判. */
export type AppealResult = (typeof APPEAL_RESULTS)[number]

/** What a moderator thinks of the text before they know what was decided: to be published, or not. */
export const ASSESSMENTS = ['approve', 'reject'] as const

export type Assessment = (typeof ASSESSMENTS)[number]

export interface AppealFacts {
  /** Where the newest text stands. */
  latestStatus: StandingStatus
  /** When the present decision on it was made; null without one that has settled. */
  decidedAt: Date | null
  appealed: boolean
}

/** Why there is no appeal: nothing was refused, one was made already, or it is too late. */
export type AppealProblem = 'notRefused' | 'appealed' | 'late'

/** What stands against an appeal now; null for nothing. */
export function appealProblem(facts: AppealFacts, now: Date): AppealProblem | null {
  if (facts.appealed) return 'appealed'
  if (facts.latestStatus !== 'rejected' || !facts.decidedAt) return 'notRefused'
  return now.getTime() - facts.decidedAt.getTime() > APPEAL_WITHIN_DAYS * DAY_MS ? 'late' : null
}

/**
 * Of all appeals that were decided the share that was overturned, 0 to 1; null where none was.
 */
export function reversalRate(counts: { decided: number; overturned: number }): number | null {
  return counts.decided === 0 ? null : counts.overturned / counts.decided
}
