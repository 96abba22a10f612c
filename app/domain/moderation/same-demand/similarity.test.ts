import { describe, expect, it } from 'vitest'
import { readLabelledPairs } from '#tests/fixtures/same-demand-pairs'
import type { Stance } from '~/domain/comment/comment'
import { compareDemands, prepareDemand } from './similarity'

const prepare = (text: string, stance: Stance | null = null) => prepareDemand({ text, stance })

function compare(a: string, b: string) {
  return compareDemands(prepare(a), prepare(b))
}

describe('comparing demands', () => {
  it('takes a text for the same as itself in other dress', () => {
    const likeness = compare('希望在小区里安装充电桩！', '请尽快在小区里加装充电桩吧，希望能装上。')
    expect(likeness).toMatchObject({ same: true, difference: null })
  })

  it('keeps support and opposition apart, by words and by the stances chosen', () => {
    expect(compare('我支持小区实行机动车单行。', '我反对小区实行机动车单行。')).toMatchObject({
      same: false,
      difference: 'side',
    })
    const [a, b] = [
      prepare('小区机动车单行这件事', 'support'),
      prepare('小区机动车单行这件事', 'oppose'),
    ]
    expect(compareDemands(a, b)).toMatchObject({ share: 1, same: false, difference: 'side' })
  })

  it('keeps two houses and two bus lines apart', () => {
    expect(
      compare('2号楼的电梯停用半个月了，请尽快修好。', '6号楼的电梯停用半个月了，请尽快修好。'),
    ).toMatchObject({
      same: false,
      difference: 'place',
    })
    expect(compare('希望恢复46路公交车。', '希望恢复19路公交车。').same).toBe(false)
    expect(compare('2号楼的电梯停用半个月', '二号楼电梯停用半个月了').same).toBe(true)
  })

  it('keeps a template with another matter in it apart', () => {
    expect(compare('请在社区增设一个心理咨询室。', '请在社区增设一个法律咨询室。')).toMatchObject({
      same: false,
      difference: 'detail',
    })
  })

  it('says the same whichever of two comes first', () => {
    for (const { a, b } of readLabelledPairs()) {
      expect(compare(b, a)).toEqual(compare(a, b))
    }
  })

  it('is right in nineteen of twenty held-out pairs that it takes for the same, and never for opposite sides', () => {
    const taken = readLabelledPairs().filter(({ heldOut, a, b }) => heldOut && compare(a, b).same)
    const right = taken.filter(({ same }) => same)
    expect(right.length).toBeGreaterThan(20)
    expect(right.length / taken.length).toBeGreaterThanOrEqual(0.95)
    expect(taken.some(({ kind }) => kind === 'x')).toBe(false)
  })

  it('rests on at least three hundred labelled pairs, a third of them held out', () => {
    const pairs = readLabelledPairs()
    const held = pairs.filter(({ heldOut }) => heldOut)
    expect(pairs.length).toBeGreaterThanOrEqual(300)
    expect(held.length / pairs.length).toBeGreaterThan(0.28)
    const texts = new Set(held.map(({ a }) => a))
    expect(pairs.some(({ heldOut, a }) => !heldOut && texts.has(a))).toBe(false)
  })
})
