import { demandBands, TOPIC_BANDS } from '../same-demand/signature'
import { compareDemands, prepareDemand } from '../same-demand/similarity'
import { foldWord } from './fold'

/**
 * What a text is looked for by, among those that are the same and those that are nearly: its topic's bands are none
 * for a text that is too short to be anybody's copy.
 */
export interface Likeness {
  bands: number[]
  length: number
}

export function likenessOf(text: string, topicId: string): Likeness {
  return { bands: demandBands(text, topicId).slice(0, TOPIC_BANDS), length: text.length }
}

const SAME = 100

/** Of texts with fewer pairs of characters in common than this share of the shorter one nothing more is asked. */
const MET_FROM = 0.3

/**
 * How much of it a text has in common with others, 0 to 100, which is the same once folded: twice the common part by the whole of both (Dice),
 * without regard to punctuation, polite forms and disguises. In a text of twenty characters one that was changed
 * makes 90.
 */
export function likenessTo(text: string): (other: string) => number {
  const folded = foldWord(text)
  const demand = prepareDemand({ text: folded, stance: null })
  const pairs = pairsOf(folded)
  return (other) => {
    const units = foldWord(other)
    if (units === folded) return SAME
    // Most texts are others altogether: that is seen at once, without making them ready to be compared.
    if (commonPairs(units, pairs) < MET_FROM * Math.min(units.length, folded.length)) return 0
    const { share } = compareDemands(demand, prepareDemand({ text: units, stance: null }))
    return Math.min(SAME - 1, Math.round((SAME * 2 * share) / (1 + share)))
  }
}

function pairsOf(units: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 1; at < units.length; at += 1) pairs.add(units.slice(at - 1, at + 1))
  return pairs
}

function commonPairs(units: string, pairs: ReadonlySet<string>): number {
  let common = 0
  for (let at = 1; at < units.length; at += 1) {
    if (pairs.has(units.slice(at - 1, at + 1))) common += 1
  }
  return common
}
