import { SIMPLIFIED } from '../../shared/simplified-characters'

/**
 * A text as word lists see it: width, case, 繁简, look-alikes and inserted characters are folded away. Each
 * folded unit knows where in the original it came from (UTF-16 offsets).
 */
export interface FoldedText {
  units: string
  /** Where in the original the character of each unit begins, and where it ends. */
  starts: Int32Array
  ends: Int32Array
  /** What was left out before each unit. */
  gaps: Uint8Array
}

/** Nothing stood between two units; only what people put between letters; or what ends a clause. */
export const GAP = { none: 0, weak: 1, strong: 2 } as const

// Letters of other scripts, and signs, that look like a Latin letter or a digit.
const LOOK_ALIKES = new Map(
  [
    ['аα', 'a'],
    ['вβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еε', 'e'],
    ['һ', 'h'],
    ['іιı', 'i'],
    ['ј', 'j'],
    ['кκ', 'k'],
    ['ӏ', 'l'],
    ['м', 'm'],
    ['пη', 'n'],
    ['оοσ〇○◯⭕', 'o'],
    ['рρ', 'p'],
    ['ԛ', 'q'],
    ['г', 'r'],
    ['ѕ', 's'],
    ['тτ', 't'],
    ['υ', 'u'],
    ['ν', 'v'],
    ['ѡω', 'w'],
    ['хχ', 'x'],
    ['уγ', 'y'],
    // A nought and an O, a one and an l: in both directions the same.
    ['0', 'o'],
    ['1|', 'l'],
    ['丷', '八'],
    ['囗', '口'],
  ].flatMap(([from = '', to = '']) => Array.from(from, (character) => [character, to] as const)),
)

// White letters in black circles (🅐) and squares (🅰) have no plain form, unlike those in white ones.
for (const first of [0x1f150, 0x1f170]) {
  for (let letter = 0; letter < 26; letter += 1) {
    LOOK_ALIKES.set(String.fromCodePoint(first + letter), String.fromCharCode(97 + letter))
  }
}

const NOTHING_WEAK = '\u0001'
const NOTHING_STRONG = '\u0002'
const NOTHING_UNSEEN = '\u0003'

const UNSEEN = /^[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0\u200b-\u200f\ufe00-\ufe0f]$/u
const WEAK = /^[\s\p{Pd}\p{Pc}\p{S}·•‧・∙⋅*#@&%/\\^~'"`´｀…"“”‘’.]$/u
const WORD = /^[\p{L}\p{N}]$/u

const folded = new Map<string, string>()

/** What one character becomes: letters and digits, or one of the signs for nothing. Kept: there are few. */
function foldCharacter(character: string): string {
  const known = folded.get(character)
  if (known !== undefined) return known
  const value = computeFold(character)
  if (folded.size < 20_000) folded.set(character, value)
  return value
}

function computeFold(character: string): string {
  if (UNSEEN.test(character)) return NOTHING_UNSEEN
  const special = LOOK_ALIKES.get(character)
  if (special !== undefined) return special
  let letters = ''
  // ⒜ and ㈠ come apart into their letter and brackets; the letter counts.
  for (const part of character.normalize('NFKD').toLowerCase()) {
    if (WORD.test(part)) letters += LOOK_ALIKES.get(part) ?? SIMPLIFIED.get(part) ?? part
  }
  if (letters !== '') return letters
  return WEAK.test(character) ? NOTHING_WEAK : NOTHING_STRONG
}

/** Folds a text. Linear in its length. */
export function fold(text: string): FoldedText {
  // A character of one unit may come out as several (㎏, ㍿), seldom more than the text has.
  let capacity = text.length + 16
  let starts = new Int32Array(capacity)
  let ends = new Int32Array(capacity)
  let gaps = new Uint8Array(capacity)
  let units = ''
  let gap: number = GAP.none
  for (let at = 0; at < text.length;) {
    const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    const value = foldCharacter(size === 1 ? text.charAt(at) : text.slice(at, at + 2))
    if (value === NOTHING_UNSEEN || value === NOTHING_WEAK) {
      if (gap === GAP.none) gap = GAP.weak
    } else if (value === NOTHING_STRONG) {
      gap = GAP.strong
    } else {
      for (let part = 0; part < value.length; part += 1) {
        const index = units.length + part
        if (index >= capacity) {
          capacity *= 2
          starts = grown(starts, new Int32Array(capacity))
          ends = grown(ends, new Int32Array(capacity))
          gaps = grown(gaps, new Uint8Array(capacity))
        }
        starts[index] = at
        ends[index] = at + size
        gaps[index] = part === 0 ? gap : GAP.none
      }
      units += value
      gap = GAP.none
    }
    at += size
  }
  return { units, starts, ends, gaps }
}

function grown<Values extends Int32Array | Uint8Array>(from: Values, to: Values): Values {
  to.set(from)
  return to
}

/** A listed word, or a text to be compared, folded in the same way; without the places. */
export function foldWord(text: string): string {
  return fold(text).units
}
