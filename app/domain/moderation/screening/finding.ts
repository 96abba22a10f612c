import { stricter, type Asks } from './asks'
import type { RuleId, RuleSettings } from './rules'

/** A place in the text as it was written: UTF-16 offsets, the end not included. */
export interface Evidence {
  start: number
  end: number
}

/** Words in the catalogues under `screening.moderator.<rule>` and `screening.author.<rule>`. */
export type FindingParams = Readonly<Record<string, string | number>>

/** What a phase found. */
export interface Finding {
  rule: RuleId
  asks: Asks
  /** Where; empty for what concerns the whole text or its author. */
  evidence: Evidence[]
  /** For the words that the moderator reads. */
  params: FindingParams
  /** What the masked places become, in the order of `evidence`; as long as what they replace. */
  masks?: string[]
  /** The rule is being tried out: counted, and without effect. */
  trial: boolean
}

/** A finding by the rule's settings; none where the rule is off. */
export function found(
  rules: RuleSettings,
  rule: RuleId,
  what: { evidence?: Evidence[]; params?: FindingParams; masks?: string[] } = {},
): Finding[] {
  const { mode, asks } = rules[rule]
  if (mode === 'off') return []
  const { evidence = [], params = {}, masks } = what
  return [{ rule, asks, evidence, params, ...(masks && { masks }), trial: mode === 'trial' }]
}

/** The strictest of what findings ask for; undefined where nothing is asked for. */
export function strictestOf(findings: readonly Finding[]): Asks | undefined {
  return findings.reduce<Asks | undefined>(
    (strictest, { asks }) => stricter(strictest, asks),
    undefined,
  )
}
