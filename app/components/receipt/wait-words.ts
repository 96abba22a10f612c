import type { Translate } from '~/i18n/translate'

const HOUR = 60
const DAY = 24 * HOUR

/** A time in minutes as people say it: to the minute below two hours, to the hour below two days. */
export function waitWords(minutes: number, t: Translate): string {
  if (minutes < 2 * HOUR) return t('receipt.duration.minutes', { n: Math.max(1, minutes) })
  if (minutes < 2 * DAY) return t('receipt.duration.hours', { n: Math.round(minutes / HOUR) })
  return t('receipt.duration.days', { n: Math.round(minutes / DAY) })
}
