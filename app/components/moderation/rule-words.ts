import { reasonOfFilter } from '~/domain/moderation/report'
import { isRuleId } from '~/domain/moderation/screening/rules'
import type { Translate } from '~/i18n/translate'

/** What is said of why a task waits: the screening rule that found something, or the reason of a report. */
export function ruleWords(rule: string, t: Translate): string {
  const reason = reasonOfFilter(rule)
  if (reason) return t(`report.reason.${reason}`)
  return isRuleId(rule) ? t(`screening.rule.${rule}`) : rule
}
