import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '~/domain/account/persona'
import { keepPicture, sidewaysScroll, startBrowser } from './support/browser'
import { becomePersona } from './support/people'
import { startSite, type RunningSite } from './support/site'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Each reader's pages; `*` stands for the first address of that form on the page before it. */
const PAGES: ReadonlyArray<readonly [Persona | 'guest', readonly string[]]> = [
  [
    'guest',
    [
      '/',
      '/topics',
      '/topics?stage=deliberating',
      '/topics/*',
      '/topics?stage=closed',
      '/topics/*',
      '/responses/*',
      '/studios',
      '/studios/*',
      '/search?q=电梯',
      '/sign-in',
      '/sign-up',
      '/recover',
      '/statistics',
      '/openness',
      '/commitments',
      '/commitments/*',
      '/feeds',
      '/verify-receipt',
      '/search?q=菜市场',
      '/topics/*',
      '/topics/*/comments/*/same',
      '/privacy',
      '/accessibility',
      '/nowhere',
    ],
  ],
  [
    'resident',
    [
      '/me',
      '/receipts/*',
      '/receipts/*/appeal',
      '/me/notices',
      '/me/notices/settings',
      '/me/account',
      '/me/sessions',
      '/me/reports',
      '/topics?stage=collecting',
      '/topics/*',
      '/topics/*/comments/*/report',
    ],
  ],
  [
    'moderator',
    [
      '/moderation',
      '/moderation?view=reported',
      '/moderation?view=rejected',
      '/moderation?view=approved',
      '/moderation?view=returned',
      '/moderation/ratings',
      '/moderation?view=appeal',
      '/moderation/appeals/*',
      '/moderation?view=rejected',
      '/moderation/sanctions/new?comment=*',
    ],
  ],
  [
    'seniorModerator',
    [
      '/moderation/rules',
      '/moderation/rules?edit=burst',
      '/moderation/rules?trial=links',
      '/moderation/words',
      '/admin/reasons',
      '/admin/reasons?edit=off-topic',
    ],
  ],
  [
    'seniorModerator',
    [
      '/moderation/sanctions',
      '/moderation/sanctions/*',
      '/moderation/sanctions?view=appeals',
      '/moderation/sanctions/*',
    ],
  ],
  [
    'seniorModerator',
    ['/moderation?view=secondLook', '/moderation/second-looks', '/moderation/figures'],
  ],
  ['draftingOfficial', ['/desk?view=followUp', '/desk/*', '/desk/responses/*/follow-up']],
  ['draftingOfficial', ['/desk/commitments', '/desk/commitments/*']],
  [
    'draftingOfficial',
    ['/desk', '/desk/*', '/desk/passages?edit=new', '/desk/delegation', '/desk/calendar'],
  ],
  [
    'assigningOfficial',
    [
      '/desk?view=unassigned',
      '/desk?view=requests',
      '/desk?view=assigned',
      '/desk?view=reopenings',
      '/desk/reopenings/*',
    ],
  ],
  ['convener', ['/studio', '/studio/topics/new', '/studio', '/studio/topics/*']],
  [
    'admin',
    [
      '/admin',
      '/admin/people',
      '/admin/departments',
      '/admin/categories',
      '/admin/calendar',
      '/admin/reasons',
      '/admin/jobs',
      '/admin/outbox',
      '/admin/due-rules',
      '/admin/carried-rates',
      '/admin/settings',
    ],
  ],
  ['auditor', ['/audit']],
]

/**
 * By night and on a phone a page is what it is by day in other colours and sizes: there the rules that look at those
 * are asked again, the others are not.
 */
const VISUAL = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

const MODES = {
  day: { display: 'zh-Hans~day~0', media: 'screen', width: 1280 },
  night: { display: 'zh-Hans~night~0', media: 'screen', width: 1280 },
  elder: { display: 'zh-Hans~day~1', media: 'screen', width: 360 },
  print: { display: 'zh-Hans~day~0', media: 'print', width: 1280 },
  phone: { display: 'zh-Hans~day~0', media: 'screen', width: 360 },
  traditional: { display: 'zh-Hant~day~0', media: 'screen', width: 1280 },
  english: { display: 'en~day~0', media: 'screen', width: 360 },
} as const

let browser: Browser
let site: RunningSite

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('embedded')
})

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function violations(page: Page, mode: string, media: 'screen' | 'print'): Promise<string[]> {
  await page.evaluate(AXE)
  // Nobody aims at anything on paper.
  const rules = { 'target-size': { enabled: media === 'screen' } }
  const options =
    mode === 'night' || mode === 'phone'
      ? { runOnly: { type: 'rule', values: VISUAL } }
      : { runOnly: TAGS, rules }
  const results = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)})`,
  )) as AxeResults
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  )
}

/** The address, or for one with `*` the first of its form on the page that is open. */
async function addressOf(page: Page, path: string): Promise<string> {
  if (!path.includes('*')) return path
  const [start] = path.split('*')
  const hrefs = await page
    .locator(`main a[href^="${start}"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const escaped = path.replaceAll('?', String.raw`\?`).replaceAll('*', '[0-9a-z]{26}')
  const pattern = new RegExp(`^${escaped}(?=[?#]|$)`)
  const found = hrefs.map((href) => pattern.exec(href)?.[0]).find(Boolean)
  if (!found) throw new Error(`no address like ${path} on ${page.url()}`)
  return found
}

describe.each(Object.entries(MODES))('in the mode %s', (mode, { display, media, width }) => {
  it.each(PAGES)(
    'the pages of %s have no violations and nothing scrolls sideways',
    async (reader, paths) => {
      const context = await browser.newContext({
        baseURL: site.url,
        bypassCSP: true,
        viewport: { width, height: 900 },
      })
      const page = await context.newPage()
      if (reader !== 'guest') await becomePersona(page, reader)
      await context.addCookies([{ name: 'display', value: display, url: site.url }])
      await page.emulateMedia({ media, reducedMotion: 'reduce' })
      const found: string[] = []
      for (const path of paths) {
        const address = await addressOf(page, path)
        await page.goto(address)
        for (const violation of await violations(page, mode, media))
          found.push(`${path} ${violation}`)
        const sideways = await sidewaysScroll(page)
        if (sideways > 0) found.push(`${path} scrolls sideways by ${sideways} px`)
        if (mode === 'day' || mode === 'phone') {
          await keepPicture(page, `${reader}${path.replace(/[^a-z]+/g, '-')}-${width}`)
        }
      }
      await context.close()
      expect(found).toEqual([])
    },
  )
})
