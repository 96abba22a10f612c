import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, openTopic, sendComment } from './support/steps'

// 举报, without script: readers report, enough of them hide a comment, a moderator decides, readers learn the result.

const TEXT = '举报旅程：摊位怎么排，请先听听下夜班的人怎么说，再定几点收摊。'

let browser: Browser
let site: RunningSite
let cast: Cast

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('server')
  const client = new pg.Client({ connectionString: site.databaseUrl })
  await client.connect()
  await client.query(`UPDATE "settings" SET "value" = $1 WHERE "key" = 'moderation'`, [
    JSON.stringify({ undoSeconds: 0 }),
  ])
  await client.end()
  cast = new Cast(browser, site.url, { javaScriptEnabled: false })
})

afterAll(async () => {
  await cast?.leave()
  await site?.stop()
  await browser?.close()
})

const words = (page: Page) => page.locator('main').innerText()

/** Follows 举报 at the comment and sends the form. */
async function report(page: Page, thread: string, comment: string, reason: string): Promise<void> {
  await page.goto(thread)
  await page.locator(comment).getByRole('link', { name: '举报', exact: true }).click()
  await page.waitForURL(/\/report$/)
  await page.getByRole('radio', { name: reason, exact: true }).check()
  await page.getByRole('button', { name: '提交举报' }).click()
  await page.waitForURL(/\/me\/reports/)
}

describe('a comment that many report', () => {
  let thread = ''
  let comment = ''

  it('is reported by whoever is signed in; a guest is led there by way of signing in', async () => {
    const author = await cast.as('expert')
    const topicPath = await openTopic(author, '菜市场')
    const id = (await sendComment(author, topicPath, TEXT)).split('/').at(-1) ?? ''
    await approve(await cast.as('moderator'), TEXT)
    thread = `${topicPath}?at=${id}`
    comment = `#c-${id}`

    const guest = await cast.as('guest')
    await guest.goto(thread)
    await guest.locator(comment).getByRole('link', { name: '举报', exact: true }).click()
    await guest.waitForURL(/\/sign-in\?next=.*report/)

    const resident = await cast.as('resident')
    await resident.goto(thread)
    await resident.locator(comment).getByRole('link', { name: '举报', exact: true }).click()
    await resident.getByRole('button', { name: '提交举报' }).click()
    expect(await words(resident)).toContain('请选一项举报的理由')
    await report(resident, thread, comment, '虚假信息')
    expect(await words(resident)).toContain('已收到您的举报')
    expect(await words(resident)).toContain('等待复核')
    await resident.goto(thread)
    await resident.locator(comment).getByRole('link', { name: '举报', exact: true }).click()
    expect(await words(resident)).toContain('您已经举报过这条意见')
  })

  it('is hidden when enough of them do, and its author reads that', async () => {
    for (const persona of ['member', 'convener'] as const) {
      await report(await cast.as(persona), thread, comment, '与议题无关')
    }
    const guest = await cast.as('guest')
    await guest.goto(thread)
    expect(await guest.locator(comment).innerText()).toBe(
      '这条意见被举报，正在复核，文字暂不显示。',
    )
    const author = await cast.as('expert')
    await author.goto(`/receipts/${comment.slice('#c-'.length)}`)
    expect(await words(author)).toContain('被举报，正在复核')
  })

  it('returns when a moderator finds nothing wrong, and the reporters read that', async () => {
    const moderator = await cast.as('moderator')
    await moderator.goto('/moderation?view=reported')
    await moderator.getByRole('link', { name: TEXT.slice(0, 20) }).click()
    const item = await words(moderator)
    expect(item).toContain('被举报 3 次')
    expect(item).toContain('虚假信息')
    expect(item).not.toContain('许姨爱唱歌')
    await moderator.getByRole('button', { name: '举报不成立，恢复显示' }).click()
    await moderator.getByText('已通过，发言已公开').waitFor()

    const guest = await cast.as('guest')
    await guest.goto(thread)
    expect(await guest.locator(comment).innerText()).toContain('先听听下夜班的人怎么说')
    const resident = await cast.as('resident')
    await resident.goto('/me/reports')
    expect(await resident.locator('#reports li').first().innerText()).toContain('举报不成立')
    const author = await cast.as('expert')
    await author.goto(`/receipts/${comment.slice('#c-'.length)}`)
    expect(await words(author)).toContain('审核员复核后认为可以公开')
  })
})
