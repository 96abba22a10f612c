import { compareSteps, SANCTION_STEPS, type SanctionStep } from './sanction'

/** Breaches are counted over so many days. */
export const BREACH_WINDOW_DAYS = 30

/** From so many points within the window a step is proposed. */
export const BREACH_POINTS = 3

/** Imposed longer ago than this, a sanction no longer counts. */
export const SANCTION_MEMORY_DAYS = 365

/** What an account did against the rules since the last sanction or dismissal, within the window. */
export interface Breaches {
  /** Texts refused before anybody read them, for a reason that is a breach; none that an appeal overturned. */
  refused: number
  /** Texts taken down after a report that was upheld: they had reached people, and count double. */
  removed: number
}

export function breachPoints({ refused, removed }: Breaches): number {
  return refused + 2 * removed
}

/**
 * The step that the history asks somebody to think about; null where it asks for none. Never imposed by itself.
 * Each time one step further than the strictest of those imposed within the memory (lifted ones do not count), and
 * no further than 关闭: 禁止重新注册 is thought of by people only.
 */
export function proposedStep(
  breaches: Breaches,
  imposedLately: readonly SanctionStep[],
): SanctionStep | null {
  if (breachPoints(breaches) < BREACH_POINTS) return null
  const strictest = [...imposedLately].sort(compareSteps).at(-1)
  if (!strictest) return 'warning'
  const next = SANCTION_STEPS[SANCTION_STEPS.indexOf(strictest) + 1] ?? 'closed'
  return compareSteps(next, 'closed') > 0 ? 'closed' : next
}
