import { shanghaiDate, startOfShanghaiDay } from '~/domain/shared/shanghai-time'

/** How often a person wants mail. */
export const MAIL_FREQUENCIES = ['atOnce', 'daily', 'weekly', 'none'] as const

export type MailFrequency = (typeof MAIL_FREQUENCIES)[number]

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** Digests go out at eight in the morning in Shanghai, weekly ones on Mondays. */
const DIGEST_HOUR = 8

/** When the next digest goes out, strictly after `now`. */
export function nextDigestAt(now: Date, every: 'daily' | 'weekly'): Date {
  const today = startOfShanghaiDay(now).getTime() + DIGEST_HOUR * HOUR_MS
  let at = today > now.getTime() ? today : today + DAY_MS
  if (every === 'weekly') while (!isMonday(new Date(at))) at += DAY_MS
  return new Date(at)
}

/** The key of the digest that goes out now: a person has one a day. */
export function digestKey(now: Date): string {
  return `digest:${shanghaiDate(now)}`
}

function isMonday(at: Date): boolean {
  return new Date(`${shanghaiDate(at)}T00:00:00Z`).getUTCDay() === 1
}
