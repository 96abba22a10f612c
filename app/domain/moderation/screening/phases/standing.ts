import { found, type Finding } from '../finding'
import type { ScreeningFacts } from '../facts'
import type { RuleSettings } from '../rules'

/** Whether the account may speak, and whether what it says is read before it is published. */
export function screenStanding(
  account: Pick<ScreeningFacts['account'], 'confirmed' | 'sanction'>,
  rules: RuleSettings,
): Finding[] {
  const findings = account.confirmed ? [] : found(rules, 'unconfirmed')
  if (account.sanction === null) return findings
  // How strict a sanction is was decided when it was imposed.
  const sanction = found(rules, 'sanction').map((finding) => ({
    ...finding,
    asks: account.sanction ?? finding.asks,
  }))
  return [...findings, ...sanction]
}
