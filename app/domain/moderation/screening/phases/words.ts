import { ASKS, type Asks } from '../asks'
import { found, type Finding } from '../finding'
import type { FoldedText } from '../fold'
import type { RuleId, RuleSettings } from '../rules'
import type { WordMatch, WordMatcher } from '../word-matcher'

export const WORD_RULES = {
  refuse: 'wordsRefuse',
  hold: 'wordsHold',
  mask: 'wordsMask',
  watch: 'wordsWatch',
} as const satisfies Record<Asks, RuleId>

/** So many words are named to the moderator. */
export const WORDS_NAMED = 5

/** Covers a listed word: as wide as what it covers, and no mark of Markdown. */
const COVER = '＊'

/** Words of the lists, however they are disguised. */
export function screenWords(
  text: { original: string; folded: FoldedText; words: WordMatcher },
  rules: RuleSettings,
): Finding[] {
  const matches = text.words.find(text.folded)
  if (matches.length === 0) return []
  const allowed = matches.filter(({ list }) => list === 'allow')
  const counted = matches.filter(
    (match) => !allowed.some(({ start, end }) => start <= match.start && match.end <= end),
  )
  return ASKS.flatMap((list) => {
    const own = counted.filter((match) => match.list === list)
    if (own.length === 0) return []
    const evidence = merged(own)
    const words = [...new Set(own.map(({ word }) => word))]
    const rule = WORD_RULES[list]
    return found(rules, rule, {
      evidence,
      params: { n: own.length, words: words.slice(0, WORDS_NAMED).join('、') },
      masks:
        rules[rule].asks === 'mask'
          ? evidence.map(({ start, end }) => COVER.repeat(end - start))
          : undefined,
    })
  })
}

/** The places of all matches, those that overlap made into one. */
function merged(matches: readonly WordMatch[]): Array<{ start: number; end: number }> {
  const places: Array<{ start: number; end: number }> = []
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = places.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else places.push({ start, end })
  }
  return places
}
