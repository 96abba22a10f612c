import type { ScreeningFacts } from './facts'
import type { FileWords } from './file-words'
import { ruleSettings, type RuleId, type RuleSettings } from './rules'
import { screen, type ScreeningKit } from './screen'
import { compileWords, type ListedWord } from './word-matcher'

export const NOW = new Date('2026-11-23T02:00:00Z')

/** An author of long standing who has written nothing else. */
export const PLAIN_FACTS: ScreeningFacts = {
  account: { confirmed: true, createdAt: new Date('2025-01-01T00:00:00Z'), sanction: null },
  history: { sentAt: [], decided: 0, rejected: 0 },
  duplicates: [],
}

export function makeKit(
  given: {
    words?: ListedWord[]
    official?: string[]
    rules?: RuleSettings
    external?: boolean
  } = {},
): ScreeningKit {
  return {
    rules: given.rules ?? ruleSettings(),
    words: compileWords(given.words ?? []),
    official: new Set(given.official ?? []),
    external: given.external ?? false,
  }
}

export function withRule(rule: RuleId, change: Partial<RuleSettings[RuleId]>): RuleSettings {
  const rules = ruleSettings()
  return { ...rules, [rule]: { ...rules[rule], ...change } }
}

export function screenText(
  original: string,
  given: { facts?: Partial<ScreeningFacts>; kit?: ScreeningKit; files?: FileWords[] } = {},
) {
  return screen(
    { original, files: given.files ?? [], now: NOW, facts: { ...PLAIN_FACTS, ...given.facts } },
    given.kit ?? makeKit(),
  )
}
