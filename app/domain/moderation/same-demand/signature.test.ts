import { describe, expect, it } from 'vitest'
import { readLabelledPairs } from '#tests/fixtures/same-demand-pairs'
import { demandBands, TOPIC_BANDS } from './signature'

const TOPIC = 'a'
const inTopic = (text: string, topic = TOPIC) => demandBands(text, topic).slice(0, TOPIC_BANDS)

function meet(a: readonly number[], b: readonly number[]): boolean {
  return a.some((band) => b.includes(band))
}

describe('the bands of a demand', () => {
  it('are the same for the same words, whatever their dress', () => {
    expect(demandBands('请尽快安装充电桩！！', TOPIC)).toEqual(
      demandBands('希望加装充电桩。', TOPIC),
    )
  })

  it('are signed 32-bit numbers, as the database keeps them', () => {
    for (const band of demandBands('消防通道天天被私家车堵住', TOPIC)) {
      expect(band).toBe(band | 0)
    }
  })

  it('meet for nearly every near copy', () => {
    const copies = readLabelledPairs().filter(({ kind }) => kind === 'c')
    const found = copies.filter(({ a, b }) => meet(inTopic(a), inTopic(b)))
    expect(found.length / copies.length).toBeGreaterThan(0.95)
  })

  it('of a topic never meet those of another, those for all topics do', () => {
    const text = '消防通道天天被私家车堵住，请物业和交警管起来。'
    expect(meet(inTopic(text), inTopic(text, 'b'))).toBe(false)
    expect(demandBands(text, 'a').slice(TOPIC_BANDS)).toEqual(
      demandBands(text, 'b').slice(TOPIC_BANDS),
    )
  })

  it('are none for a text that says too little', () => {
    expect(demandBands('支持！', TOPIC)).toEqual([])
    expect(demandBands('。。。', TOPIC)).toEqual([])
  })

  it('take a text of full length in a moment', () => {
    const text = '消防通道天天被私家车堵住请物业和交警管起来'.repeat(95).slice(0, 2000)
    demandBands(text, TOPIC)
    const start = performance.now()
    for (let i = 0; i < 10; i++) demandBands(`${text}${i}`, TOPIC)
    expect((performance.now() - start) / 10).toBeLessThan(20)
  })
})
