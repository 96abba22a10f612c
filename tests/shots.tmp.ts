import { startBrowser } from './e2e/support/browser'
import { openPersona } from './e2e/support/people'
const url = 'http://localhost:4600'
const b = await startBrowser()
const plan: Array<[string, string[]]> = [
  ['seniorModerator', ['/moderation?view=reported', '/moderation/figures', '/moderation/sanctions', '/moderation/second-looks', '/moderation?view=secondLook', '/moderation/ratings']],
  ['draftingOfficial', ['/desk', '/desk/passages', '/desk/delegation']],
  ['assigningOfficial', ['/desk', '/desk?view=reopenings']],
  ['resident', ['/me', '/me/notices', '/me/reports', '/me/notices/settings']],
  ['admin', ['/admin/outbox', '/admin/jobs', '/admin/due-rules']],
]
const only = process.argv[2]
for (const [persona, pages] of plan) {
  if (only && only !== persona) continue
  for (const width of [1280, 360]) {
    const { page } = await openPersona(b, url, persona as never, { width })
    for (const path of pages) {
      const r = await page.goto(path)
      const name = `${persona}${path.replace(/\W+/g, '_')}_${width}`
      await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true })
      console.log(r?.status(), name, await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
    }
    await page.context().close()
  }
}
await b.close()
process.exit(0)
