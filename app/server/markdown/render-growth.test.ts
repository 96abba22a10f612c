import { describe, expect, it, test } from 'vitest'
import { growthOverFourfold } from '#tests/fixtures/growth'
import { GROWING_TEXTS } from '#tests/fixtures/hostile-texts'
import { renderMarkdown } from './render.server'

describe('time', () => {
  // The least growth of some tries counts: on a busy machine one of them may come out too low.
  it('would show a quadratic renderer', { retry: 3 }, () => {
    const quadratic = (text: string) => {
      let found = 0
      for (let index = 0; index < text.length; index++) {
        for (let other = index; other < text.length; other++) found += text.charCodeAt(other)
      }
      return found
    }
    expect(growthOverFourfold((length) => '['.repeat(length), 4_000, quadratic)).toBeGreaterThan(9)
  })

  const million = ['brackets', 'quotes', 'one-long-line', 'bare-schemes', 'stars-and-stops']
  test.each(million)(
    'grows with the length of %s, up to a million characters',
    { timeout: 60_000 },
    (name) => {
      const make = GROWING_TEXTS[name]!
      const growth = growthOverFourfold(make, 250_000, (text) => renderMarkdown(text, 'comment'))
      expect(growth).toBeLessThan(9)
    },
  )

  const families = [
    ...['nested-brackets', 'links-in-links', 'open-titles', 'images-in-images', 'lists'],
    ...['emphasis-nested', 'backticks', 'open-autolinks', 'ampersands', 'long-host', 'lazy-lines'],
    ...['wide-tables', 'table-borders', 'headings'],
  ]
  test.each(families)('grows with the length of %s', { timeout: 60_000 }, (name) => {
    const make = GROWING_TEXTS[name]!
    const growth = growthOverFourfold(make, 80_000, (text) => renderMarkdown(text, 'document'))
    expect(growth).toBeLessThan(9)
  })
})

describe('size', () => {
  test.each(Object.entries(GROWING_TEXTS))(
    'of the HTML is in proportion for %s',
    { timeout: 60_000 },
    (_name, make) => {
      const text = make(40_000)
      for (const profile of ['comment', 'document'] as const) {
        // A table may be filled up to its bound of cells, whatever the length of the text.
        const cells = profile === 'document' ? 90_000 * '<td></td>\n'.length : 0
        expect(renderMarkdown(text, profile).html.length).toBeLessThan(text.length * 30 + cells)
      }
    },
  )
})
