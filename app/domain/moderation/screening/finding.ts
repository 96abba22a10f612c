import { stricter, type Asks } from './asks'
import type { RuleId, RuleSettings } from './rules'

/** A place in the text as it was written: UTF-16 offsets, the end not included. */
export interface Evidence {
  start: number
  end: number
}

export type FilePart = 'name' | 'alt'

/** A place in what is said of a file that comes with the text: which file, counted from 0, in its name or description. */
export interface FilePlace extends Evidence {
  file: number
  part: FilePart
  /** What it becomes; as long as what it replaces. */
  mask?: string
}

/** Words in the catalogues under `screening.moderator.<rule>` and `screening.author.<rule>`. */
export type FindingParams = Readonly<Record<string, string | number>>

/** What a phase found. */
export interface Finding {
  rule: RuleId
  asks: Asks
  /** Where; empty for what concerns the whole text or its author. */
  evidence: Evidence[]
  /** Where in the names and descriptions of files; left out where there is nothing. */
  files?: FilePlace[]
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
