import {
  definitionOf,
  RULE_IDS,
  ruleSettings,
  type RuleId,
  type RuleSetting,
} from '~/domain/moderation/screening/rules'
import type { Asks } from '~/domain/moderation/screening/asks'
import { requireScreeningKeeper } from '~/policies/screening'
import type { Scope } from '~/server/scope.server'

export interface ScreeningRuleEntry extends RuleSetting {
  id: RuleId
  /** Null where the rule is as by default. */
  version: number | null
  /** False for the service outside where none is connected: the rule has nothing to ask. */
  connected: boolean
  choices: readonly Asks[]
  bounds: Readonly<Record<string, readonly [number, number]>>
  /** Within the last 90 days: texts in which it found something, decided ones of them, and approved ones. */
  found: number
  decided: number
  approved: number
}

const COUNTED_DAYS = 90

/**
 * Every screening rule as it is set, with how often it was right: of what it found, how much a moderator approved
 * all the same.
 *
 * @throws AppError forbidden
 */
export async function listScreeningRules(scope: Scope): Promise<ScreeningRuleEntry[]> {
  requireScreeningKeeper(scope.viewer)
  const since = new Date(scope.now.getTime() - COUNTED_DAYS * 86_400_000)
  const [stored, counts] = await Promise.all([
    scope.db.screeningRule.findMany(),
    scope.db.$queryRaw<Array<{ rule: string; found: number; decided: number; approved: number }>>`
      SELECT f."rule", count(*)::int AS "found", count(d."id")::int AS "decided",
             count(*) FILTER (WHERE d."outcome" = 'approve')::int AS "approved"
        FROM "screening_findings" f
        LEFT JOIN "moderation_decisions" d ON d."revisionId" = f."revisionId" AND d."current"
       WHERE f."at" > ${since} GROUP BY f."rule"`,
  ])
  const settings = ruleSettings(stored)
  return RULE_IDS.map((id) => {
    const { choices, bounds } = definitionOf(id)
    const count = counts.find(({ rule }) => rule === id)
    return {
      id,
      ...settings[id],
      version: stored.find((row) => row.id === id)?.version ?? null,
      connected: id !== 'external' || scope.container.externalScreening !== null,
      choices,
      bounds,
      found: count?.found ?? 0,
      decided: count?.decided ?? 0,
      approved: count?.approved ?? 0,
    }
  })
}
