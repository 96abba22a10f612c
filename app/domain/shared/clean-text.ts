import { withoutInvisibleTricks } from './invisible-characters'

/** Why a text is refused: a NUL character, half of a character, or another control character. */
export type TextProblem = 'nul' | 'loneSurrogate' | 'control'

export type CleanedText = { text: string } | { problem: TextProblem }

const LINE_END = /\r\n?|[\u0085\u2028\u2029]/gu

const LONE_SURROGATE = /\p{Cs}/u

const CONTROL = /(?![\n\t])\p{Cc}/u

// No script needs more than eight marks on a letter; hundreds cover the lines above and below.
const MARKS_TOO_MANY = /(\p{M}{8})\p{M}+/gu

/** Empty lines that may stand between two paragraphs. */
const MAX_BLANK_LINES = 2

/**
 * Makes what a person typed or pasted fit to be stored, compared and shown. Refuses what no person types:
 * NUL (PostgreSQL cannot store it), lone surrogates, control characters other than line feed and tab.
 * Normalises to NFC and to line feeds, and takes away invisible characters without a reason (see
 * `withoutInvisibleTricks`), combining marks beyond eight on a letter, spaces at the ends of lines, empty
 * lines at both ends and more than two in a row. Linear in the length; a clean text stays as it is.
 */
export function cleanText(input: string): CleanedText {
  if (input.includes('\0')) return { problem: 'nul' }
  if (LONE_SURROGATE.test(input)) return { problem: 'loneSurrogate' }
  const lines = input.replace(LINE_END, '\n')
  if (CONTROL.test(lines)) return { problem: 'control' }

  // Marks are counted before normalising, which sorts them and is slow on long runs, and afterwards,
  // because it takes some of them apart.
  const normal = withoutInvisibleTricks(lines)
    .replace(MARKS_TOO_MANY, '$1')
    .normalize('NFC')
    .replace(MARKS_TOO_MANY, '$1')

  const kept: string[] = []
  let blank = 0
  for (const line of normal.split('\n')) {
    const text = line.trimEnd()
    blank = text === '' ? blank + 1 : 0
    if (blank <= MAX_BLANK_LINES && (text !== '' || kept.length > 0)) kept.push(text)
  }
  while (kept.at(-1) === '') kept.pop()
  return { text: kept.join('\n') }
}

/** The length of a text as people are told it, in code points: 𠮷 and 👍 are one each. */
export function countCharacters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) index++
    count++
  }
  return count
}

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

// An escaped character is no mark. While marks are removed it is kept as a noncharacter: there are 32
// in this row, as many as ASCII has punctuation, and a clean text holds none.
const FIRST_NONCHARACTER = 0xfdd0

function hideEscapes(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) =>
    String.fromCharCode(FIRST_NONCHARACTER + PUNCTUATION.indexOf(character)),
  )
}

function showEscapes(line: string): string {
  return line.replace(/[\ufdd0-\ufdef]/g, (character) =>
    PUNCTUATION.charAt(character.charCodeAt(0) - FIRST_NONCHARACTER),
  )
}

// Each of these looks at a bounded number of characters from where it starts.
const BLOCK_MARKS = /^(?:\s{0,9}(?:>|[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s)){1,12}\s*/
const ONLY_MARKS = /^[\s|:*_=-]*$/
const LINK = /!?\[([^[\]]{0,300})\]\([^()\s]{0,2048}(?:\s"[^"]{0,200}")?\)/g
const LINK_CUT_OFF = /!?\[[^[\]]{0,300}\]\([^()\s]*$/
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2048})>/g
const CODE = /(`{1,3})([^`]{1,500})\1/g
const STARS = /(\*{1,3})(?=[^\s*])([^*]{1,500})\1/g

// Four stars and more are no mark: they cover what is private, 138****1234.
const COVERING_STARS = /\*{4,}/g
const HIDDEN_STAR = String.fromCharCode(FIRST_NONCHARACTER + PUNCTUATION.indexOf('*'))

const UNDERLINES = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]{1,500})\1(?![\p{L}\p{N}_])/gu

function plainLine(line: string): string {
  const content = hideEscapes(line).replace(BLOCK_MARKS, '')
  if (ONLY_MARKS.test(content)) return ''
  const words = content.startsWith('|') ? content.replaceAll('|', ' ') : content
  const plain = words
    .replace(COVERING_STARS, (run) => HIDDEN_STAR.repeat(run.length))
    .replace(LINK, '$1')
    .replace(AUTOLINK, '$1')
    .replace(CODE, '$2')
    .replace(STARS, '$2')
    .replace(STARS, '$2')
    .replace(UNDERLINES, '$2')
  return showEscapes(plain)
}

function cut(text: string, max: number, goesOn: boolean): string {
  if (!goesOn && countCharacters(text) <= max) return text
  let length = 0
  let end = 0
  // Whole emoji and letters with their marks, not halves of them.
  for (const { segment, index } of new Intl.Segmenter('zh').segment(text)) {
    length += countCharacters(segment)
    if (length > max - 1) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}

/**
 * The beginning of a Markdown text in one line without its marks, for titles, lists, feeds and messages:
 * at most `max` characters (code points, 1 or more), the last of them "…" where the text goes on. It reads
 * only as far as it has to, and is meant for reading: it is text, to be escaped like any other.
 */
export function plainExcerpt(markdown: string, max: number): string {
  // Room for addresses and marks, which take space and are not shown.
  const beginning = markdown.slice(0, max * 4 + 4000).replace(/[\ud800-\udbff]$/, '')
  const goesOn = beginning.length < markdown.length
  const lines = (goesOn ? beginning.replace(LINK_CUT_OFF, '') : beginning)
    .split('\n')
    .filter((line) => !/^\s{0,9}(?:```|~~~)/.test(line))
    .map(plainLine)
  const text = lines.join(' ').replace(/\s+/g, ' ').trim()
  return cut(text, max, goesOn)
}
