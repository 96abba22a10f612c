import type { Agreement } from '~/domain/moderation/cohens-kappa'
import { categoryParts, type VerdictCategory } from '~/domain/moderation/second-look'
import { isRuleId } from '~/domain/moderation/screening/rules'
import type { Translate } from '~/i18n/translate'

/** An outcome in words, a refusal with its reason. */
export function categoryWords(
  category: VerdictCategory,
  reasons: Readonly<Record<string, string>>,
  t: Translate,
): string {
  const { outcome, reasonCode } = categoryParts(category)
  const words = t(`moderation.outcome.${outcome}`)
  return reasonCode === null
    ? words
    : t('figures.refusal', { outcome: words, reason: reasons[reasonCode] ?? reasonCode })
}

/** A screening rule in words; one that is no more by the name it was counted under. */
export function ruleWords(rule: { rule: string; trial: boolean }, t: Translate): string {
  const name = isRuleId(rule.rule) ? t(`screening.rule.${rule.rule}`) : rule.rule
  return rule.trial ? t('figures.rule.trial', { name }) : name
}

/** A share in whole percent; a dash where there is none. */
export function percentWords(share: number | null, t: Translate): string {
  return share === null ? t('chart.none') : `${Math.round(share * 100)}%`
}

/** A kappa to two places, as it is quoted. */
export function kappaWords(agreement: Agreement | null, t: Translate): string {
  return agreement ? withSign(agreement.kappa) : t('chart.none')
}

/** The interval of a kappa; a dash where there are too few pairs for one. */
export function intervalWords(agreement: Agreement | null, t: Translate): string {
  const interval = agreement?.interval
  return interval
    ? t('figures.agreement.between', { low: withSign(interval.low), high: withSign(interval.high) })
    : t('chart.none')
}

function withSign(value: number): string {
  return value.toFixed(2).replace('-', '−')
}

/** Minutes as a number with its unit, half minutes too. */
export function minuteWords(minutes: number | null, t: Translate): string {
  if (minutes === null) return t('chart.none')
  if (minutes < 120) return t('figures.minutes', { n: round(minutes) })
  return t('figures.hours', { n: round(minutes / 60) })
}

/** To one place at most. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
