import { describe, expect, it } from 'vitest'
import { renderMarkup } from '#tests/setup/render-markup'
import { VOICES } from '~/domain/person/role'
import { RoleMark } from './role-mark'

const marked = VOICES.filter((voice) => voice !== 'resident')

describe('the mark of a role', () => {
  it.each([
    ['official', '答', '承办单位'],
    ['member', '委', '委员'],
    ['expert', '专', '专家'],
    ['convener', '召', '召集人'],
    ['onSite', '录', '现场录入'],
  ] as const)('of %s shows its character and says its word', (voice, letter, word) => {
    const html = renderMarkup(<RoleMark voice={voice} />)
    expect(html).toMatch(new RegExp(`<svg[^>]*aria-hidden="true"[\\s\\S]*${letter}</text></svg>`))
    expect(html).toMatch(new RegExp(`<span>${word}</span>`))
  })

  it('keeps its word for those who hear the page when it stands alone', () => {
    expect(renderMarkup(<RoleMark voice="expert" bare />)).toContain(
      '<span class="visually-hidden">专家</span>',
    )
  })

  it('takes a more exact word', () => {
    expect(renderMarkup(<RoleMark voice="official" word="望川区民政局" />)).toContain(
      '<span>望川区民政局</span>',
    )
  })

  it('has a shape of its own for each voice', () => {
    const shapes = marked.map(
      (voice) => /<svg[^>]*>(<[^>]+>)/.exec(renderMarkup(<RoleMark voice={voice} />))?.[1],
    )
    expect(new Set(shapes).size).toBe(marked.length)
  })

  it('is not given to residents', () => {
    expect(renderMarkup(<RoleMark voice="resident" />)).toBe('')
  })
})
