import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { waitingOf } from './support/steps'

// An hour's work of a moderator, in short: the queue is cleared by the keyboard alone, and without script.

const TO_CLEAR = 50

let browser: Browser
let site: RunningSite

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('server')
})

afterAll(async () => {
  await site?.stop()
  await browser?.close()
})

/** All that the page says to those who hear it. */
async function said(page: Page): Promise<string> {
  return (await page.locator('[role="status"]').allTextContents()).join(' ').trim()
}

const focused = (page: Page) =>
  page.evaluate<string>(
    'document.activeElement?.closest("[id]")?.id ?? document.activeElement.tagName',
  )

const titleOf = async (page: Page) =>
  ((await page.locator('#item-title').textContent()) ?? '').replace(/\s+/g, ' ').trim()

/** Presses a key that leads to another page, and waits for it. */
async function pressOn(page: Page, key: string): Promise<void> {
  const arrived = page.waitForEvent('load')
  await page.keyboard.press(key)
  await arrived
}

it(`a moderator clears ${TO_CLEAR} items by the keyboard alone, and hears what every key did`, async () => {
  const cast = new Cast(browser, site.url, { javaScriptEnabled: true })
  const page = await cast.as('moderator')
  await page.goto('/moderation')
  const before = await waitingOf(page)
  expect(before).toBeGreaterThan(TO_CLEAR)

  // A step to the next item and back: focus and words stand on the item.
  for (const key of ['j', 'k']) {
    await pressOn(page, key)
    await expect.poll(() => said(page)).toContain(await titleOf(page))
    expect(await focused(page)).toBe('item')
  }
  await page.keyboard.press('x')
  expect(await said(page)).toContain('本页选中 1 条')
  await page.keyboard.press('x')
  expect(await said(page)).toContain('本页选中 0 条')
  await page.keyboard.press('?')
  expect(await said(page)).toContain('已打开：键盘快捷键')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  expect(await said(page)).toContain('已打开：')
  expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT')
  await page.reload()

  // Each key that leads into a form says which one; without a decision there is nothing to undo.
  for (const [key, words] of [
    ['m', '已打开：脱敏'],
    ['f', '已打开：转办'],
    ['e', '已打开：升级'],
    ['u', '现在不能这样做'],
  ] as const) {
    await page.keyboard.press(key)
    expect(await said(page), key).toContain(words)
    await page.locator('#item').focus()
  }
  for (let n = 0; n < TO_CLEAR; n += 1) {
    const expected = await decideByKeys(page, n)
    expect(await said(page), `item ${n}`).toContain(expected)
    // Never lost: on the notice of what was done, from which the next step leads into the item.
    expect(await focused(page), `item ${n}`).not.toBe('BODY')
  }
  await page.goto('/moderation')
  expect(await waitingOf(page)).toBe(before - TO_CLEAR)
  await cast.leave()
})

/** One item: mostly approved, some rejected, some returned for edit; what should then be heard. */
async function decideByKeys(page: Page, n: number): Promise<string> {
  if (n % 5 === 3) {
    await page.keyboard.press('d')
    expect(await said(page)).toContain('已打开：不通过')
    // Another reason each time.
    await pressOn(page, String(1 + (((n - 3) / 5) % 3)))
    return '已定为不通过'
  }
  if (n % 10 === 6) {
    await page.keyboard.press('r')
    expect(await said(page)).toContain('已打开：退回修改')
    await page.keyboard.type('请写明是哪一处、什么时候。')
    // Past the note for colleagues to the button.
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate('document.activeElement.matches("#decide-return button")')) break
    }
    await pressOn(page, 'Enter')
    return '已退回'
  }
  await pressOn(page, 'a')
  return '通过'
}

it('a moderator clears items without script', async () => {
  const cast = new Cast(browser, site.url, { javaScriptEnabled: false })
  const page = await cast.as('seniorModerator')
  await page.goto('/moderation')
  const before = await waitingOf(page)
  await page.getByRole('button', { name: '通过，公开发言' }).click()
  expect(await said(page)).toContain('通过')
  await page.getByText('不通过……').click()
  await page.locator('#decide-reject input[type="radio"]').first().check()
  await page.locator('#decide-reject').getByRole('button').click()
  expect(await said(page)).toContain('不通过')
  await page.getByText('退回修改……').click()
  await page.getByLabel('请作者改什么').fill('请写明是哪一处。')
  await page.getByRole('button', { name: '退回修改', exact: true }).click()
  expect(await said(page)).toContain('退回')
  await page.goto('/moderation')
  expect(await waitingOf(page)).toBe(before - 3)
  await cast.leave()
})
