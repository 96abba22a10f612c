import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSearchQuery, toSearchTokens } from './search-tokens'

const han = fc.string({
  unit: fc.constantFrom(...'老旧小区加装电梯费用分摊与维护𠮷々〇'),
  minLength: 1,
})
const anyText = fc.string({ unit: 'binary', maxLength: 200 })

describe('the tokens of a text', () => {
  test('are the characters of Chinese and their pairs', () => {
    expect(toSearchTokens('加装电梯')).toEqual(['加', '加装', '装', '装电', '电', '电梯', '梯'])
  })

  test('do not reach over punctuation or blanks', () => {
    expect(toSearchTokens('电梯，费用')).not.toContain('梯费')
    expect(toSearchTokens('电梯 费用')).not.toContain('梯费')
  })

  test('are whole words and figures of other scripts, in lower case and half width', () => {
    expect(toSearchTokens('ＡＰＰ与Wi-Fi，2025年')).toEqual(['app', '与', 'wi', 'fi', '2025', '年'])
    expect(toSearchTokens('5G基站')).toEqual(['5g', '基', '基站', '站'])
  })

  test('keep characters beyond the first plane whole', () => {
    expect(toSearchTokens('𠮷野')).toEqual(['𠮷', '𠮷野', '野'])
  })

  test('stand once each', () => {
    expect(toSearchTokens('天天天天 day DAY')).toEqual(['天', '天天', 'day'])
  })

  test('cut a word without end', () => {
    expect(toSearchTokens('a'.repeat(100_000))).toEqual(['a'.repeat(40)])
  })

  test('of signs alone are none', () => {
    expect(toSearchTokens('——！？… \n 😀')).toEqual([])
    expect(toSearchTokens('\u2e80\u2e81')).toEqual([]) // radicals: signs, though of the Han script
  })

  test('hold letters, marks and digits alone, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of [...toSearchTokens(text), ...toSearchQuery(text)]) {
          expect(token).toMatch(/^[\p{L}\p{N}\p{M}]{1,40}$/u)
        }
      }),
    )
  })

  test('grow in step with the text', () => {
    fc.assert(
      fc.property(han, (text) => {
        expect(toSearchTokens(text).length).toBeLessThan(2 * Array.from(text).length)
      }),
    )
  })
})

describe('the terms of a query', () => {
  test('are the pairs of Chinese', () => {
    expect(toSearchQuery('加装电梯')).toEqual(['加装', '装电', '电梯'])
  })

  test('are a lone character itself', () => {
    expect(toSearchQuery('桥')).toEqual(['桥'])
    expect(toSearchQuery('桥 5G')).toEqual(['桥', '5g'])
  })

  test('are at most eight', () => {
    expect(toSearchQuery('老旧小区加装电梯费用分摊')).toHaveLength(8)
    expect(toSearchQuery('a b c d e f g h i j')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })

  test('come from the first 64 characters', () => {
    expect(toSearchQuery(`${'，'.repeat(63)}桥路`)).toEqual(['桥'])
    expect(toSearchQuery(`${'😀'.repeat(63)}桥路`)).toEqual(['桥'])
    expect(toSearchQuery('a'.repeat(1_000_000))).toEqual(['a'.repeat(40)])
  })

  test('are none where there is nothing to search for', () => {
    expect(toSearchQuery('')).toEqual([])
    expect(toSearchQuery(" &|!()':* \u0000\ud800")).toEqual([])
  })

  test('find every text that holds what was searched for', () => {
    fc.assert(
      fc.property(anyText, han, anyText, (before, middle, after) => {
        const tokens = new Set(toSearchTokens(`${before} ${middle} ${after}`))
        expect(toSearchQuery(middle).filter((term) => !tokens.has(term))).toEqual([])
      }),
    )
  })

  test('find a part of Chinese text by any stretch of it', () => {
    fc.assert(
      fc.property(han, fc.nat(40), fc.integer({ min: 1, max: 9 }), (text, start, length) => {
        const tokens = new Set(toSearchTokens(text))
        const part = Array.from(text)
          .slice(start, start + length)
          .join('')
        expect(toSearchQuery(part).filter((term) => !tokens.has(term))).toEqual([])
      }),
    )
  })
})
