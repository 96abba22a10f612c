import { addDays, daysBetween, isDay } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'

/** Where a promise stands: made, kept by its day, kept after it, or taken back with a reason. Overdue is no state. */
export const COMMITMENT_STATES = ['open', 'kept', 'keptLate', 'withdrawn'] as const

export type CommitmentState = (typeof COMMITMENT_STATES)[number]

/** What residents say of a promise: 是这样, 还没有, 说不好. */
export const CHECK_ANSWERS = ['so', 'notYet', 'cannotSay'] as const

export type CheckAnswer = (typeof CHECK_ANSWERS)[number]

/** What a public note beside a promise is: how it goes, that it is kept, or why it is taken back. */
export const NOTE_KINDS = ['progress', 'kept', 'withdrawn'] as const

export type NoteKind = (typeof NOTE_KINDS)[number]

/** The longest of each, in characters (code points). */
export const PROMISE_MAX_CHARACTERS = 200
export const RESPONSIBLE_MAX_CHARACTERS = 60
export const NOTE_MAX_CHARACTERS = 2000
export const MOVE_REASON_MAX_CHARACTERS = 500

/** Shorter words say nothing that could be held to. */
export const PROMISE_MIN_CHARACTERS = 4

/** An answer with more promises than this keeps none of them in sight. */
export const MAX_PROMISES = 10

/** Beyond so many years a day is nobody's promise. */
export const MAX_PROMISE_YEARS = 5

export type DayProblem = 'unreadable' | 'past' | 'tooFar'

/** What is wrong with the day by which something is promised; null for nothing. Today is still a day to keep it. */
export function dayProblem(day: string, now: Date): DayProblem | null {
  if (!isDay(day)) return 'unreadable'
  const today = shanghaiDate(now)
  if (day < today) return 'past'
  return day > addDays(today, MAX_PROMISE_YEARS * 366) ? 'tooFar' : null
}

/** How a promise stands to today, for showing: what is open has its day before, on or behind it. */
export type CommitmentStanding =
  | { kind: 'open'; days: number }
  | { kind: 'today' }
  | { kind: 'overdue'; days: number }
  | { kind: Exclude<CommitmentState, 'open'> }

/** Reads off the clock how a promise stands. Kept or taken back it stays as it is. */
export function commitmentStanding(
  { state, dueOn }: { state: CommitmentState; dueOn: string },
  now: Date,
): CommitmentStanding {
  if (state !== 'open') return { kind: state }
  const days = daysBetween(shanghaiDate(now), dueOn)
  if (days < 0) return { kind: 'overdue', days: -days }
  return days === 0 ? { kind: 'today' } : { kind: 'open', days }
}

/** The state that a promise has which is declared kept now: late from the day after its day. */
export function keptState(dueOn: string, now: Date): 'kept' | 'keptLate' {
  return shanghaiDate(now) > dueOn ? 'keptLate' : 'kept'
}

/**
 * What is done by the clock about a promise that is open: reminders a week and a day before its day, then who heads
 * the department (审签人) is told, and a week later whoever assigned (交办人). Each is done once.
 */
export const CLOCK_STEPS = ['week', 'eve', 'head', 'assigner'] as const

export type ClockStep = (typeof CLOCK_STEPS)[number]

/** On which day each is done, counted from the day of the promise. */
const STEP_DAYS: Record<ClockStep, number> = { week: -7, eve: -1, head: 1, assigner: 8 }

/** Whether a step tells of what is late, rather than of what is to come. */
export function isEscalation(step: ClockStep): boolean {
  return STEP_DAYS[step] > 0
}

/**
 * The step that is to be done on a day, of those that were not; null for none. A reminder whose time has passed is
 * left out, an escalation is not: first the head is told, and not before the next day whoever assigned.
 */
export function stepOn(dueOn: string, done: ClockStep | null, today: string): ClockStep | null {
  const left = CLOCK_STEPS.slice(done === null ? 0 : CLOCK_STEPS.indexOf(done) + 1)
  const ripe = left.filter((step) => addDays(dueOn, STEP_DAYS[step]) <= today)
  if (today > dueOn) return ripe.find(isEscalation) ?? null
  return ripe.at(-1) ?? null
}

/** The day after today on which the clock has something to do next; null for never. */
export function nextStepOn(dueOn: string, done: ClockStep | null, today: string): string | null {
  const left = CLOCK_STEPS.slice(done === null ? 0 : CLOCK_STEPS.indexOf(done) + 1)
  const tomorrow = addDays(today, 1)
  for (const step of left) {
    const day = addDays(dueOn, STEP_DAYS[step])
    if (day >= tomorrow) return day
    if (isEscalation(step)) return tomorrow
  }
  return null
}

/** By how much the tallies change when somebody's answer takes the place of an earlier one, or of none. */
export function checkChanges(
  before: CheckAnswer | null,
  after: CheckAnswer,
): Array<{ answer: CheckAnswer; by: 1 | -1 }> {
  if (before === after) return []
  const taken = before ? [{ answer: before, by: -1 as const }] : []
  return [...taken, { answer: after, by: 1 as const }]
}

/** The ledger's views: all, what is still to be kept, what of that is overdue, and what has an end. */
export const COMMITMENT_VIEWS = ['all', 'open', 'overdue', 'kept', 'keptLate', 'withdrawn'] as const

export type CommitmentViewName = (typeof COMMITMENT_VIEWS)[number]
