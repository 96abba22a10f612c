import {
  daysLeft,
  nextShanghaiMidnight,
  shanghaiDate,
  startOfShanghaiDay,
} from '~/domain/shared/shanghai-time'
import type { PartState } from './assignment-state'
import { addWorkingDays, countWorkingDays, type WorkingCalendar } from './working-days'

/**
 * How long departments have by default, in working days from the day after the assignment. No statute sets a time for
 * an answer in a consultation; fifteen working days is what many cities' 12345 hotlines promise as their
 * ordinary time to answer, and a single comment asks for less than a whole topic. Whoever assigns may set
 * another number.
 */
export const TOPIC_TERM_WORKING_DAYS = 15
export const COMMENT_TERM_WORKING_DAYS = 10

/** Longer terms are not set at assigning: a 提案 has three months (about 60 working days), nothing here has more. */
export const MAX_TERM_WORKING_DAYS = 60

/** 签收: within so many working days from the day after the assignment. */
const ACKNOWLEDGE_WORKING_DAYS = 1

/** 申退: within so many working days from the day after the assignment. */
export const RETURN_WORKING_DAYS = 7

/** 延期: so many working days past the due date at most, at one time. */
export const MAX_EXTENSION_WORKING_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000

export interface DueDate {
  /** The first instant after the last day: midnight in Shanghai at its end. */
  dueAt: Date
  /** The day lies past the published calendar and may still move. */
  provisional: boolean
}

/** When an answer asked for now is due. @throws RangeError for a count that is no whole number from 0 to 1000 */
export function dueDate(assignedAt: Date, workingDays: number, calendar: WorkingCalendar): DueDate {
  const { date, provisional } = addWorkingDays(shanghaiDate(assignedAt), workingDays, calendar)
  const startOfDay = Date.parse(`${date}T00:00:00Z`) - SHANGHAI_OFFSET_MS
  return { dueAt: new Date(startOfDay + DAY_MS), provisional }
}

/** Until when whoever was asked has to acknowledge: the first instant after the last day for it. */
export function acknowledgeUntil(assignedAt: Date, calendar: WorkingCalendar): Date {
  return dueDate(assignedAt, ACKNOWLEDGE_WORKING_DAYS, calendar).dueAt
}

/** Whatever was assigned before this instant and is not acknowledged, is so past its last day for it. */
export function acknowledgeOverdueBefore(now: Date, calendar: WorkingCalendar): Date {
  let before = startOfShanghaiDay(now)
  while (acknowledgeUntil(new Date(before.getTime() - 1), calendar) > now) {
    before = new Date(before.getTime() - DAY_MS)
  }
  return before
}

/** 签收已超期: nobody has acknowledged, and the last day for it has passed. */
export function isAcknowledgeOverdue(
  part: { state: PartState; assignedAt: Date },
  now: Date,
  calendar: WorkingCalendar,
): boolean {
  return part.state === 'assigned' && now >= acknowledgeUntil(part.assignedAt, calendar)
}

/** When an answer is due that has so many working days more, counted from the day after its last day. */
export function extendedDue(dueAt: Date, workingDays: number, calendar: WorkingCalendar): DueDate {
  return dueDate(lastDay(dueAt), workingDays, calendar)
}

/**
 * When an answer is due whose term was reckoned before the holidays at its end were announced: as many working days
 * from the assignment by what is announced now, and never earlier than was said.
 */
export function settledDue(
  assignedAt: Date,
  dueAt: Date,
  before: WorkingCalendar,
  after: WorkingCalendar,
): Date {
  const term = countWorkingDays(shanghaiDate(assignedAt), shanghaiDate(lastDay(dueAt)), before)
  const settled = dueDate(assignedAt, term, after).dueAt
  return settled > dueAt ? settled : dueAt
}

/** Whether a due date lies past what was announced of the calendar. */
export function isProvisional(dueAt: Date, calendar: WorkingCalendar): boolean {
  return shanghaiDate(lastDay(dueAt)) > calendar.publishedThrough
}

/** The last day itself, for showing: `dueAt` is the first instant after it. */
export function lastDay(dueAt: Date): Date {
  return new Date(dueAt.getTime() - 1)
}

/** So many days before the last one an answer is due soon. */
const SOON_DAYS = 3

/** What is due at this instant or before is due soon, today or overdue. */
export function soonUntil(now: Date): Date {
  return new Date(nextShanghaiMidnight(now).getTime() + SOON_DAYS * DAY_MS)
}

/** How a due date stands to today; days are calendar days in Shanghai. */
export type DueStanding =
  | { kind: 'overdue'; days: number }
  | { kind: 'today' }
  | { kind: 'soon'; days: number }
  | { kind: 'later'; days: number }

/** How a due date stands to now. */
export function dueStanding(dueAt: Date, now: Date): DueStanding {
  const days = daysLeft(dueAt, now)
  if (days < 0) return { kind: 'overdue', days: -days }
  if (days === 0) return { kind: 'today' }
  return { kind: days <= SOON_DAYS ? 'soon' : 'later', days }
}
