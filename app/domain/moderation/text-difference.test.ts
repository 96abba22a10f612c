import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, type TextPart } from './text-difference'

const without = (parts: readonly TextPart[], kind: TextPart['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('')

describe('the difference of two texts', () => {
  test('names what was taken out and what was put in its place', () => {
    expect(differenceOf('楼下停车位不够用。', '楼下充电桩不够用。')).toEqual([
      { kind: 'same', text: '楼下' },
      { kind: 'removed', text: '停车位' },
      { kind: 'added', text: '充电桩' },
      { kind: 'same', text: '不够用。' },
    ])
  })

  test('keeps a word of letters or a number whole', () => {
    expect(differenceOf('电话13900000001转', '电话13900000002转')).toEqual([
      { kind: 'same', text: '电话' },
      { kind: 'removed', text: '13900000001' },
      { kind: 'added', text: '13900000002' },
      { kind: 'same', text: '转' },
    ])
  })

  test('makes one change of two that a single character parts', () => {
    const parts = differenceOf('今天很热', '昨天太热')
    expect(parts).toEqual([
      { kind: 'removed', text: '今天很' },
      { kind: 'added', text: '昨天太' },
      { kind: 'same', text: '热' },
    ])
  })

  test('of equal texts is one part, of nothing none', () => {
    expect(differenceOf('一样', '一样')).toEqual([{ kind: 'same', text: '一样' }])
    expect(differenceOf('', '')).toEqual([])
    expect(differenceOf('', '新')).toEqual([{ kind: 'added', text: '新' }])
    expect(differenceOf('旧', '')).toEqual([{ kind: 'removed', text: '旧' }])
  })

  test('gives both texts back, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '1', ' ', '\n', '😀', '。') })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = differenceOf(before, after)
        expect(without(parts, 'added')).toBe(before)
        expect(without(parts, 'removed')).toBe(after)
        expect(parts.every((part) => part.text !== '')).toBe(true)
      }),
    )
  })

  test('of the longest texts, all different, is still quick', () => {
    const started = performance.now()
    const before = '甲乙'.repeat(1000)
    const after = '丙丁'.repeat(1000)
    expect(without(differenceOf(before, after), 'removed')).toBe(after)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
