import {
  definitionOf,
  RULE_IDS,
  ruleSettings,
  type RuleId,
  type RuleSetting,
} from '~/domain/moderation/screening/rules'
import { histogramDay } from '~/domain/moderation/review-wait'
import type { Asks } from '~/domain/moderation/screening/asks'
import { requireScreeningKeeper } from '~/policies/screening'
import type { Scope } from '~/server/scope.server'
import { readRuleTallies } from './read-rule-tallies.server'

export interface ScreeningRuleEntry extends RuleSetting {
  id: RuleId
  /** Null where the rule is as by default. */
  version: number | null
  /** False for the service outside where none is connected: the rule has nothing to ask. */
  connected: boolean
  choices: readonly Asks[]
  bounds: Readonly<Record<string, readonly [number, number]>>
  /** Of the last 90 days: decided texts that it held, or on trial would have, and those of them published as sent. */
  held: number
  passed: number
}

const COUNTED_DAYS = 90
const DAY_MS = 86_400_000

/**
 * Every screening rule as it is set, with how often it was right: of what it held, how much a moderator approved all
 * the same.
 *
 * @throws AppError forbidden
 */
export async function listScreeningRules(scope: Scope): Promise<ScreeningRuleEntry[]> {
  requireScreeningKeeper(scope.viewer)
  const firstDay = histogramDay(new Date(scope.now.getTime() - (COUNTED_DAYS - 1) * DAY_MS))
  const [stored, tallies] = await Promise.all([
    scope.db.screeningRule.findMany(),
    readRuleTallies(scope.db, firstDay),
  ])
  const settings = ruleSettings(stored)
  return RULE_IDS.map((id) => {
    const { choices, bounds } = definitionOf(id)
    const own = tallies.filter(({ rule }) => rule === id)
    return {
      id,
      ...settings[id],
      version: stored.find((row) => row.id === id)?.version ?? null,
      connected: id !== 'external' || scope.container.externalScreening !== null,
      choices,
      bounds,
      held: own.reduce((sum, { held }) => sum + held, 0),
      passed: own.reduce((sum, { passed }) => sum + passed, 0),
    }
  })
}
