import { found, type Finding } from '../finding'
import type { ScreeningFacts } from '../facts'
import type { RuleSettings } from '../rules'

/** How much of what the author wrote was refused. */
export function screenRejectionShare(
  history: Pick<ScreeningFacts['history'], 'decided' | 'rejected'>,
  rules: RuleSettings,
): Finding[] {
  const { share = 100, atLeast = 1 } = rules.rejectionShare.settings
  const { decided, rejected } = history
  if (decided < atLeast || rejected * 100 < share * decided) return []
  return found(rules, 'rejectionShare', { params: { n: rejected, of: decided } })
}
