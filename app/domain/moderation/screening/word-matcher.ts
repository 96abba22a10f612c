import { GAP, foldWord, type FoldedText } from './fold'
import type { WordList } from './asks'
import type { Evidence } from './finding'

export interface ListedWord {
  word: string
  list: WordList
}

export interface WordMatch extends Evidence {
  /** The word as it is listed. */
  word: string
  list: WordList
}

/** Where listed words stand in a folded text. */
export interface WordMatcher {
  size: number
  find(text: FoldedText): WordMatch[]
}

/** Only whole words of letters count: a list's "ad" is not in "shade". */
const LATIN = /^[a-z0-9]+$/
const LATIN_UNIT = /[a-z0-9]/

/** Below this, a clause may end between two characters by chance. */
const SHORTEST_SPLIT_BY_CLAUSE = 3

/**
 * Compiles word lists into one automaton (Aho and Corasick, "Efficient string matching", 1975): a text is
 * read once, however many words there are. Words that fold to nothing are left out.
 */
export function compileWords(words: Iterable<ListedWord>): WordMatcher {
  const entries = Array.from(words, (listed) => ({
    ...listed,
    units: foldWord(listed.word),
  })).filter(({ units }) => units !== '')
  const { numbers, count } = alphabetOf(entries)
  // A state and a character together make the key of a transition: a small integer, which maps find fastest.
  const next = new Map<number, number>()
  const fail: number[] = [0]
  const outputs: Array<Array<ListedWord & { length: number; latin: boolean }> | undefined> = [
    undefined,
  ]

  for (const { word, list, units } of entries) {
    let state = 0
    for (let index = 0; index < units.length; index += 1) {
      const key = state * count + (numbers[units.charCodeAt(index)] ?? 0)
      let to = next.get(key)
      if (to === undefined) {
        to = fail.length
        fail.push(0)
        outputs.push(undefined)
        next.set(key, to)
      }
      state = to
    }
    ;(outputs[state] ??= []).push({ word, list, length: units.length, latin: LATIN.test(units) })
  }

  // Transitions were made parents first, so that by this order every shorter suffix is complete.
  const byDepth = [...next].map(([key, to]) => ({
    from: Math.floor(key / count),
    unit: key % count,
    to,
  }))
  const depth = new Uint16Array(fail.length)
  for (const { from, to } of byDepth) depth[to] = (depth[from] ?? 0) + 1
  byDepth.sort((a, b) => (depth[a.to] ?? 0) - (depth[b.to] ?? 0))
  /** The nearest shorter state with an output. */
  const shorter = new Int32Array(fail.length)
  for (const { from, unit, to } of byDepth) {
    let suffix = from === 0 ? 0 : (fail[from] ?? 0)
    let target = from === 0 ? 0 : next.get(suffix * count + unit)
    while (target === undefined && suffix !== 0) {
      suffix = fail[suffix] ?? 0
      target = next.get(suffix * count + unit)
    }
    const link = target ?? 0
    fail[to] = link
    shorter[to] = outputs[link] ? link : (shorter[link] ?? 0)
  }

  return {
    size: entries.length,
    find: (text) => {
      const found: WordMatch[] = []
      const { units } = text
      let state = 0
      for (let index = 0; index < units.length; index += 1) {
        const unit = numbers[units.charCodeAt(index)] ?? 0
        let to = next.get(state * count + unit)
        while (to === undefined && state !== 0) {
          state = fail[state] ?? 0
          to = next.get(state * count + unit)
        }
        state = to ?? 0
        let end = outputs[state] ? state : (shorter[state] ?? 0)
        for (; end !== 0; end = shorter[end] ?? 0) {
          for (const output of outputs[end] ?? []) {
            const first = index - output.length + 1
            if (output.latin && !standsAlone(text, first, index)) continue
            if (!holdsTogether(text, first, index)) continue
            found.push({
              word: output.word,
              list: output.list,
              start: text.starts[first] ?? 0,
              end: text.ends[index] ?? 0,
            })
          }
        }
      }
      return found
    },
  }
}

/** The characters of all words, numbered from 1; 0 is every other one, which no word goes on with. */
function alphabetOf(entries: ReadonlyArray<{ units: string }>): {
  numbers: Uint16Array
  count: number
} {
  const numbers = new Uint16Array(0x10000)
  let count = 1
  for (const { units } of entries) {
    for (let index = 0; index < units.length; index += 1) {
      const code = units.charCodeAt(index)
      if (numbers[code] === 0) numbers[code] = count++
    }
  }
  return { numbers, count }
}

/** A word of letters is not part of a longer one. */
function standsAlone(text: FoldedText, first: number, last: number): boolean {
  const before = text.units[first - 1]
  const after = text.units[last + 1]
  const joinsBefore =
    before !== undefined && LATIN_UNIT.test(before) && text.gaps[first] === GAP.none
  const joinsAfter =
    after !== undefined && LATIN_UNIT.test(after) && text.gaps[last + 1] === GAP.none
  return !joinsBefore && !joinsAfter
}

/**
 * Where a clause ends inside the word it is chance, 多加。微信群, except where something stands between
 * all of its characters: that is meant.
 */
function holdsTogether(text: FoldedText, first: number, last: number): boolean {
  let strong = false
  let all = true
  for (let index = first + 1; index <= last; index += 1) {
    const gap = text.gaps[index]
    if (gap === GAP.strong) strong = true
    if (gap === GAP.none) all = false
  }
  return !strong || (all && last - first + 1 >= SHORTEST_SPLIT_BY_CLAUSE)
}
