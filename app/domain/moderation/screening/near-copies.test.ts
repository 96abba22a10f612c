import { describe, expect, it, test } from 'vitest'
import { likenessOf, likenessTo } from './near-copies'

const TEXT = '消防通道天天被私家车堵住，请物业和交警管起来。'

describe('how much two texts have in common', () => {
  it.each([
    ['消防通道天天被私家车堵住，请物业和交警管起来。', 100],
    ['消 防 通 道 天天被私家車堵住！请物业和交警管起来', 100],
  ])('is all of it in other dress: %s', (other, likeness) => {
    expect(likenessTo(TEXT)(other)).toBe(likeness)
  })

  test.each([
    '消防通道天天被私家车占住，请物业和交警管起来。',
    '消防通道天天被私家车堵住，请物业和交警管起来。谢',
    '消防通道每天被私家车堵住，请物业和交警管起来。',
  ])('is nine tenths and more where a character is another: %s', (other) => {
    expect(likenessTo(TEXT)(other)).toBeGreaterThanOrEqual(90)
    expect(likenessTo(TEXT)(other)).toBeLessThan(100)
  })

  it('is little for other words about the same', () => {
    expect(likenessTo(TEXT)('楼下的消防通道总有人停车，希望交警来贴条。')).toBeLessThan(50)
    expect(likenessTo(TEXT)('')).toBe(0)
  })

  it('takes a moment for fifty texts that have nothing in common', () => {
    const others = Array.from({ length: 50 }, (_, n) => `食堂第${n}窗口的饭菜凉了，`.repeat(20))
    const likeness = likenessTo(TEXT.repeat(4))
    for (const other of others) likeness(other)
    const start = performance.now()
    for (const other of others) likeness(other)
    expect(performance.now() - start).toBeLessThan(100)
  })
})

it('a text that says too little is looked for by nothing', () => {
  expect(likenessOf('支持！', 'a').bands).toEqual([])
  expect(likenessOf(TEXT, 'a').bands).toHaveLength(16)
})
