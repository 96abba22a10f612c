import { found, type Finding } from '../finding'
import type { ScreeningFacts } from '../facts'
import type { RuleSettings } from '../rules'

const MINUTE_MS = 60_000

/** Many texts in a short time. */
export function screenBurst(
  history: Pick<ScreeningFacts['history'], 'sentAt'> & { now: Date },
  rules: RuleSettings,
): Finding[] {
  const { most = 0, withinMinutes = 0 } = rules.burst.settings
  const since = history.now.getTime() - withinMinutes * MINUTE_MS
  const recent = history.sentAt.filter((at) => at.getTime() > since).length
  if (recent < most) return []
  return found(rules, 'burst', { params: { n: recent + 1, minutes: withinMinutes } })
}

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

/** An account that was just opened. */
export function screenNewAccount(
  account: Pick<ScreeningFacts['account'], 'createdAt'> & { now: Date },
  rules: RuleSettings,
): Finding[] {
  const { hours = 0 } = rules.newAccount.settings
  const ageMs = account.now.getTime() - account.createdAt.getTime()
  if (ageMs >= hours * 60 * MINUTE_MS) return []
  return found(rules, 'newAccount', { params: { hours } })
}
