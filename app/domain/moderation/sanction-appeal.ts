import { APPEAL_WITHIN_DAYS } from './appeal'
import type { SanctionStatus } from './sanction'

export const SANCTION_APPEAL_RESULTS = ['upheld', 'lifted'] as const

/** 维持 or 解除. */
export type SanctionAppealResult = (typeof SANCTION_APPEAL_RESULTS)[number]

/** Why there is no appeal against a sanction: nothing is imposed, one was made already, or it is too late. */
export type SanctionAppealProblem = 'notImposed' | 'appealed' | 'late'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What stands against an appeal now; null for nothing. A sanction that is over may still be appealed against: it
 * counts when the next one is thought of.
 */
export function sanctionAppealProblem(
  sanction: { status: SanctionStatus; from: Date | null; appealed: boolean },
  now: Date,
): SanctionAppealProblem | null {
  if (sanction.appealed) return 'appealed'
  if (sanction.status !== 'active' || !sanction.from) return 'notImposed'
  return now.getTime() - sanction.from.getTime() > APPEAL_WITHIN_DAYS * DAY_MS ? 'late' : null
}
