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
