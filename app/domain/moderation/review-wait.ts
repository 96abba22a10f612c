import { shanghaiDate } from '../shared/shanghai-time'

/** The measure in the histograms: whole minutes from sending a text to the decision on it. */
export const REVIEW_WAIT_MEASURE = 'review.wait'

/** The usual wait is told from the decisions of so many Shanghai days, today among them. */
export const REVIEW_WAIT_DAYS = 7

/** From fewer decisions than these no usual wait is told: chance would speak louder than custom. */
export const REVIEW_WAIT_MINIMUM_DECISIONS = 20

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A wait as the histogram counts it: in whole minutes, a minute that has begun counted as one, so that nobody
 * is promised less than it takes. Clocks that disagree make no negative waits.
 */
export function waitInMinutes(waitedMs: number): number {
  return Math.max(0, Math.ceil(waitedMs / 60_000))
}

/** The Shanghai day of a decision as a date column holds it: midnight UTC of that calendar day. */
export function histogramDay(at: Date): Date {
  return new Date(`${shanghaiDate(at)}T00:00:00.000Z`)
}

/** The first of the days that the usual wait at `now` is told from, as a date column holds it. */
export function firstWaitDay(now: Date): Date {
  return new Date(histogramDay(now).getTime() - (REVIEW_WAIT_DAYS - 1) * DAY_MS)
}
