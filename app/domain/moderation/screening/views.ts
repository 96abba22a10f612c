import { SIMPLIFIED } from '../../shared/simplified-characters'

/**
 * Two views of a text, each exactly as long as the text, so that places found in them are places in it
 * (UTF-16 offsets). In `latin`, width, case and 繁简 are folded. In `digits` every sign of a digit is that
 * digit, and what people put between digits is a separator.
 */
export interface TextViews {
  latin: string
  digits: string
}

/** In `digits`: what is put between the digits of a number, and what separates the numbers of a list. */
export const SEPARATOR = ' '
export const LIST_SEPARATOR = ','

// 幺 is how a one is read out.
const HAN_DIGITS = new Map(
  [
    '〇零○◯',
    '一壹幺㊀',
    '二贰㊁',
    '三叁㊂',
    '四肆㊃',
    '五伍㊄',
    '六陆㊅',
    '七柒㊆',
    '八捌㊇',
    '九玖㊈',
  ].flatMap((characters, digit) =>
    Array.from(characters, (character) => [character, String(digit)] as const),
  ),
)

/** Letters that stand in for a digit, told apart from true digits: `o` for 0, `l` for 1. */
const DIGIT_LIKE = new Map([
  ['o', 'o'],
  ['о', 'o'],
  ['ο', 'o'],
  ['l', 'l'],
  ['i', 'l'],
  ['|', 'l'],
])

/** Han digits are digits, too, but a number ends where they begin: 13800138000 三号楼. */
const HAN_DIGIT_BASE = 0xe000

const BETWEEN = /^[\s\p{Cf}\p{M}\p{Pd}_·•‧・∙⋅*~.。()（）[\]【】…'"“”‘’`\u20e3]$/u
const LISTING = /^[,，、/\\;；+＋#&^=]$/u

interface Viewed {
  latin: string
  digits: string
}

const ASCII: Viewed[] = Array.from({ length: 128 }, (_, code) => view(String.fromCharCode(code)))
const others = new Map<string, Viewed>()

function view(character: string): Viewed {
  const plain = character.normalize('NFKC').toLowerCase()
  // What comes apart (㎏, …) is kept as it is: both views are as long as the text.
  const one = Array.from(plain).length === 1 ? plain : character
  const simplified = SIMPLIFIED.get(one) ?? one
  const latin = simplified === '。' ? '.' : simplified
  return { latin: fit(latin, character), digits: fit(digitOf(simplified, character), character) }
}

function digitOf(simplified: string, character: string): string {
  if (/^[0-9]$/.test(simplified)) return simplified
  const han = HAN_DIGITS.get(simplified)
  if (han !== undefined) return String.fromCharCode(HAN_DIGIT_BASE + Number(han))
  const dingbat = dingbatDigit(character)
  if (dingbat !== null) return dingbat
  const like = DIGIT_LIKE.get(simplified)
  if (like !== undefined) return like
  if (simplified === 'x' || simplified === 'х' || simplified === '×') return 'x'
  if (BETWEEN.test(character)) return SEPARATOR
  if (LISTING.test(character)) return LIST_SEPARATOR
  return '\n'
}

/** ➀…➈, ➊…➒, ❶…❾, ⓵…⓽ and their noughts: numbers in circles that have no plain form. */
function dingbatDigit(character: string): string | null {
  const code = character.codePointAt(0) ?? 0
  for (const first of [0x2780, 0x278a, 0x2776, 0x24f5]) {
    if (code >= first && code < first + 9) return String(code - first + 1)
  }
  return code === 0x24ff || code === 0x1f10b || code === 0x1f10c ? '0' : null
}

/** As long as the character: 𝟏 takes two units and becomes a digit and a separator. */
function fit(value: string, character: string): string {
  if (value.length === character.length) return value
  return value.length < character.length ? value.padEnd(character.length, SEPARATOR) : character
}

/** Linear in the length of the text. */
export function viewsOf(text: string): TextViews {
  let latin = ''
  let digits = ''
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0
    const size = code > 0xffff ? 2 : 1
    let viewed = ASCII[code]
    if (!viewed) {
      const character = text.slice(at, at + size)
      viewed = others.get(character)
      if (!viewed) {
        viewed = view(character)
        if (others.size < 20_000) others.set(character, viewed)
      }
    }
    latin += viewed.latin
    digits += viewed.digits
    at += size
  }
  return { latin, digits }
}

/** The digit that a unit of the `digits` view stands for: its value and what kind of sign it is; or null. */
export function digitAt(
  digits: string,
  at: number,
): { value: string; kind: 'digit' | 'han' | 'like' } | null {
  const code = digits.charCodeAt(at)
  if (code >= 48 && code <= 57) return { value: digits.charAt(at), kind: 'digit' }
  if (code >= HAN_DIGIT_BASE && code < HAN_DIGIT_BASE + 10) {
    return { value: String(code - HAN_DIGIT_BASE), kind: 'han' }
  }
  if (code === 111) return { value: '0', kind: 'like' }
  if (code === 108) return { value: '1', kind: 'like' }
  return null
}
