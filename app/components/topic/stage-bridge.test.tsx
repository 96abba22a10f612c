import { describe, expect, it } from 'vitest'
import { elements, renderMarkup } from '#tests/setup/render-markup'
import { STAGES } from '~/domain/topic/stage'
import { BRIDGE_HEIGHT, BRIDGE_WIDTH, bridgeSpans } from './bridge-spans'
import { StageBridge } from './stage-bridge'

describe('the bridge of stages', () => {
  const html = renderMarkup(
    <StageBridge stage="concluding" since={{ collecting: '2025-03-03T02:00:00Z' }} />,
  )

  it('is an ordered list of all stages that marks the present one', () => {
    expect(elements(html, 'ol')[0]?.['aria-label']).toBe('议题进程')
    const steps = elements(html, 'li')
    expect(steps).toHaveLength(STAGES.length)
    expect(steps.map((step) => step['aria-current'])).toEqual([
      undefined,
      undefined,
      'step',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('says in words what is done, where it is, and what is to come', () => {
    const words = html
      .slice(html.indexOf('<ol'))
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    expect(words.trim()).toBe(
      '征集中 已完成 3月3日 协商中 已完成 形成成果 第 3 步，共 6 步 办理中 尚未开始 待评价 尚未开始 已办结 尚未开始',
    )
    expect(renderMarkup(<StageBridge stage="concluding" />, 'en')).toContain('Step 3 of 6')
  })

  it('hides the drawing from those who hear the page', () => {
    expect(elements(html, 'svg')[0]).toMatchObject({ 'aria-hidden': 'true', focusable: 'false' })
  })

  it.each(STAGES)('draws one lit span, in the stage %s', (stage) => {
    const drawing = renderMarkup(<StageBridge stage={stage} />)
    const spans = bridgeSpans(STAGES.length)
    const at = STAGES.indexOf(stage)
    spans.forEach((span, index) => {
      expect(drawing.includes(span.stone)).toBe(index <= at)
      expect(drawing.includes(span.opening)).toBe(index === at)
      expect(drawing.includes(span.outline)).toBe(index > at)
    })
  })
})

describe('the spans', () => {
  it.each([1, 3, 6, 9])('of a bridge of %d meet, and stay within the drawing', (count) => {
    const spans = bridgeSpans(count)
    let end = '0'
    for (const span of spans) {
      const deck = /^M([\d.]+) ([\d.]+)Q[\d.]+ ([-\d.]+) ([\d.]+) ([\d.]+)/.exec(span.stone)
      expect(deck?.[1]).toBe(end)
      end = deck?.[4] ?? ''
      const depths = [...span.glints.matchAll(/M[\d.]+ ([\d.]+)H/g)].map(([, y]) => Number(y))
      expect(depths).toHaveLength(3)
      expect(Math.max(...depths)).toBeLessThan(BRIDGE_HEIGHT)
      const [from = NaN, control = NaN, to = NaN] = [2, 3, 5].map((at) => Number(deck?.[at]))
      expect(Math.min(from, (from + 2 * control + to) / 4, to)).toBeGreaterThan(0)
    }
    expect(Number(end)).toBe(BRIDGE_WIDTH)
  })

  it('mirror each other about the middle', () => {
    const spans = bridgeSpans(6)
    const radius = (path = '') => /A([\d.]+) ([\d.]+)/.exec(path)?.slice(1).map(Number)
    expect(radius(spans[0]?.opening)).toEqual(radius(spans[5]?.opening))
    expect(radius(spans[2]?.opening)).toEqual(radius(spans[3]?.opening))
    expect(radius(spans[2]?.opening)?.[1]).toBeGreaterThan(radius(spans[0]?.opening)?.[1] ?? 0)
  })
})
