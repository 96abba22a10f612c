import MarkdownIt from 'markdown-it'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { HOSTILE_TEXTS } from '#tests/fixtures/hostile-texts'
import { cleanText } from '~/domain/shared/clean-text'
import { renderMarkdown } from '~/server/markdown/render.server'
import { startBrowser } from './support/browser'
import { ExecutionWatch } from './support/execution-watch'

const COMMENT_MARKUP = [
  ...['p', 'br', 'strong', 'em', 'ul', 'ol', 'ol[start]', 'li', 'blockquote', 'code', 'pre'],
  ...['a', 'a[href]', 'a[rel]', 'img', 'img[src]', 'img[alt]', 'img[loading]'],
]
const MARKUP = {
  comment: COMMENT_MARKUP,
  document: [
    ...COMMENT_MARKUP,
    ...['h3', 'h4', 'h5', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'th[scope]', 'td'],
  ],
}

let browser: Browser
let watch: ExecutionWatch

beforeAll(async () => {
  browser = await startBrowser()
  watch = await ExecutionWatch.start(browser)
})

afterAll(async () => {
  await watch.stop()
  await browser.close()
})

describe('the watch', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', 'alert was called'],
    ['an error handler', '<img src="/nothing" onerror="alert(1)">', 'alert was called'],
    ['a load handler', '<svg onload="confirm(1)"></svg>', 'confirm was called'],
    ['a mouse handler', '<p onmouseover="prompt(1)">a</p>', 'prompt was called'],
    ['a focus handler', '<p tabindex="0" onfocus="alert(1)">a</p>', 'alert was called'],
    ['a click handler', '<p onclick="print()">a</p>', 'print was called'],
    ['a toggle handler', '<details open ontoggle="alert(1)">a</details>', 'alert was called'],
    ['a javascript link', '<a href="javascript:alert(1)">a</a>', 'alert was called'],
    [
      'a script in a frame',
      '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
      'alert was called',
    ],
    ['a frame', '<iframe src="about:blank"></iframe>', 'has a frame of about:blank'],
    [
      'an image from elsewhere',
      '<img src="https://evil.example/a">',
      'asked for https://evil.example/a',
    ],
    [
      'a style',
      '<p style="background:url(//evil.example/a)">a</p>',
      'asked for http://evil.example/a',
    ],
    ['a path that is no file', '<img src="/sign-out">', 'asked for http://forum.test/sign-out'],
    [
      'a refresh',
      '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
      'asked for https://evil.example/',
    ],
    [
      'a link that asks another',
      '<a href="https://b.example/" ping="https://evil.example/">a</a>',
      'asked for https://evil.example/',
    ],
    ['a new window', '<a href="https://evil.example/" target="_blank">a</a>', 'opened a window'],
  ])('sees %s', async (_name, html, alarm) => {
    expect(await watch.harmOf(html)).toContain(alarm)
  })

  test.each([
    ['an element', '<p><u>a</u></p>', 'has u'],
    ['an attribute', '<p class="a">a</p>', 'has p[class]'],
    ['an address', '<p><a href="file:///a">a</a></p>', 'leads to file:'],
    ['a way out', '</main><p>a</p>', 'broke out of its place'],
    ['a mutation', '<form><div></form><form>a</form></div>', 'changed when read again'],
  ])('sees %s that must not be', async (_name, html, alarm) => {
    expect(await watch.alarmsOf(html, COMMENT_MARKUP)).toContain(alarm)
  })

  it('sees that most of the texts do harm where nothing protects from them', async () => {
    const careless = new MarkdownIt({ html: true })
    careless.validateLink = () => true
    const texts = HOSTILE_TEXTS.filter(({ name }) => /^(?:script|handler)\//.test(name))
    const harmful: string[] = []
    for (const { name, text } of texts) {
      const harm = await watch.harmOf(`${careless.render(text)}${text}`)
      if (harm.length > 0) harmful.push(name)
    }
    expect(harmful.length).toBeGreaterThan(texts.length * 0.8)
  }, 300_000)
})

describe('nothing happens by', () => {
  test.each(HOSTILE_TEXTS)('$name', async ({ text }) => {
    const cleaned = cleanText(text)
    const seen = new Set<string>()
    for (const version of [text, 'text' in cleaned ? cleaned.text : text]) {
      for (const profile of ['comment', 'document'] as const) {
        const { html } = renderMarkdown(version, profile)
        // Most are the same in both profiles, clean or not.
        if (seen.has(html)) continue
        seen.add(html)
        expect(await watch.alarmsOf(html, MARKUP[profile])).toEqual([])
      }
    }
  })
})
