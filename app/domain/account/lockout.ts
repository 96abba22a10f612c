/**
 * Lockout against guessing passwords (GB/T 22239: after 5 failures). The first four failures cost nothing. The
 * fifth and each one after it lock sign-in for a time that grows:
 *
 * | failure | 5th | 6th | 7th | 8th | 9th | 10th and later |
 * |---|---|---|---|---|---|---|
 * | locked for | 1 min | 5 min | 15 min | 1 h | 4 h | 24 h |
 *
 * That is at most 10 guesses within any 24 hours. Attempts during a lock are refused unread:
 * they neither tell whether the password was right nor lengthen the lock. A success clears the count,
 * and so do 24 hours without a failure after the lock is over.
 */
const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS

const FREE_FAILURES = 4

const LOCK_MS = [
  1 * MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  1 * HOUR_MS,
  4 * HOUR_MS,
  24 * HOUR_MS,
] as const

const LONGEST_LOCK_MS = 24 * HOUR_MS

const FORGET_AFTER_MS = 24 * HOUR_MS

/** The failures counted for an account name, whether or not an account has it. */
export interface LockoutState {
  failures: number
  lastAt: Date
  lockedUntil: Date | null
}

/** How long sign-in stays locked, in milliseconds; 0 where it is not. */
export function lockedForMs(state: LockoutState | null, now: Date): number {
  if (!state?.lockedUntil) return 0
  return Math.max(0, state.lockedUntil.getTime() - now.getTime())
}

/** The state after one more failure; one that falls into a lock changes nothing. */
export function afterFailure(state: LockoutState | null, now: Date): LockoutState {
  if (state && lockedForMs(state, now) > 0) return state
  const failures = (state && !isForgotten(state, now) ? state.failures : 0) + 1
  const lockMs =
    failures <= FREE_FAILURES ? null : (LOCK_MS[failures - FREE_FAILURES - 1] ?? LONGEST_LOCK_MS)
  return {
    failures,
    lastAt: now,
    lockedUntil: lockMs === null ? null : new Date(now.getTime() + lockMs),
  }
}

/** Whether the failures no longer count, so that they need not be kept. A success forgets them at once. */
export function isForgotten(state: LockoutState, now: Date): boolean {
  const over = state.lockedUntil ?? state.lastAt
  return now.getTime() - over.getTime() >= FORGET_AFTER_MS
}
