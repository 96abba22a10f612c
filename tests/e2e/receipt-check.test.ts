import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepPicture, openReader, sidewaysScroll, startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { openTopic, sendComment } from './support/steps'

// A receipt is downloaded with its proof and checked: on the page, from a page that was saved to disk with no
// network at all, and without script.

const folder = mkdtempSync(join(tmpdir(), 'lianxin-check-'))
let browser: Browser
let site: RunningSite
let receipt: string
let publicKey: string

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('embedded')
  const cast = new Cast(browser, site.url, {})
  receipt = await download(await cast.as('resident'))
  const guest = await cast.as('guest')
  await guest.goto('/openness')
  publicKey = await guest.getByText(/^[0-9a-f]{64}$/).innerText()
  await cast.leave()
})

afterAll(async () => {
  await browser?.close()
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Sends a comment and follows its receipt to the file with the proof. */
async function download(resident: Page): Promise<string> {
  const topicPath = await openTopic(resident, '口袋公园')
  await sendComment(resident, topicPath, '断网核验：步道边能不能加一排坐凳？')
  const link = resident.getByRole('link', { name: '下载可核验的回执' })
  // It is sealed within a second or two.
  while (!(await link.isVisible())) {
    await resident.waitForTimeout(500)
    await resident.reload()
  }
  await keepPicture(resident, 'receipt-steps-1280')
  const [file] = await Promise.all([resident.waitForEvent('download'), link.click()])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

/** Chooses the receipt and gives the key; tells what the page says. */
async function check(page: Page, path: string): Promise<string> {
  await page.getByLabel('本平台的公钥（可以不填）').fill(publicKey)
  await page.getByLabel('回执文件').setInputFiles(path)
  await page.getByRole('heading', { level: 2, name: /^核验(通过|没有通过)$/ }).waitFor()
  return page.locator('#result').innerText()
}

it('a guest checks a receipt in the browser, and nothing is sent anywhere', async () => {
  const { context, page } = await openReader(browser, site.url, { width: 360 })
  await page.goto('/verify-receipt')
  expect(await sidewaysScroll(page)).toBe(0)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const problems: string[] = []
  page.on('console', (message) => problems.push(message.text()))
  const words = await check(page, receipt)
  expect(words).toContain('核验通过')
  expect(words).toContain('收到发言')
  expect(words).toContain('文件里的公钥，就是您给出的公钥')
  expect(requests).toEqual([])
  expect(problems).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
  await keepPicture(page, 'verify-receipt-360')
  await page.setViewportSize({ width: 1280, height: 900 })
  await keepPicture(page, 'verify-receipt-1280')
  await context.close()
})

it('the page works from disk without a network, and finds out what was forged', async () => {
  const saved = join(folder, 'saved.html')
  writeFileSync(saved, await (await fetch(`${site.url}/verify-receipt`)).text())
  const { context, page } = await openReader(browser, site.url)
  await context.setOffline(true)
  await page.goto(pathToFileURL(saved).href)
  expect(await check(page, receipt)).toContain('核验通过')

  const text = page.getByLabel('文件内容')
  const pasted = readFileSync(receipt, 'utf8')
  await text.fill(pasted.replace('comment.posted', 'comment.edited'))
  await page.getByRole('button', { name: '核验' }).click()
  await page.getByRole('heading', { name: '核验没有通过' }).waitFor()
  expect(await page.locator('#result').innerText()).toContain('这一步的文字被改过')

  await text.fill(pasted.slice(0, 400))
  await page.getByRole('button', { name: '核验' }).click()
  await page.getByText('内容不完整').waitFor()

  const junk = join(folder, 'junk.json')
  writeFileSync(junk, 'x'.repeat(1_000_000))
  await page.getByLabel('回执文件').setInputFiles(junk)
  await page.getByText('内容太长').waitFor()
  await context.close()
})

it('without script the form says where it goes, and the server checks', async () => {
  const { context, page } = await openReader(browser, site.url, { javaScriptEnabled: false })
  await page.goto('/verify-receipt')
  await page.getByText('会发到本平台的服务器上核验').waitFor()
  expect(await page.getByText('不联网，不上传').isVisible()).toBe(false)
  await page.getByLabel('文件内容').fill(readFileSync(receipt, 'utf8'))
  await page.getByRole('button', { name: '核验' }).click()
  await page.getByRole('heading', { name: '核验通过' }).waitFor()
  await context.close()
})
