import { describe, expect, it } from 'vitest'
import { elements, renderMarkup } from '#tests/setup/render-markup'
import { SealFrame } from './seal-frame'

describe('the frame of an official response', () => {
  const html = renderMarkup(
    <SealFrame
      department="望川区住房城乡建设委"
      coDepartments={['规划自然资源分局', '梧桐里街道办事处']}
      publishedAt="2025-07-14T01:30:00.000Z"
      reference="望住建答〔2025〕117号"
    >
      <p>您好！</p>
    </SealFrame>,
  )

  it('is an article named by its heading', () => {
    expect(elements(html, 'article')[0]?.['aria-labelledby']).toBe(elements(html, 'h2')[0]?.['id'])
    expect(html).toContain('>官方答复</h2>')
  })

  it('says who answers, with whom, when and under which number', () => {
    expect(html).toContain('会同规划自然资源分局、梧桐里街道办事处')
    expect(html).toContain('<time dateTime="2025-07-14">2025年7月14日</time>')
    expect(html).toContain('编号 望住建答〔2025〕117号')
  })

  it('shows its seal to the eye alone', () => {
    expect(html).toMatch(/<svg[^>]*aria-hidden="true"[\s\S]*答<\/text><\/svg>/)
  })

  it('leaves out what is not given', () => {
    const bare = renderMarkup(
      <SealFrame department="望川区民政局" publishedAt={new Date(0)} headingLevel={3}>
        <p>您好！</p>
      </SealFrame>,
    )
    expect(bare).not.toContain('会同')
    expect(bare).not.toContain('编号')
    expect(elements(bare, 'h3')).toHaveLength(1)
  })
})
