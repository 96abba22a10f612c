import type { StandingStatus, ReviewOutcome } from '../comment/review-transition'

/** Why somebody reports a comment: 侵犯个人信息, 人身攻击, 虚假信息, 广告, 违法有害, 与议题无关, 其他. */
export const REPORT_REASONS = [
  'privacy',
  'attack',
  'falsehood',
  'advertising',
  'unlawful',
  'offTopic',
  'other',
] as const

export type ReportReason = (typeof REPORT_REASONS)[number]

/** What a reporter adds in their own words at most, in characters (code points). */
export const REPORT_MAX_CHARACTERS = 500

/** A person reports so many comments a day at most. */
export const REPORTS_A_DAY = 10

/** 举报成立, 举报不成立, or its author took the words back before anybody decided. */
export const REPORT_RESULTS = ['upheld', 'dismissed', 'lapsed'] as const

export type ReportResult = (typeof REPORT_RESULTS)[number]

/** Reasons are kept with a task among the rules that it can be filtered by, under names that no rule has. */
const FILTER_PREFIX = 'report.'

/** The name under which the queue is filtered by a reason. */
export function filterOfReason(reason: ReportReason): string {
  return FILTER_PREFIX + reason
}

/** The reason that a filter of the queue names; null where it names something else. */
export function reasonOfFilter(name: string): ReportReason | null {
  return REPORT_REASONS.find((reason) => filterOfReason(reason) === name) ?? null
}

export interface ReportedFacts {
  status: StandingStatus
  authorId: string
  reporterId: string
  /** What the reporter has said of the present text: a report that is open, or one that was decided. */
  reported: 'open' | 'decided' | null
}

/** Why there is no report: not public (or hidden already), one's own words, or one that was made already. */
export type ReportProblem = 'notPublic' | 'own' | 'open' | 'decided'

/** What stands against a report now; null for nothing. */
export function reportProblem(facts: ReportedFacts): ReportProblem | null {
  if (facts.status !== 'published') return 'notPublic'
  if (facts.authorId === facts.reporterId) return 'own'
  return facts.reported
}

/** What a decision on the reported text says of its reports: whoever had to change something was right to ask. */
export function reportResult(decision: {
  outcome: ReviewOutcome
  /** Words of it are hidden from now on. */
  masked: boolean
}): Exclude<ReportResult, 'lapsed'> {
  return decision.outcome === 'approve' && !decision.masked ? 'dismissed' : 'upheld'
}
