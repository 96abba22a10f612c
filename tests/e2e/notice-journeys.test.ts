import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPictures, startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, openTopic, sendComment } from './support/steps'

// How people are told, in a real browser, with and without script, by a real mail server.

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

const MAIL_WAIT_MS = 15_000

/** The words of the latest mail to an address, as the administrator's outbox shows them. */
async function latestMail(admin: Page, address: string, subject: string): Promise<string> {
  const begun = Date.now()
  for (;;) {
    await admin.goto('/admin/outbox')
    const mail = admin
      .getByRole('listitem')
      .filter({ hasText: `发给 ${address}` })
      .filter({ hasText: subject })
      .first()
    if ((await mail.count()) > 0) {
      await mail.locator('summary').click()
      return mail.innerText()
    }
    if (Date.now() - begun > MAIL_WAIT_MS) throw new Error(`no mail “${subject}” to ${address}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The path of the first link in a mail that has these words in it. */
function linkIn(mail: string, words: string): string {
  const link = new RegExp(`http://\\S*${words}\\S*`).exec(mail)?.[0]
  if (!link) throw new Error(`no link with ${words} in: ${mail}`)
  const url = new URL(link)
  return url.pathname + url.search
}

describe.each([
  ['with script', true],
  ['without script', false],
] as const)('%s', (_mode, javaScriptEnabled) => {
  const address = javaScriptEnabled ? 'script@example.com' : 'plain@example.com'
  let cast: Cast

  beforeAll(() => {
    cast = new Cast(browser, site.url, { javaScriptEnabled })
  })

  afterAll(async () => {
    await cast?.leave()
  })

  async function picture(page: Page, name: string): Promise<void> {
    if (javaScriptEnabled) return
    await keepPictures(page, name)
  }

  it('a resident is told in the product and by mail what became of their comment', async () => {
    const [resident, admin] = [await cast.as('resident'), await cast.as('admin')]
    await resident.goto('/me/notices/settings')
    await resident.getByLabel(/您的邮箱|换一个邮箱/).fill('no address')
    await resident.getByRole('button', { name: '发送确认邮件' }).click()
    await resident.getByRole('link', { name: /邮箱地址不完整/ }).waitFor()
    await resident.getByLabel(/您的邮箱|换一个邮箱/).fill(address)
    await resident.getByRole('button', { name: '发送确认邮件' }).click()
    await resident.getByText('确认邮件已发出').waitFor()
    const confirm = await latestMail(admin, address, '请确认您的邮箱')
    await resident.goto(linkIn(confirm, 'address'))
    await resident.getByRole('button', { name: '确认这个邮箱' }).click()
    await resident.getByText(`消息会发到：${address}`).waitFor()
    await picture(resident, 'notice-settings')

    await resident.goto('/me/notices')
    const readAll = resident.getByRole('button', { name: '全部标为已读' })
    if ((await readAll.count()) > 0) await readAll.click()
    const topicPath = await openTopic(resident, '口袋公园')
    const text = `靠马路一侧请种一排树挡灰，${javaScriptEnabled ? '有' : '无'}脚本。`
    const receipt = await sendComment(resident, topicPath, text)
    await approve(await cast.as('moderator'), text)
    const mail = await latestMail(admin, address, '通过审核并公开')
    expect(mail).toContain(receipt)
    await picture(admin, 'admin-outbox')

    await resident.goto('/me')
    await resident.getByRole('link', { name: '消息，1 条未读' }).click()
    await picture(resident, 'notices')
    await resident
      .getByRole('link', { name: /已通过审核并公开/ })
      .first()
      .click()
    await resident.waitForURL((url) => url.pathname === receipt)
    await resident.getByRole('link', { name: '消息', exact: true }).waitFor()

    // One click in the mail ends it, signed in or not.
    const guest = await cast.another('guest')
    await guest.goto(linkIn(mail, 'unsubscribe'))
    await guest.getByRole('button', { name: '确认不再接收' }).click()
    await guest.getByText('已经停发邮件。').waitFor()
    await guest.context().close()
    await resident.goto('/me/notices/settings')
    expect(await resident.getByRole('radio', { name: '不发邮件' }).isChecked()).toBe(true)
  })

  it('a reader follows a topic and a department, and follows them no more', async () => {
    const member = await cast.as('expert')
    const topicPath = await openTopic(member, '口袋公园')
    await member.getByRole('button', { name: '关注这个议题' }).click()
    await member.getByRole('button', { name: '取消关注' }).waitFor()
    expect(new URL(member.url()).pathname).toBe(topicPath)
    await member.goto('/me/notices/settings')
    await member
      .getByLabel('部门或类别', { exact: true })
      .selectOption({ label: '部门 · 望川区民政局' })
    await member.getByRole('button', { name: '关注', exact: true }).click()
    await member.getByText('已关注。').waitFor()
    await member.getByRole('button', { name: '取消关注“望川区民政局”' }).click()
    await member.getByText('已取消关注。').waitFor()
    await member.goto(topicPath)
    await member.getByRole('button', { name: '取消关注' }).click()
    await member.getByRole('button', { name: '关注这个议题' }).waitFor()

    const guest = await cast.as('guest')
    await guest.goto(topicPath)
    await guest.getByRole('link', { name: '关注这个议题' }).click()
    await guest.waitForURL(/\/sign-in\?next=/)
  })
})
