import { startOfShanghaiDay } from '~/domain/shared/shanghai-time'

/** What is rated, in this order: 解决程度, 办理态度, 办理速度. */
export const RATING_ASPECTS = ['resolution', 'attitude', 'speed'] as const

export type RatingAspect = (typeof RATING_ASPECTS)[number]

export const GRADES = ['satisfied', 'mostlySatisfied', 'dissatisfied'] as const

/** 满意, 基本满意, 不满意. */
export type Grade = (typeof GRADES)[number]

export type Grades = Readonly<Record<RatingAspect, Grade>>

export const DISSATISFACTION_REASONS = ['result', 'attitude', 'speed', 'beyondDuty'] as const

/** With what somebody is 不满意 above all: 结果, 态度, 速度, or 职责之外, what the department has no say in. */
export type DissatisfactionReason = (typeof DISSATISFACTION_REASONS)[number]

/** Where the words beside a rating stand: only published ones are public. */
export type RatingTextState = 'waiting' | 'published' | 'refused'

/** The longest words beside a rating, and the longest reason for 重新办理, in characters (code points). */
export const RATING_TEXT_MAX_CHARACTERS = 500
export const REOPENING_REASON_MAX_CHARACTERS = 500

/** What is explained to who asked for 重新办理 at most this long. */
export const REOPENING_EXPLANATION_MAX_CHARACTERS = 500

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * When the rating of an answer is over: midnight in Shanghai at the end of the last of `days` calendar days, of
 * which the first is the one after the answer.
 */
export function evaluationClosesAt(publishedAt: Date, days: number): Date {
  return new Date(startOfShanghaiDay(publishedAt).getTime() + (days + 1) * DAY_MS)
}

/** Whether a rating says 不满意 anywhere: it gives its reason then, and only then. */
export function isDissatisfied(grades: Grades): boolean {
  return RATING_ASPECTS.some((aspect) => grades[aspect] === 'dissatisfied')
}

/**
 * Why somebody does not rate an answer: they did not raise what it answers, they work for a department that
 * answered, or it is over.
 */
export type RatingProblem = 'notRaised' | 'ownDepartment' | 'closed'

export interface RatingFacts {
  /**
   * The person raised what is answered. For an answer to comments: one of these, published, is theirs. For an
   * answer to a whole topic: they have a comment in it that was published before the answer.
   */
  raised: boolean
  ownDepartment: boolean
  closesAt: Date
}

/** What stands against a rating now; null for nothing. */
export function ratingProblem(facts: RatingFacts, now: Date): RatingProblem | null {
  if (!facts.raised) return 'notRaised'
  if (facts.ownDepartment) return 'ownDepartment'
  return now >= facts.closesAt ? 'closed' : null
}

/** The longest note of a 回访, in characters (code points). */
export const FOLLOW_UP_MAX_CHARACTERS = 500

/**
 * Whether an answer calls for 回访 once a rating is given: where that one is 不满意, or where others are and nobody has
 * followed that up. What was taken up again is asked about with its new answer.
 *
 * @param before whether it called for it until now
 */
export function callsForFollowUp(
  before: boolean,
  given: Grades,
  facts: { othersDissatisfied: boolean; reopened: boolean },
): boolean {
  if (facts.reopened) return false
  return isDissatisfied(given) || (before && facts.othersDissatisfied)
}

/** By how much the tallies change when a rating takes the place of an earlier one, or of none. */
export function tallyChanges(
  before: Grades | null,
  after: Grades,
): Array<{ aspect: RatingAspect; grade: Grade; by: 1 | -1 }> {
  return RATING_ASPECTS.flatMap((aspect) => {
    if (before?.[aspect] === after[aspect]) return []
    const taken = before ? [{ aspect, grade: before[aspect], by: -1 as const }] : []
    return [...taken, { aspect, grade: after[aspect], by: 1 as const }]
  })
}

/**
 * Why 重新办理 is not asked for: they did not rate 解决程度 as 不满意, they asked already, it was granted to
 * somebody, what is answered was itself taken up again, the time to rate is over, or the topic is closed.
 */
export type ReopeningProblem =
  'notDissatisfied' | 'asked' | 'reopened' | 'secondRound' | 'closed' | 'topicClosed'

export interface ReopeningFacts {
  /** How the person rated 解决程度; null where they rated nothing. */
  resolution: Grade | null
  asked: boolean
  /** The assignment was taken up again already. */
  reopened: boolean
  /** The assignment is 重新办理 itself: there is one round of it. */
  secondRound: boolean
  closesAt: Date
  topicClosed: boolean
}

/** What stands against asking for 重新办理 now; null for nothing. */
export function reopeningProblem(facts: ReopeningFacts, now: Date): ReopeningProblem | null {
  if (facts.asked) return 'asked'
  if (facts.resolution !== 'dissatisfied') return 'notDissatisfied'
  if (facts.reopened) return 'reopened'
  if (facts.secondRound) return 'secondRound'
  if (facts.topicClosed) return 'topicClosed'
  return now >= facts.closesAt ? 'closed' : null
}
