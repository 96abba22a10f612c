/**
 * Words for searching Chinese without an extension of the database and without a dictionary: of each run of Han
 * characters every character and every two neighbours, of everything else whole words. Width and case
 * are folded. The tokens hold letters and digits alone, and may be put into a query as they are.
 */

/** The longest query that is looked at, in characters (code points). */
export const SEARCH_QUERY_MAX_CHARACTERS = 64

/** How many terms a query has at most: all of them must be found. */
export const SEARCH_QUERY_MAX_TERMS = 8

/** Longer words are cut off, in the index and in queries alike. */
const WORD_MAX_CHARACTERS = 40

/** A run of Han characters, or a word of other letters, their marks, and digits. */
const RUN = /(?:(?=\p{Script=Han})[\p{L}\p{N}])+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu

const HAN = /^\p{Script=Han}/u

/** What a text is found by, each token once, in the order of the text. */
export function toSearchTokens(text: string): string[] {
  const tokens = new Set<string>()
  for (const run of runsOf(text)) {
    const characters = Array.from(run)
    if (!HAN.test(run)) {
      tokens.add(cut(characters))
      continue
    }
    for (const [position, character] of characters.entries()) {
      // Single characters, too: 桥 and 路 are words, and people search for them.
      tokens.add(character)
      const next = characters[position + 1]
      if (next !== undefined) tokens.add(character + next)
    }
  }
  return [...tokens]
}

/**
 * What to look for, at most eight terms, each of which a text must have. A run of Han characters is looked for
 * by its pairs, which find it as it stands and hardly anything else; a lone character by itself.
 * An empty list where the query holds nothing to search for: then nothing is found.
 */
export function toSearchQuery(query: string): string[] {
  const terms = new Set<string>()
  // Cut before folding, too, so that a long query costs nothing.
  const head = Array.from(query.slice(0, SEARCH_QUERY_MAX_CHARACTERS * 2))
    .slice(0, SEARCH_QUERY_MAX_CHARACTERS)
    .join('')
  for (const run of runsOf(head)) {
    const characters = Array.from(run)
    if (!HAN.test(run)) terms.add(cut(characters))
    else if (characters.length === 1) terms.add(run)
    else pairsOf(characters).forEach((pair) => terms.add(pair))
  }
  return [...terms].slice(0, SEARCH_QUERY_MAX_TERMS)
}

function runsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(RUN) ?? []
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

function cut(characters: readonly string[]): string {
  return characters.slice(0, WORD_MAX_CHARACTERS).join('')
}
