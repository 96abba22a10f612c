import { describe, expect, it } from 'vitest'
import { sentencesOf, standsIn } from './promise-text'

const DRAFT = `## 关于路灯

您反映的情况属实。

1. 12月10日前，**更换**破损的灯头 6 处；
2. 明年3月底前完成[照明改造](https://example.gov.cn/a)。

> 联系电话 010-12345678。
是。`

describe('the sentences of a draft', () => {
  it('are what can be promised, as it is read', () => {
    expect(sentencesOf(DRAFT)).toEqual([
      '关于路灯',
      '您反映的情况属实。',
      '12月10日前，更换破损的灯头 6 处；',
      '明年3月底前完成照明改造。',
      '联系电话 010-12345678。',
    ])
  })

  it('are offered without the numeral of their paragraph', () => {
    const draft = '一、已经开工。\n\n（二）年内完工。'
    expect(sentencesOf(draft)).toEqual(['已经开工。', '年内完工。'])
    for (const sentence of sentencesOf(draft)) expect(standsIn(sentence, draft)).toBe(true)
  })

  it('are each offered once, and none that is too long', () => {
    expect(sentencesOf('年底前完工。\n\n年底前完工。')).toEqual(['年底前完工。'])
    expect(sentencesOf('好'.repeat(201))).toEqual([])
  })
})

describe('a promise', () => {
  it('stands in the text whatever its marks and spaces', () => {
    for (const sentence of sentencesOf(DRAFT)) expect(standsIn(sentence, DRAFT)).toBe(true)
    expect(standsIn('更换破损的灯头6处', DRAFT)).toBe(true)
  })

  it('does not stand where its words were changed', () => {
    expect(standsIn('12月10日前，更换破损的灯头 8 处', DRAFT)).toBe(false)
  })
})
