import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, assignTo, openTopic, sendComment } from './support/steps'

// What only a browser shows of an answer: that a draft is kept at every pause, and how the answer prints.

let browser: Browser
let site: RunningSite
let cast: Cast

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('embedded')
  cast = new Cast(browser, site.url, {})
})

afterAll(async () => {
  await cast?.leave()
  await site?.stop()
  await browser?.close()
})

const TEXT = '公园北门的饮水机停了一个星期，孩子们没水喝，请问什么时候能修好？'
const QUOTE = TEXT.slice(0, 24)
const SAVED = /已自动保存为第 \d+ 稿。/

/** How many sheets of A4 a page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

describe('an answer in the browser', () => {
  it('is kept at every pause, on the site or where that is away on the device', async () => {
    const resident = await cast.as('resident')
    const topicPath = await openTopic(resident, '口袋公园')
    await sendComment(resident, topicPath, TEXT, { kind: '求助' })
    await approve(await cast.as('moderator'), TEXT)
    await assignTo(await cast.as('assigningOfficial'), QUOTE, '望川区城市管理委员会')
    const drafter = await cast.as('draftingOfficial')
    await drafter.goto('/desk?view=unacknowledged')
    await drafter.getByRole('link', { name: QUOTE }).first().click()
    await drafter.getByRole('button', { name: '签收', exact: true }).click()
    const area = drafter.getByLabel('答复正文')
    await area.waitFor()

    // Nothing is pressed: the pause saves.
    const first = '饮水机的滤芯已经到货。'
    await area.fill(first)
    await drafter.getByText(SAVED).waitFor()
    await drafter.reload()
    expect(await area.inputValue()).toBe(first)

    // The site does not answer: what was typed stays on the device, and comes back with the page.
    await drafter.route('**/pause', () => {})
    const second = `${first}本周五以前换好并恢复供水。`
    await area.fill(second)
    await drafter.getByText('正在保存……').waitFor()
    await drafter.reload()
    await drafter.getByText('已恢复这台设备上没有保存成功的文字。').waitFor()
    expect(await area.inputValue()).toBe(second)
    await drafter.getByRole('button', { name: '改用已保存的草稿' }).click()
    expect(await area.inputValue()).toBe(first)

    await drafter.unroute('**/pause')
    await drafter.route('**/pause', (route) => route.abort())
    await area.fill(second)
    await drafter.getByText('暂时连不上，文字留在这台设备上，会再试。').waitFor()
    await drafter.unroute('**/pause')
    // It tries again by itself.
    await drafter.getByText(SAVED).waitFor({ timeout: 40_000 })
    await drafter.reload()
    expect(await area.inputValue()).toBe(second)
    expect(await drafter.getByText('已恢复这台设备上没有保存成功的文字。').count()).toBe(0)
  })

  it('prints on one sheet', async () => {
    const drafter = await cast.as('draftingOfficial')
    await drafter.getByRole('radio', { name: /^B 正在解决/ }).check()
    await drafter.getByRole('button', { name: '保存并送审签' }).click()
    await drafter.getByText('已送审签。').first().waitFor()
    const signer = await cast.as('signingOfficial')
    await signer.goto('/desk?view=awaitingSignOff')
    await signer.getByRole('link', { name: QUOTE }).first().click()
    await signer.getByRole('button', { name: '签发并公开答复' }).click()
    await signer.getByText('答复已经公开，被回应的居民会收到通知。').waitFor()
    const guest = await cast.as('guest')
    const topicPath = await openTopic(guest, '口袋公园')
    const sealed = guest
      .getByRole('article', { name: '官方答复' })
      .filter({ hasText: '本周五以前换好并恢复供水。' })
    const path = await sealed.locator('a[href^="/responses/"]').first().getAttribute('href')
    await guest.goto((path ?? '').replace(/\/rate$/, ''))
    await guest.getByText('本周五以前换好并恢复供水。').first().waitFor()
    expect(await sheets(guest)).toBe(1)
    // The measure itself tells one sheet from several.
    await guest.goto(topicPath)
    expect(await sheets(guest)).toBeGreaterThan(1)
  })
})
