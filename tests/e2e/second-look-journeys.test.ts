import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sidewaysScroll, startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'

// 复核: a decision is made again blind, and a 审核组长 looks at what two people see differently; the figures.

let browser: Browser
let site: RunningSite
let cast: Cast

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('embedded')
  cast = new Cast(browser, site.url, { javaScriptEnabled: true })
})

afterAll(async () => {
  await cast?.leave()
  await site?.stop()
  await browser?.close()
})

const words = (page: Page) => page.locator('main').innerText()

describe('a second look', () => {
  it('shows the text without its decision, and is recorded by the keys of the queue', async () => {
    const page = await cast.as('moderator')
    await page.goto('/moderation?view=secondLook')
    expect(await words(page)).toContain('这是随机抽中的复核')
    expect(await page.locator('#item').innerText()).not.toMatch(/已公开|未通过|退回待改/)
    expect(await page.locator('#history-title').count()).toBe(0)
    await page.locator('#decide-return summary').click()
    await page.getByLabel('请作者改什么').fill('请写明是哪一处。')
    const recorded = page.waitForEvent('load')
    await page.locator('#decide-return').getByRole('button', { name: '退回修改' }).click()
    await recorded
    expect(await words(page)).toContain('复核判断已记下，公开情况没有改变')
  })

  it('that differs is for a senior, who upholds the decision', async () => {
    const page = await cast.as('seniorModerator')
    await page.goto('/moderation')
    await page.getByRole('link', { name: /复核不一致/ }).click()
    await page.waitForLoadState()
    const before = await page.getByRole('article').count()
    expect(before).toBeGreaterThan(0)
    await page.getByRole('button', { name: '维持原来的决定' }).first().click()
    await page.getByText('已维持原来的决定').waitFor()
    expect(await page.getByRole('article').count()).toBe(before - 1)
  })
})

describe('the figures', () => {
  it('tell a senior by person, a moderator not, on the page and in the file', async () => {
    const [senior, moderator] = [await cast.as('seniorModerator'), await cast.as('moderator')]
    for (const page of [senior, moderator]) await page.goto('/moderation/figures?days=90')
    expect(await senior.getByRole('heading', { name: '按人员' }).count()).toBe(1)
    expect(await moderator.getByRole('heading', { name: '按人员' }).count()).toBe(0)
    const file = (page: Page) =>
      page.request.get(`${site.url}/moderation/figures.csv?days=90`).then((answer) => answer.text())
    expect(await file(senior)).toContain('左晴')
    expect(await file(moderator)).not.toContain('左晴')
    expect((await file(moderator)).charCodeAt(0)).toBe(0xfeff)
  })

  it('have each chart as a table too, and fit a phone', async () => {
    const page = await cast.as('moderator')
    await page.goto('/moderation/figures?days=30')
    const figure = page.getByRole('figure', { name: '从送审到决定的时间' })
    await figure.getByText('看数据表').click()
    expect(await figure.getByRole('row').count()).toBe(31)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await sidewaysScroll(page)).toBe(0)
  })
})
