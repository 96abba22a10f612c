import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhrases, joinRanges, MASK, maskText } from './masking'

describe('hiding stretches of a text', () => {
  it('finds every place of a phrase, and tells which stands nowhere', () => {
    const text = '我是王建国，电话13900000001，请找王建国。'
    const { ranges, missing } = findPhrases(text, ['王建国', '13900000001', '李四'])
    expect(maskText(text, ranges)).toBe(`我是${MASK}，电话${MASK}，请找${MASK}。`)
    expect(missing).toEqual(['李四'])
  })

  it('makes one of those that overlap or touch', () => {
    expect(
      joinRanges([
        { start: 5, end: 8 },
        { start: 0, end: 3 },
        { start: 3, end: 4 },
        { start: 6, end: 7 },
      ]),
    ).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 8 },
    ])
  })

  it('leaves nothing of what is hidden, and all of what is not', () => {
    const range = fc.record({ start: fc.nat(40), end: fc.nat(40) })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.array(range), (text, ranges) => {
        const kept = [...Array(text.length).keys()]
          .filter((i) => !ranges.some(({ start, end }) => start <= i && i < end))
          .map((i) => text[i])
          .join('')
        expect(maskText(text, ranges).replaceAll(MASK, '')).toBe(kept.replaceAll(MASK, ''))
      }),
    )
  })
})
