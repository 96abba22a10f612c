import { found, type Finding } from '../finding'
import type { ScreeningFacts } from '../facts'
import type { RuleSettings } from '../rules'

const HOUR_MS = 3_600_000

/** An account that was just opened. */
export function screenNewAccount(
  account: Pick<ScreeningFacts['account'], 'createdAt'> & { now: Date },
  rules: RuleSettings,
): Finding[] {
  const { hours = 0 } = rules.newAccount.settings
  const ageMs = account.now.getTime() - account.createdAt.getTime()
  if (ageMs >= hours * HOUR_MS) return []
  return found(rules, 'newAccount', { params: { hours } })
}
