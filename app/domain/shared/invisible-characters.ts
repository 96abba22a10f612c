// Never needed, and invisible: soft hyphen, grapheme joiner, blank Hangul letters, blank Khmer vowels,
// zero-width space, word joiner, invisible operators, deprecated formats, byte order mark, annotation
// anchors and the placeholder of a pasted object. And the two overrides of direction, which make
// "gpj.exe" read as "exe.jpg".
const NEVER_NEEDED =
  /\u034f|\u17b4|\u17b5|[\u00ad\u115f\u1160\u200b\u202d\u202e\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc]|\p{Noncharacter_Code_Point}/gu

const NON_JOINER = 0x200c
const JOINER = 0x200d
const TEXT_STYLE = 0xfe0e
const EMOJI_STYLE = 0xfe0f
const KEYCAP = '\u20e3'

/** Joiners, variation selectors (also those of Mongolian and of Han characters), and tags. */
function needsContext(code: number): boolean {
  return (
    code === NON_JOINER ||
    code === JOINER ||
    (code >= 0x180b && code <= 0x180f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0000 && code <= 0xe01ef)
  )
}

/** Scripts whose letters join, where a joiner between two of them changes what is read. */
const JOINING_LETTER =
  /^(?=\p{L})[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Khmer}\p{sc=Myanmar}]$/u

const MARK = /^\p{M}$/u
const MONGOLIAN_LETTER = /^(?=\p{L})\p{sc=Mongolian}$/u
const HAN = /^\p{sc=Han}$/u
const PICTURE = /^\p{Extended_Pictographic}$/u
const PICTURE_END = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u
const KEYCAP_BASE = /^[0-9#*]$/

/** The flags of England, Scotland and Wales: a black flag, the region in tags, and the end of tags. */
const REGION_FLAG = /^\u{1f3f4}[\u{e0061}-\u{e007a}]{5}\u{e007f}$/u
const REGION_FLAG_LENGTH = 7

function hasReason(code: number, before: string, after: string): boolean {
  if (code === JOINER && PICTURE_END.test(before)) return PICTURE.test(after)
  if (code === JOINER || code === NON_JOINER) {
    return (JOINING_LETTER.test(before) || MARK.test(before)) && JOINING_LETTER.test(after)
  }
  if (code >= 0x180b && code <= 0x180f) return MONGOLIAN_LETTER.test(before)
  if (code === TEXT_STYLE || code === EMOJI_STYLE) {
    // Between the digits of a telephone number it would hide the number from whoever looks for one.
    return KEYCAP_BASE.test(before) ? after === KEYCAP : PICTURE.test(before)
  }
  // Variants of Han characters stand in people's names.
  return code >= 0xe0100 && HAN.test(before)
}

function withContextChecked(text: string): string {
  const characters = Array.from(text)
  const kept: string[] = []
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? ''
    const code = character.codePointAt(0) ?? 0
    if (code === 0x1f3f4) {
      const flag = characters.slice(index, index + REGION_FLAG_LENGTH)
      if (REGION_FLAG.test(flag.join(''))) {
        kept.push(...flag)
        index += REGION_FLAG_LENGTH - 1
        continue
      }
    }
    const needed =
      !needsContext(code) || hasReason(code, kept.at(-1) ?? '', characters[index + 1] ?? '')
    if (needed) kept.push(character)
  }
  return kept.join('')
}

const RIGHT_TO_LEFT =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]/u
const ALL_DIRECTIONS = new RegExp(DIRECTION, 'gu')
const EMBEDDING = /^[\u202a\u202b]$/
const EMBEDDING_END = '\u202c'
const ISOLATE = /^[\u2066-\u2068]$/
const ISOLATE_END = '\u2069'

function withBalancedDirections(line: string): string {
  if (!DIRECTION.test(line)) return line
  if (!RIGHT_TO_LEFT.test(line)) return line.replace(ALL_DIRECTIONS, '')

  const characters = Array.from(line)
  const surplus = new Set<number>()
  const open: { index: number; end: string }[] = []
  characters.forEach((character, index) => {
    if (EMBEDDING.test(character)) open.push({ index, end: EMBEDDING_END })
    if (ISOLATE.test(character)) open.push({ index, end: ISOLATE_END })
    if (character !== EMBEDDING_END && character !== ISOLATE_END) return
    if (open.at(-1)?.end === character) open.pop()
    else surplus.add(index)
  })
  for (const { index } of open) surplus.add(index)
  return characters.filter((_, index) => !surplus.has(index)).join('')
}

/**
 * Takes away characters that nobody sees. Joiners and variation selectors stay where a script or an emoji
 * needs them. Marks of direction stay in a line that has right-to-left letters, and only if each that
 * opens is closed in the same line: else they turn around what stands beside the text, names and dates
 * too. Line ends are line feeds. Linear in the length.
 */
export function withoutInvisibleTricks(text: string): string {
  return withContextChecked(text.replace(NEVER_NEEDED, ''))
    .split('\n')
    .map(withBalancedDirections)
    .join('\n')
}
