import { median, percentile, sampleSize, type HistogramEntry } from '~/domain/shared/histogram'
import {
  DAYS_MEASURE,
  UNRATED_MEASURE,
  UNRATED_UNTIL_MEASURE,
  type Measure,
  type RateFact,
} from './rate-facts'
import { GRADES, type Grade, type RatingAspect } from './rating'
import { DECLARED_RESULTS, type DeclaredResult } from './response'

/**
 * The three rates (三率) that the hotlines 12345 are measured by, 响应率, 解决率 and 满意率, as this product has the
 * facts for them. What departments say of themselves and what residents say is never reckoned together.
 */
export const RATES = [
  /** 按期答复率 = answered in time ÷ (answered in time + answered late + overdue and unanswered). */
  'response',
  /** 部门申报解决率 = answers declared A 已解决 ÷ all published answers, A to D. */
  'declared',
  /** 群众确认解决率 = 解决程度 rated 满意 or 基本满意 ÷ all ratings of it. */
  'confirmed',
  /** 办理态度满意率 = 办理态度 rated 满意 or 基本满意 ÷ all ratings of it. */
  'attitude',
  /** 办理速度满意率 = 办理速度 rated 满意 or 基本满意 ÷ all ratings of it. */
  'speed',
  /** 承诺兑现率 = promises kept by their day ÷ (kept by it + kept after it + overdue). */
  'commitments',
] as const

export type RateName = (typeof RATES)[number]

/** Why something is in no denominator; each is told with its number. */
export type ExclusionReason =
  /** The term has not ended. */
  | 'notYetDue'
  | 'returned'
  | 'withdrawn'
  | 'merged'
  /** 会办: answered in the lead's answer, and counted there. */
  | 'joint'
  /** A person may still rate. */
  | 'evaluationOpen'
  /** A person did not rate while it was possible. */
  | 'notRated'
  /** The day of a promise has not passed. */
  | 'promiseAhead'
  /** A promise was taken back, with a reason in public. */
  | 'promiseWithdrawn'

/** A denominator below this gives numbers and no percentage: one more or less would move it by a fifth. */
export const FEWEST_FOR_SHARE = 5

export interface Rate {
  numerator: number
  denominator: number
  /** 0 to 1; null where the denominator is below `FEWEST_FOR_SHARE`. */
  share: number | null
  excluded: Array<{ reason: ExclusionReason; count: number }>
}

export interface RateFigures {
  rates: Record<RateName, Rate>
  /** Answered in time, answered late, and owed past the term. */
  response: { inTime: number; late: number; overdue: number }
  declared: Record<DeclaredResult, number>
  graded: Record<RatingAspect, Record<Grade, number>>
  /** Promises kept by their day, kept after it, and not kept though it has passed. */
  commitments: { kept: number; late: number; overdue: number }
  /** Calendar days from 交办 to the answer. */
  days: { answers: number; median: number | null; p90: number | null }
}

/**
 * The rates of what was counted.
 *
 * @param today as `shanghaiDayNumber` has it
 */
export function rateFigures(facts: readonly RateFact[], today: number): RateFigures {
  const byMeasure = factsByMeasure(facts)
  const sum = (measure: Measure, holds: (value: number) => boolean = () => true) =>
    (byMeasure.get(measure) ?? []).reduce(
      (total, { value, count }) => (holds(value) ? total + count : total),
      0,
    )
  const past = (day: number) => day < today
  const ahead = (day: number) => day >= today

  const response = { inTime: sum('inTime'), late: sum('late'), overdue: sum('open', past) }
  const declared = byKey(DECLARED_RESULTS, (result) => sum(`declared.${result}`))
  const grades = (aspect: RatingAspect) => byKey(GRADES, (grade) => sum(`${aspect}.${grade}`))
  const graded = {
    resolution: grades('resolution'),
    attitude: grades('attitude'),
    speed: grades('speed'),
  }
  const mayRate = sum(UNRATED_UNTIL_MEASURE, ahead)
  const unrated = [
    excluded('evaluationOpen', mayRate),
    excluded('notRated', sum(UNRATED_MEASURE) - mayRate),
  ]
  const commitments = {
    kept: sum('commitment.kept'),
    late: sum('commitment.keptLate'),
    overdue: sum('commitment.open', past),
  }
  const content = (of: Record<Grade, number>) =>
    rate(of.satisfied + of.mostlySatisfied, total(of), unrated)
  const histogram: readonly HistogramEntry[] = byMeasure.get(DAYS_MEASURE) ?? []
  return {
    rates: {
      response: rate(response.inTime, total(response), [
        excluded('notYetDue', sum('open', ahead)),
        excluded('returned', sum('returned')),
        excluded('withdrawn', sum('withdrawn')),
        excluded('merged', sum('merged')),
        excluded('joint', sum('joint')),
      ]),
      declared: rate(declared.resolved, total(declared), []),
      confirmed: content(graded.resolution),
      attitude: content(graded.attitude),
      speed: content(graded.speed),
      commitments: rate(commitments.kept, total(commitments), [
        excluded('promiseAhead', sum('commitment.open', ahead)),
        excluded('promiseWithdrawn', sum('commitment.withdrawn')),
      ]),
    },
    response,
    declared,
    graded,
    commitments,
    days: {
      answers: sampleSize(histogram),
      median: median(histogram),
      p90: percentile(histogram, 90),
    },
  }
}

/** Sorted once: of each measure few of thousands of facts are asked for, and of some forty measures each. */
function factsByMeasure(facts: readonly RateFact[]): Map<Measure, RateFact[]> {
  const byMeasure = new Map<Measure, RateFact[]>()
  for (const fact of facts) {
    const known = byMeasure.get(fact.measure)
    if (known) known.push(fact)
    else byMeasure.set(fact.measure, [fact])
  }
  return byMeasure
}

function rate(numerator: number, denominator: number, reasons: Rate['excluded']): Rate {
  const share = denominator < FEWEST_FOR_SHARE ? null : numerator / denominator
  return { numerator, denominator, share, excluded: reasons }
}

function excluded(reason: ExclusionReason, count: number): Rate['excluded'][number] {
  return { reason, count }
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function byKey<Key extends string>(
  keys: readonly Key[],
  of: (key: Key) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, number>
}

/** Over how many months the rates are told, this one among them. */
export const RATE_PERIODS = [12, 6, 3] as const

export type RatePeriod = (typeof RATE_PERIODS)[number]

/** The period that an address names; by default a year. */
export function ratePeriod(months: string | null): RatePeriod {
  return RATE_PERIODS.find((period) => String(period) === months) ?? 12
}

/** So many months that end with `last`, oldest first, each as `2026-11`. */
export function monthsUntil(last: string, count: number): string[] {
  const newest = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, index) => {
    const month = newest - (count - 1 - index)
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
