/** Days of the calendar, as `2025-07-14`. The database keeps them as dates, which come back as midnights in UTC. */

const DAY_MS = 24 * 60 * 60 * 1000

/** Whether a text is a day of the calendar: `2025-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && dayOf(new Date(time)) === text
}

/** A day so many days later. @throws RangeError for what is no day */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(storedDay(day).getTime() + days * DAY_MS))
}

/** So many days from one day to another; negative where the other lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((storedDay(to).getTime() - storedDay(from).getTime()) / DAY_MS)
}

/** The day that a date of the database stands for. */
export function dayOf(stored: Date): string {
  return stored.toISOString().slice(0, 10)
}

/** A day as the database takes it. */
export function storedDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** A moment within a day in Shanghai, for formatting it. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`)
}
