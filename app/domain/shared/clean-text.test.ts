import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { growthOverFourfold } from '#tests/fixtures/growth'
import { GROWING_TEXTS, HOSTILE_TEXTS } from '#tests/fixtures/hostile-texts'
import { cleanText, countCharacters, plainExcerpt } from './clean-text'

function clean(input: string): string {
  const result = cleanText(input)
  if ('problem' in result) throw new Error(`refused: ${result.problem}`)
  return result.text
}

/** Any string, made mostly of what the rules are about. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...['\u200b', '\u200c', '\u200d', '\ufe0f', '\u{e0101}', '\u202b', '\u202c', '\u202e'],
        ...[
          '\u2066',
          '\u2067',
          '\u2069',
          '\u200f',
          '\u180b',
          '\u{e0067}',
          '\u{e007f}',
          '\u{1f3f4}',
        ],
        ...['\u0301', '\u0344', '\u0316', '\u20e3', '中', '1', 'e', 'ا', 'ש', 'क', '\u094d', 'ᠠ'],
        ...[
          '👩',
          '💻',
          '\u{1f3fd}',
          '❤',
          ' ',
          '　',
          '\t',
          '\n',
          '\r\n',
          '\u2028',
          '\u0085',
          '\ufeff',
        ],
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('cleanText refuses', () => {
  test.each([
    ['a\0b', 'nul'],
    ['a\ud800b', 'loneSurrogate'],
    ['a\udfff', 'loneSurrogate'],
    ['\udc00\ud800', 'loneSurrogate'],
    ['a\u0001', 'control'],
    ['a\u000bb', 'control'],
    ['a\fb', 'control'],
    ['\u001b[2J', 'control'],
    ['a\u007f', 'control'],
    ['a\u0090', 'control'],
  ])('%j', (input, problem) => {
    expect(cleanText(input)).toEqual({ problem })
  })
})

describe('cleanText normalises', () => {
  test.each([
    ['line ends', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['letters with marks', 'e\u0301', 'é'],
    ['spaces at the ends of lines', 'a  \t　\nb ', 'a\nb'],
    ['empty lines at both ends', '\n \n  a\n\n', '  a'],
    ['more than two empty lines', 'a\n\n \n\n\nb\n\n\nc', 'a\n\n\nb\n\n\nc'],
    ['more than eight marks', `Z${'\u0335'.repeat(50)}a`, `Z${'\u0335'.repeat(8)}a`],
    [
      'nothing in an ordinary text',
      '第一段。\n\n\t第二段 — “好”！',
      '第一段。\n\n\t第二段 — “好”！',
    ],
  ])('%s', (_name, input, text) => {
    expect(clean(input)).toBe(text)
  })
})

describe('cleanText takes away what nobody sees', () => {
  test.each([
    ['zero-width spaces', '敏\u200b感\u2060词\ufeff', '敏感词'],
    ['joiners between Chinese characters', '法\u200d轮\u200c词', '法轮词'],
    ['soft hyphens', '敏\u00ad感', '敏感'],
    ['blank letters', 'a\u3164\u115f\u1160\uffa0b', 'ab'],
    ['selectors between digits', '1\ufe0f3\ufe0f8', '138'],
    ['hidden messages in tags', 'a\u{e0068}\u{e0069}', 'a'],
    ['hidden messages behind a flag', '\u{1f3f4}\u{e0068}\u{e0069}', '\u{1f3f4}'],
    ['noncharacters and anchors', 'a\uffff\ufdd0\ufff9b', 'ab'],
    ['overrides of direction', 'report\u202egpj.exe\u202c', 'reportgpj.exe'],
    ['overrides beside Arabic', 'ا\u202eab', 'اab'],
    ['marks of direction without right-to-left letters', '\u200fa\u2067b\u2069', 'ab'],
    ['isolates that are not closed', 'ا \u2067 b', 'ا  b'],
    ['what closes nothing', 'ا \u2069\u202c b', 'ا  b'],
    ['what is closed in another line', 'ا\u2067\nب\u2069', 'ا\nب'],
    ['crossed marks', 'ا\u2067a\u202bb\u2069c\u202c', 'اa\u202bbc\u202c'],
    ['joiners in a row', '👩\u200d\u200d\u200d💻', '👩\u200d💻'],
  ])('%s', (_name, input, text) => {
    expect(clean(input)).toBe(text)
  })
})

describe('cleanText keeps', () => {
  test.each([
    ['emoji of several parts', '👩🏽‍💻 👨‍👩‍👧 🏳️‍🌈 ❤️ 1️⃣ 🇨🇳'],
    ['the flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['non-joiners in Persian', 'می‌خواهم'],
    ['joiners in Hindi', 'क्‍ष'],
    ['selectors in Mongolian', 'ᠠ\u180bᠠ'],
    ['variants of Han characters in names', '葛\u{e0100}城'],
    ['balanced isolates beside Uyghur', 'ئۇيغۇر \u2066abc\u2069 تىلى\u200f'],
    ['rare characters', '𠮷野家 〇 ㊗'],
    ['marks of Tibetan and Vietnamese', 'བསྒྲུབས ệ'],
  ])('%s', (_name, text) => {
    expect(clean(text)).toBe(text.normalize('NFC'))
  })
})

describe('what cleanText returns', () => {
  it('stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const result = cleanText(input)
        if ('text' in result) expect(cleanText(result.text)).toEqual(result)
      }),
      { numRuns: 3000 },
    )
  })

  it('is normal, and has nothing in it that is refused or always taken away', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const result = cleanText(input)
        if (!('text' in result)) return
        expect(result.text.normalize('NFC')).toBe(result.text)
        expect(result.text).not.toMatch(
          /(?![\n\t])\p{Cc}|\p{Cs}|[\u2028\u2029\u200b\u202d\u202e\ufeff]/u,
        )
        expect(result.text).not.toMatch(/\p{M}{9}|\n{4}|^\n|\n$/u)
      }),
      { numRuns: 3000 },
    )
  })

  test.each(HOSTILE_TEXTS)('is clean for $name', ({ text }) => {
    const result = cleanText(text)
    if ('text' in result) expect(cleanText(result.text)).toEqual(result)
    else expect(text).toMatch(/(?![\n\t\r])\p{Cc}|\p{Cs}/u)
  })

  const families = ['combining-marks', 'zero-width-joiners', 'isolates', 'spaces', 'line-feeds']
  test.each(families)(
    'takes time in proportion to the length of %s',
    { timeout: 60_000 },
    (name) => {
      expect(growthOverFourfold(GROWING_TEXTS[name]!, 250_000, cleanText)).toBeLessThan(9)
    },
  )
})

describe('countCharacters', () => {
  test.each([
    ['', 0],
    ['汉字', 2],
    ['𠮷👍', 2],
    ['a\nb', 3],
    ['é', 1],
    ['\ud83d', 1],
  ])('counts %j', (text, count) => {
    expect(countCharacters(text)).toBe(count)
  })

  it('counts as the string iterator does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(countCharacters(text)).toBe(Array.from(text).length)
      }),
    )
  })
})

describe('plainExcerpt', () => {
  test.each([
    ['# 标题\n\n**重点**：*请*看', '标题 重点：请看'],
    ['> - 1. 引 [链接](https://b.cn/a "名") 和 ![图](/attachments/a/image)', '引 链接 和 图'],
    ['见 <https://b.cn/a_b_c> 与 `x_y`', '见 https://b.cn/a_b_c 与 x_y'],
    ['```js\nlet a\n```\n后', 'let a 后'],
    ['|a|b|\n|-|:-:|\n|c|d|', 'a b c d'],
    ['2 * 3 * 4 和 snake_case_name', '2 * 3 * 4 和 snake_case_name'],
    ['\\*\\*不是强调\\*\\* \\_a\\_', '**不是强调** _a_'],
    ['一\n\n---\n\n二', '一 二'],
    ['***a** b*', 'a b'],
    ['打138****1234或139****5678', '打138****1234或139****5678'],
    ['', ''],
  ])('reads %j', (markdown, text) => {
    expect(plainExcerpt(markdown, 100)).toBe(text)
  })

  it('ends with an ellipsis where the text goes on, within the limit', () => {
    expect(plainExcerpt('一二三四五', 5)).toBe('一二三四五')
    expect(plainExcerpt('一二三四五六', 5)).toBe('一二三四…')
    expect(plainExcerpt('一二  三四五六', 4)).toBe('一二…')
    expect(plainExcerpt(`[a](/${'b'.repeat(2000)}) `.repeat(10), 100)).toBe('a a…')
  })

  it('does not cut an emoji or a letter with marks into halves', () => {
    expect(plainExcerpt('一👩🏽‍💻二三', 4)).toBe('一…')
    expect(plainExcerpt('一👩🏽‍💻二三', 6)).toBe('一👩🏽‍💻…')
    expect(plainExcerpt('e\u0335f\u0335g\u0335', 4)).toBe('e\u0335…')
  })

  it('keeps the limit and one line for any text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, max) => {
        const excerpt = plainExcerpt(text, max)
        expect(countCharacters(excerpt)).toBeLessThanOrEqual(max)
        expect(excerpt).not.toMatch(/\n/)
      }),
      { numRuns: 2000 },
    )
  })

  test.each(HOSTILE_TEXTS)('is short for $name', ({ text }) => {
    expect(countCharacters(plainExcerpt(text, 120))).toBeLessThanOrEqual(120)
  })

  test.each(Object.entries(GROWING_TEXTS))(
    'reads no further than it has to in %s',
    (_name, make) => {
      const text = make(300_000)
      const start = performance.now()
      plainExcerpt(text, 120)
      expect(performance.now() - start).toBeLessThan(1000)
    },
  )
})
