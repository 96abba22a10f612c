import { startOfShanghaiDay } from '~/domain/shared/shanghai-time'
import type { Limits, PartFacts } from './assignment-state'
import { dueDate, extendedDue, MAX_EXTENSION_WORKING_DAYS, RETURN_WORKING_DAYS } from './due'
import type { WorkingCalendar } from './working-days'

/** What a part's acts are measured by at a time, in working days of the calendar. */
export function limitsOf(
  own: Pick<PartFacts, 'assignedAt' | 'dueAt'>,
  now: Date,
  calendar: WorkingCalendar,
): Limits {
  return {
    now,
    returnUntil: dueDate(own.assignedAt, RETURN_WORKING_DAYS, calendar).dueAt,
    extensionUntil: extendedDue(own.dueAt, MAX_EXTENSION_WORKING_DAYS, calendar).dueAt,
    today: startOfShanghaiDay(now),
  }
}
