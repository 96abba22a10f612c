import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { openTopic, sendComment, waitingOf } from './support/steps'

// The queue by the keyboard: decisions that can be undone, leases, and news.

const UNDO_SECONDS = 4

let browser: Browser
let site: RunningSite
let cast: Cast

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('server')
  const client = new pg.Client({ connectionString: site.databaseUrl })
  await client.connect()
  await client.query(`UPDATE "settings" SET "value" = $1 WHERE "key" = 'moderation'`, [
    JSON.stringify({ undoSeconds: UNDO_SECONDS, secondLookPercent: 0 }),
  ])
  await client.end()
  cast = new Cast(browser, site.url, { javaScriptEnabled: true })
})

afterAll(async () => {
  await cast?.leave()
  await site?.stop()
  await browser?.close()
})

/** Presses a key that leads to another page, and waits for it. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key)
  const arrived = page.waitForEvent('load')
  await page.keyboard.press(keys.at(-1) ?? '')
  await arrived
}

const who = (page: Page) => page.locator('#item-title').innerText()
const focus = (page: Page) => page.evaluate('document.activeElement?.id ?? ""')

describe('the queue', () => {
  it('is gone through by keys, and the focus stands on the item', async () => {
    const moderator = await cast.as('moderator')
    await moderator.goto('/moderation')
    const first = await who(moderator)
    await press(moderator, 'j')
    expect(await who(moderator)).not.toBe(first)
    expect(await focus(moderator)).toBe('item')
    await press(moderator, 'k')
    expect(await who(moderator)).toBe(first)
    await moderator.keyboard.press('x')
    expect(await moderator.locator('#queue-said').textContent()).toBe('本页选中 1 条')
    await moderator.keyboard.press('x')
  })

  it('takes a decision by one key, and undoes it by another; the author hears of what stays', async () => {
    const text = '快捷键甲：路口的红绿灯时间太短，老人走到一半就变灯，请加长十秒。'
    const author = await cast.as('resident')
    const topicPath = await openTopic(author, '菜市场')
    const receipt = await sendComment(author, topicPath, text, { stance: '支持' })
    const item = receipt.split('/').at(-1) ?? ''
    const moderator = await cast.as('moderator')
    await moderator.goto(`/moderation?item=${item}`)
    await press(moderator, 'd', '1')
    expect(await moderator.getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringContaining('已定为不通过'),
    )
    await author.goto(receipt)
    expect(await author.locator('main').innerText()).toContain('还没有审核')
    await press(moderator, 'u')
    expect(await moderator.getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringContaining('已撤销，这条发言重新待审'),
    )
    await press(moderator, 'a')
    expect(await moderator.locator('main').innerText()).toContain('已定为通过')
    await expect
      .poll(
        async () => {
          await author.goto(receipt)
          return author.locator('main').innerText()
        },
        { timeout: (UNDO_SECONDS + 6) * 1000, interval: 1000 },
      )
      .toContain('审核通过，已公开')
  })

  it('lets keys be changed and switched off', async () => {
    const moderator = await cast.as('moderator')
    await moderator.goto('/moderation')
    const first = await who(moderator)
    await moderator.keyboard.press('?')
    await moderator.getByLabel('下一条').fill('n')
    await moderator.getByRole('button', { name: '保存', exact: true }).click()
    await press(moderator, 'n')
    expect(await who(moderator)).not.toBe(first)
    const second = await who(moderator)
    await moderator.keyboard.press('?')
    await moderator.getByLabel('关闭快捷键').check()
    await moderator.getByRole('button', { name: '保存', exact: true }).click()
    await moderator.keyboard.press('n')
    await moderator.keyboard.press('a')
    await moderator.waitForTimeout(500)
    expect(await who(moderator)).toBe(second)
    await moderator.getByRole('button', { name: '键盘快捷键' }).click()
    await moderator.getByRole('button', { name: '恢复原来的键位' }).click()
    await moderator.keyboard.press('Escape')
  })

  it('gives a colleague another item, and says whose the open one is', async () => {
    const [moderator, senior] = [await cast.as('moderator'), await cast.as('seniorModerator')]
    await moderator.goto('/moderation')
    const item = await moderator.locator('[data-entry][aria-current]').getAttribute('href')
    await senior.goto('/moderation')
    expect(await senior.locator('[data-entry][aria-current]').getAttribute('href')).not.toBe(item)
    await senior.goto(item ?? '')
    expect(await senior.locator('main').innerText()).toContain('左晴正在看这条')
    expect(await senior.getByRole('button', { name: '通过，公开发言' }).count()).toBe(0)
  })

  it('tells what comes in, and moves nothing', async () => {
    const moderator = await cast.as('moderator')
    await moderator.goto('/moderation')
    const before = await moderator.locator('[data-entry]').count()
    const author = await cast.as('member')
    const topicPath = await openTopic(author, '菜市场')
    await sendComment(author, topicPath, '快捷键乙：卸货的车早上六点前离开就不吵了。')
    await moderator.getByRole('link', { name: '1 条新内容' }).waitFor()
    expect(await moderator.locator('[data-entry]').count()).toBe(before)
    await moderator.getByRole('link', { name: '1 条新内容' }).click()
    await moderator.waitForLoadState()
    expect(await moderator.locator('#queue-news').isVisible()).toBe(false)
  })

  it('decides on many together, each by itself', async () => {
    const moderator = await cast.as('moderator')
    await moderator.goto('/moderation')
    const waiting = await waitingOf(moderator)
    await moderator.locator('input[data-tick]').nth(1).check()
    await moderator.locator('input[data-tick]').nth(2).check()
    await moderator.getByText('一起处理选中的发言').click()
    await moderator.getByRole('button', { name: '全部通过' }).click()
    await moderator.getByText('2 条已定为通过').waitFor()
    await moderator.getByRole('link', { name: '回到审核' }).click()
    await moderator.waitForLoadState()
    expect(await waitingOf(moderator)).toBe(waiting - 2)
  })
})
