import { requireAdministrator } from '~/policies/administration'
import { CALENDAR_TAG } from '~/server/calendar/load-calendar.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { entryConflict } from './entry-change.server'

export interface CalendarDayFields {
  working: boolean
  /** The holiday that a day off or a make-up day belongs to. */
  name: string | null
}

/**
 * Corrects a day of an announced year. Days past the horizon are not entered one by one: the last day there is
 * says through when the calendar holds, so that a year is entered whole.
 *
 * @param input.date as `2026-10-01`
 * @param input.seen the day as it was on the page
 * @throws AppError conflict where somebody else corrected it meanwhile
 */
export async function saveCalendarDay(
  scope: Scope,
  input: { date: string; seen: CalendarDayFields; fields: CalendarDayFields },
): Promise<Outcome> {
  const viewer = requireAdministrator(scope.viewer)
  const { fields, seen } = input
  const date = new Date(`${input.date}T00:00:00Z`)
  return transact(scope, async (tx) => {
    const before = await tx.db.calendarDay.findUnique({ where: { date } })
    if (!before) return refuse('day', 'admin.calendar.notAnnounced')
    const { count } = await tx.db.calendarDay.updateMany({
      where: { date, working: seen.working, name: seen.name },
      data: fields,
    })
    if (count === 0) throw await entryConflict(tx, viewer, 'calendarDay', input.date)
    if (before.working === fields.working && before.name === fields.name) return { ok: true }
    tx.audit({
      action: 'calendar.changed',
      objectType: 'calendarDay',
      objectId: input.date,
      role: 'admin',
      detail: { before: { working: before.working, name: before.name }, after: { ...fields } },
    })
    tx.touch(CALENDAR_TAG)
    return { ok: true }
  })
}
