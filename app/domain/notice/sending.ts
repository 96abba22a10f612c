const MINUTE_MS = 60_000
const LONGEST_MS = 4 * 60 * MINUTE_MS

/**
 * Notices are kept for a year: long enough to look up what came of something, and no archive of what somebody
 * followed. What happened stands on the timeline of its topic for good.
 */
export const NOTICE_KEPT_DAYS = 365

/** After so many failed attempts a message is given up, some sixteen hours after the first. */
export const MOST_ATTEMPTS = 12

/** How long after the nth failed attempt the next one is made: one minute, two, four, up to four hours. */
export function retryAfterMs(attempts: number): number {
  return Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_MS)
}

/** How many messages a person has had on a day, and the day. */
export interface DayCount {
  /** `2025-07-14`; null before the first. */
  on: string | null
  count: number
}

/**
 * Whether one more message may go to a person at once. The last of a day is kept for the digest, so that whoever
 * has had enough still hears of the rest, and never more than the set number comes.
 *
 * @param today the date in Shanghai
 * @param keepOne whether what is held back goes into a digest
 */
export function mayGoNow(
  had: DayCount,
  today: string,
  most: number,
  { keepOne }: { keepOne: boolean },
): boolean {
  const count = had.on === today ? had.count : 0
  return count < (keepOne ? most - 1 : most)
}
