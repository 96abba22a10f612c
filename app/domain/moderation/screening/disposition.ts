import type { ReviewTiming } from '../../comment/review-transition'
import type { Asks } from './asks'
import type { Finding } from './finding'
import { PERSONAL_RULES } from './phases/personal'
import { WORD_RULES } from './phases/words'
import type { RuleId } from './rules'

/**
 * When a text is reviewed, by the topic's mode and what screening asked for: the mode comes last. In 先发后审 a
 * text that is held waits like any other in 先审后发. (只读 takes in nothing at all.)
 */
export function timingAfterScreening(mode: ReviewTiming, asks: Asks | undefined): ReviewTiming {
  return mode === 'after' && (asks === 'hold' || asks === 'refuse') ? 'before' : mode
}

/** Whether what a finding names is masked in what is published: a text that is held for personal information is, too. */
export function hidesEvidence({
  rule,
  asks,
  trial,
}: Pick<Finding, 'rule' | 'asks' | 'trial'>): boolean {
  if (trial) return false
  return asks === 'mask' || (asks === 'hold' && PERSONAL.includes(rule))
}

const PERSONAL: readonly RuleId[] = PERSONAL_RULES

const ADVISED: readonly RuleId[] = [...PERSONAL_RULES, WORD_RULES.hold, WORD_RULES.mask]

/**
 * What an author can mend before the text is sent: their own or others' personal information, and listed
 * words. What only moderators watch is not told, nor what nobody can change by writing otherwise.
 */
export function advice(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ rule, asks, trial }) => !trial && asks !== 'watch' && ADVISED.includes(rule),
  )
}
