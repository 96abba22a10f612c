import { renderToString } from 'react-dom/server'
import { useId } from 'react'
import { describe, expect, it } from 'vitest'
import { en } from '~/i18n/en'
import { TranslationProvider, useTranslate } from '~/i18n/use-translate'
import { zhHans } from '~/i18n/zh-hans'
import { PageBytes } from './page-bytes.server'
import { Kept, MarkupContext } from './kept'

let rendered = 0

function Part() {
  rendered += 1
  const { t } = useTranslate()
  const id = useId()
  return <p id={id}>{t('common.siteName')}</p>
}

function page(of: object, options: { language?: 'zh-Hans' | 'en'; server?: boolean } = {}) {
  const { language = 'zh-Hans', server = true } = options
  const bytes = new PageBytes()
  const html = renderToString(
    <MarkupContext.Provider value={server ? bytes : null}>
      <TranslationProvider language={language} messages={language === 'en' ? en : zhHans}>
        <ul>
          <Kept of={of} name="one" as="li" className="item">
            {() => <Part />}
          </Kept>
          <Kept of={of} name="two" as="li">
            {() => <Part />}
          </Kept>
        </ul>
        <Part />
      </TranslationProvider>
    </MarkupContext.Provider>,
  )
  return bytes.of(html).toString()
}

describe('a kept part', () => {
  it('is rendered once for the same data, and the same as without being kept', () => {
    const data = {}
    rendered = 0
    const first = page(data)
    expect(rendered).toBe(3)
    expect(page(data)).toBe(first)
    expect(rendered).toBe(4)
    const plain = page(data, { server: false })
    const withoutIds = (html: string) => html.replace(/ id="[^"]*"/g, '')
    expect(withoutIds(first)).toBe(withoutIds(plain))
  })

  it('is rendered anew for other data and in another language', () => {
    const data = {}
    page(data)
    rendered = 0
    page({})
    expect(rendered).toBe(3)
    expect(page(data, { language: 'en' })).toContain('Lianxin')
    expect(page(data)).not.toContain('Lianxin')
  })

  it('has ids of its own', () => {
    const ids = [...page({}).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(3)
  })
})
