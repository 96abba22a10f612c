import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docx, PDF, photograph } from '#tests/fixtures/files'
import { startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, openInQueue, openTopic } from './support/steps'

// A photograph and a document on a comment and on an answer, from the form to the public page, with and without script.

let browser: Browser
let site: RunningSite

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('embedded')
})

afterAll(async () => {
  await site?.stop()
  await browser?.close()
})

const file = (name: string, buffer: Buffer) => ({ name, buffer, mimeType: 'image/jpeg' })

/** The images on the page that a reader sees, each with the width it was decoded to. */
const seen = (page: Page, alt: string) =>
  page
    .getByAltText(alt)
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))

describe.each([
  ['without script', false],
  ['with script', true],
])('%s', (_how, javaScriptEnabled) => {
  let cast: Cast
  let path = ''
  let receipt = ''
  const text = `附件旅程（${javaScriptEnabled ? '有' : '无'}脚本）：三单元门口一下雨就积水，照片是昨天拍的。`
  const alt = `单元门口的积水${javaScriptEnabled ? '甲' : '乙'}`

  beforeAll(() => {
    cast = new Cast(browser, site.url, { javaScriptEnabled })
  })
  afterAll(() => cast.leave())

  it('a file that is not taken says so beside its field, and the words are kept', async () => {
    const author = await cast.as('resident')
    path = await openTopic(author, '菜市场')
    await author.getByLabel('您怎么看？住在附近吗？').fill(text)
    await author.getByText('添加照片或文件（选填）').click()
    await author.getByLabel('第 1 个照片或文件').setInputFiles(file('a.jpg', Buffer.from('<html>')))
    await author.getByLabel('第 1 个的图片说明').fill(alt)
    await author.getByRole('button', { name: '提交意见' }).click()
    await author.getByText('不能附这种文件').first().waitFor()
    expect(await author.getByLabel('您怎么看？住在附近吗？').inputValue()).toBe(text)
    expect(await author.getByLabel('第 1 个的图片说明').inputValue()).toBe(alt)
    const invalid = author.getByLabel('第 1 个照片或文件')
    expect(await invalid.getAttribute('aria-invalid')).toBe('true')
  })

  it('its author sees a photograph and a document at once, and nobody else does', async () => {
    const author = await cast.as('resident')
    await author
      .getByLabel('第 1 个照片或文件')
      .setInputFiles(file('积水.jpg', await photograph(640, 480, javaScriptEnabled ? 1 : 2)))
    await author.getByLabel('第 2 个照片或文件').setInputFiles(file('建议.docx', docx()))
    await author.getByRole('button', { name: '提交意见' }).click()
    await author.waitForURL(/\/receipts\/[0-9a-z]{26}/)
    receipt = new URL(author.url()).pathname
    await expect.poll(() => seen(author, alt)).toEqual([360])
    await author.getByRole('link', { name: '建议.docx' }).waitFor()

    const image = await author.getByAltText(alt).getAttribute('src')
    const guest = await cast.as('guest')
    await guest.goto(path)
    expect(await guest.content()).not.toContain(alt)
    expect((await guest.request.get(`${site.url}${image}`)).status()).toBe(404)
  })

  it('a moderator veils the image; readers see it once they ask for it, by keyboard too', async () => {
    const moderator = await cast.as('moderator')
    await openInQueue(moderator, text)
    await expect.poll(() => seen(moderator, alt)).toEqual([360])
    await moderator.getByRole('button', { name: '标记令人不适' }).click()
    await moderator.getByText('已标记：读者点开后才看到这张图片').waitFor()
    expect(await moderator.getByAltText(alt).isVisible()).toBe(false)
    await approve(moderator, text)

    const guest = await cast.as('guest')
    await guest.goto(`${path}?at=${receipt.split('/').at(-1)}`)
    expect(await guest.getByAltText(alt).isVisible()).toBe(false)
    const veil = guest.locator('summary', { hasText: '可能令人不适，显示图片' }).first()
    await veil.focus()
    await guest.keyboard.press('Enter')
    await guest.getByAltText(alt).waitFor({ state: 'visible' })
    await expect.poll(() => seen(guest, alt)).toEqual([360])
    const download = guest.waitForEvent('download')
    await guest.getByRole('link', { name: '建议.docx' }).first().click()
    expect((await download).suggestedFilename()).toBe('建议.docx')
  })

  it('the public photograph says nothing of where it was taken', async () => {
    const guest = await cast.as('guest')
    const whole = await guest.getByAltText(alt).locator('xpath=..').getAttribute('href')
    const answer = await guest.request.get(`${site.url}${whole}`)
    expect(answer.headers()['content-security-policy']).toContain('sandbox')
    const { exif, width, height } = await sharp(await answer.body()).metadata()
    // It lay on its side.
    expect({ exif, width, height }).toEqual({ width: 480, height: 640 })
  })

  it('its author leaves the photograph out again: the public one stays until that is reviewed', async () => {
    const author = await cast.as('resident')
    await author.goto(`/comments/${receipt.split('/').at(-1)}/edit`)
    await author.getByLabel('去掉这一个').first().check()
    await author.getByRole('button', { name: '提交修改' }).click()
    await author.waitForURL(/\/receipts\//)
    expect(await author.getByAltText(alt).count()).toBe(0)
    const guest = await cast.as('guest')
    await guest.goto(`${path}?at=${receipt.split('/').at(-1)}`)
    expect(await guest.getByAltText(alt).count()).toBe(1)
    await approve(await cast.as('moderator'), text)
    await guest.reload()
    expect(await guest.getByAltText(alt).count()).toBe(0)
  })

  it('an official adds a document to the draft of an answer, and takes it out again', async () => {
    const official = await cast.as('draftingOfficial')
    await official.goto('/desk')
    const items = await official
      .locator('main a[href^="/desk/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    for (const href of items.filter((each) => /^\/desk\/[0-9a-z]{26}$/.test(each))) {
      await official.goto(href)
      if ((await official.getByRole('link', { name: /^附件（/ }).count()) > 0) break
    }
    await official.getByRole('link', { name: /^附件（/ }).click()
    await official.waitForURL(/\/desk\/responses\/[0-9a-z]{26}\/files/)
    await official.getByLabel('第 1 个照片或文件').setInputFiles(file('公示.pdf', PDF))
    await official.getByRole('button', { name: '附上', exact: true }).click()
    await official.getByText('已经附上，随答复一起公开').waitFor()
    await official.getByRole('link', { name: '公示.pdf' }).waitFor()
    await official.getByRole('button', { name: '去掉“公示.pdf”' }).click()
    await official.getByText('已经去掉').waitFor()
    expect(await official.getByRole('link', { name: '公示.pdf' }).count()).toBe(0)
  })
})
