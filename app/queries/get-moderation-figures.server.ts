import {
  decisionsPerHour,
  figureBuckets,
  rulePrecision,
  type FigureBucket,
  type FigurePeriod,
} from '~/domain/moderation/figures'
import { reversalRate } from '~/domain/moderation/appeal'
import { categoryParts, type VerdictCategory } from '~/domain/moderation/second-look'
import { startOfShanghaiDay } from '~/domain/shared/shanghai-time'
import { isSeniorReviewer, requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import { countAppeals, type AppealCounts } from './count-appeals.server'
import { countBacklog, type Backlog } from './count-backlog.server'
import { readAgreement, type TeamAgreement } from './read-agreement.server'
import { readDecisions, readWaits, type WaitFigures } from './read-decision-figures.server'
import { readRuleTallies, type RuleTallies } from './read-rule-tallies.server'

export interface RuleFigures extends RuleTallies {
  /** The share that was not published as sent, 0 to 1. */
  precision: number
}

/** How fast one person decides. */
export interface PaceFigures {
  moderatorId: string
  name: string
  decisions: number
  /** Clock hours in which there was a decision. */
  hours: number
  perHour: number | null
}

export interface ModerationFigures {
  period: FigurePeriod
  buckets: FigureBucket[]
  backlog: Backlog[]
  waits: { whole: WaitFigures; each: WaitFigures[] }
  decisions: { total: number; each: number[] }
  /** By outcome, refusals by reason; the label of a reason is null for the other outcomes. */
  outcomes: Array<{ category: VerdictCategory; reason: string | null; count: number }>
  rules: RuleFigures[]
  appeals: AppealCounts & { rate: number | null }
  agreement: Omit<TeamAgreement, 'people'>
  /** The labels of reasons by their codes. */
  reasons: Record<string, string>
  /** By person: for a 审核组长 alone. */
  people: { pace: PaceFigures[]; agreement: TeamAgreement['people'] } | null
}

/**
 * How the review does, over some days: from what is kept a day, so that no site is too large for it. By person it is
 * told to a 审核组长 alone.
 *
 * @throws AppError forbidden for others than moderators
 */
export async function getModerationFigures(
  scope: Scope,
  period: FigurePeriod,
): Promise<ModerationFigures> {
  const viewer = requireReviewer(scope.viewer)
  const buckets = figureBuckets(period, scope.now)
  const firstDay = buckets[0]?.first ?? scope.now
  const today = startOfShanghaiDay(scope.now).getTime()
  const sinceTime = new Date(today - (period - 1) * 86_400_000)
  const [backlog, waits, decisions, rules, appeals, agreement, labels] = await Promise.all([
    countBacklog(scope.db, scope.now),
    readWaits(scope.db, buckets),
    readDecisions(scope.db, buckets),
    readRuleTallies(scope.db, firstDay),
    countAppeals(scope.db, sinceTime),
    readAgreement(scope.db, firstDay),
    scope.db.rejectionReason.findMany({ select: { code: true, label: true } }),
  ])
  const reasons = Object.fromEntries(labels.map(({ code, label }) => [code, label]))
  const { people, ...team } = agreement
  return {
    period,
    buckets,
    backlog,
    waits,
    decisions: { total: decisions.total, each: decisions.each },
    outcomes: decisions.categories.map(({ category, count }) => {
      const { reasonCode } = categoryParts(category)
      return {
        category,
        reason: reasonCode === null ? null : (reasons[reasonCode] ?? reasonCode),
        count,
      }
    }),
    rules: rules.map((rule) => ({ ...rule, precision: rulePrecision(rule) ?? 0 })),
    appeals: { ...appeals, rate: reversalRate(appeals) },
    agreement: team,
    reasons,
    people: isSeniorReviewer(viewer)
      ? {
          pace: decisions.people.map((each) => ({ ...each, perHour: decisionsPerHour(each) })),
          agreement: people,
        }
      : null,
  }
}
