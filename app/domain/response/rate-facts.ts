import { shanghaiDayNumber, shanghaiMonth } from '~/domain/shared/shanghai-time'
import type { PartState } from './assignment-state'
import { COMMITMENT_STATES, type CommitmentState } from './commitment'
import { lastDay } from './due'
import { GRADES, RATING_ASPECTS, type Grade, type Grades, type RatingAspect } from './rating'
import { DECLARED_RESULTS, type DeclaredResult, type Part } from './response'

/**
 * What each fact of answering counts as, for the rates (三率). What a fact counts as follows from what is stored of
 * it and never from the clock: whatever depends on today is counted under its day, and a reader compares.
 */

/** What becomes of a department's part: kept apart from one another, each part is one of them. */
export const PART_MEASURES = [
  /** Answered on its last day or before. */
  'inTime',
  /** Answered after it. */
  'late',
  /** Owes an answer; `value` is its last day, as a number. */
  'open',
  /** 申退 */
  'returned',
  /** 改派 */
  'withdrawn',
  /** 并案 */
  'merged',
  /** 会办, answered in the lead's answer. */
  'joint',
] as const

export type PartMeasure = (typeof PART_MEASURES)[number]

/** `value` is the number of days from 交办 to the answer. */
export const DAYS_MEASURE = 'days'

/** Persons who were asked to rate an answer and have not. */
export const UNRATED_MEASURE = 'unrated'

/** The same persons; `value` is the last day on which they may, as a number. */
export const UNRATED_UNTIL_MEASURE = 'unratedUntil'

export type GradeMeasure = `${RatingAspect}.${Grade}`

export type ResultMeasure = `declared.${DeclaredResult}`

/** Of an open promise `value` is its last day, as a number. */
export type CommitmentMeasure = `commitment.${CommitmentState}`

export type Measure =
  | PartMeasure
  | typeof DAYS_MEASURE
  | typeof UNRATED_MEASURE
  | typeof UNRATED_UNTIL_MEASURE
  | GradeMeasure
  | ResultMeasure
  | CommitmentMeasure

export const RESULT_MEASURES = DECLARED_RESULTS.map((result) => `declared.${result}` as const)

export const GRADE_MEASURES = RATING_ASPECTS.flatMap((aspect) =>
  GRADES.map((grade) => `${aspect}.${grade}` as const),
)

export const COMMITMENT_MEASURES = COMMITMENT_STATES.map((state) => `commitment.${state}` as const)

export const MEASURES: readonly Measure[] = [
  ...PART_MEASURES,
  DAYS_MEASURE,
  UNRATED_MEASURE,
  UNRATED_UNTIL_MEASURE,
  ...RESULT_MEASURES,
  ...GRADE_MEASURES,
  ...COMMITMENT_MEASURES,
]

/** So many facts of one kind in a month. */
export interface RateFact {
  measure: Measure
  /** As `2026-11`. */
  month: string
  /** A day, or a number of days; 0 where the measure has none. */
  value: number
  count: number
}

/** A part, as far as the rates look at it. */
export interface CountedPart {
  part: Part
  state: PartState
  assignedAt: Date
  dueAt: Date
  /** When it was answered, returned, handed on or merged; null while an answer is owed. */
  closedAt: Date | null
}

/**
 * What a part counts as. It counts in the month in which it was answered or, where that is earlier, its term
 * (延期 included) ended: what is answered in time counts at once, and what is late stays in the month in which it
 * was owed. What went another way counts in the month in which it did.
 *
 * A 会办 is no answer of its own: it is told apart once its lead has answered.
 */
export function factsOfPart(part: CountedPart): RateFact[] {
  const { state, dueAt, assignedAt } = part
  const closedAt = part.closedAt
  if (closedAt === null) {
    if (part.part === 'joint') return []
    const last = lastDay(dueAt)
    return [fact('open', last, shanghaiDayNumber(last))]
  }
  if (state !== 'answered') return [fact(endOf(state), closedAt)]
  if (part.part === 'joint') return [fact('joint', closedAt)]
  const inTime = closedAt < dueAt
  const days = shanghaiDayNumber(closedAt) - shanghaiDayNumber(assignedAt)
  return [
    inTime ? fact('inTime', closedAt) : fact('late', lastDay(dueAt)),
    fact(DAYS_MEASURE, closedAt, days),
  ]
}

function endOf(state: PartState): PartMeasure {
  switch (state) {
    case 'returned':
    case 'withdrawn':
    case 'merged':
      return state
    default:
      throw new RangeError(`a closed part is ${state}`)
  }
}

/** What a published answer counts as: what its department declares, in the month of its first version. */
export function factOfResult(publishedAt: Date, result: DeclaredResult): RateFact {
  return fact(`declared.${result}`, publishedAt)
}

/** Those who may rate an answer and have not, in the month of the answer. */
export function factsOfUnrated(
  publishedAt: Date,
  evaluation: { closesAt: Date; invited: number; rated: number },
): RateFact[] {
  const { closesAt, invited, rated } = evaluation
  const left = Math.max(0, invited - rated)
  const last = shanghaiDayNumber(lastDay(closesAt))
  if (left === 0) return []
  return [
    { ...fact(UNRATED_MEASURE, publishedAt), count: left },
    { ...fact(UNRATED_UNTIL_MEASURE, publishedAt, last), count: left },
  ]
}

/** What one person's rating counts as, in the month of the answer. */
export function factsOfRating(publishedAt: Date, grades: Grades): RateFact[] {
  return RATING_ASPECTS.map((aspect) => fact(`${aspect}.${grades[aspect]}`, publishedAt))
}

/**
 * What a promise counts as: kept in the month in which it was, late or still open in the month of its day, taken back
 * in the month of that.
 */
export function factOfCommitment(promise: {
  state: CommitmentState
  /** As `2025-07-14`. */
  dueOn: string
  keptAt: Date | null
  withdrawnAt: Date | null
}): RateFact {
  const { state, dueOn, keptAt, withdrawnAt } = promise
  const itsDay = new Date(`${dueOn}T00:00:00+08:00`)
  if (state === 'open') return fact('commitment.open', itsDay, shanghaiDayNumber(itsDay))
  const at = state === 'kept' ? keptAt : state === 'withdrawn' ? withdrawnAt : itsDay
  return fact(`commitment.${state}`, at ?? itsDay)
}

/** What says how something ended: only such can be brought over as sums of a system used before. */
export const CARRIED_MEASURES = [
  'inTime',
  'late',
  DAYS_MEASURE,
  ...RESULT_MEASURES,
  ...GRADE_MEASURES,
  'commitment.kept',
  'commitment.keptLate',
  'commitment.withdrawn',
  'returned',
  'withdrawn',
  'merged',
  'joint',
] as const satisfies readonly Measure[]

export type CarriedMeasure = (typeof CARRIED_MEASURES)[number]

/** Bounds of a sum that is entered: more is a slip of the hand. */
export const MAX_CARRIED_COUNT = 1_000_000
export const MAX_CARRIED_DAYS = 3_650
export const CARRIED_REASON_MAX_CHARACTERS = 200

/** Whether a fact can be brought over. */
export function canBeCarried({ measure, count }: RateFact): boolean {
  return CARRIED_MEASURES.some((each) => each === measure) && count > 0
}

/** The same facts taken back. */
export function takenBack(facts: readonly RateFact[]): RateFact[] {
  return facts.map((each) => ({ ...each, count: -each.count }))
}

function fact(measure: Measure, at: Date, value = 0): RateFact {
  return { measure, month: shanghaiMonth(at), value, count: 1 }
}
