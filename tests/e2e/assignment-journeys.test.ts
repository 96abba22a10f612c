import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPictures, startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, openTopic, sendComment } from './support/steps'

// A matter on its way between who assigns and two departments, without script: every step is a plain form.

let browser: Browser
let site: RunningSite
let cast: Cast

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('embedded')
  cast = new Cast(browser, site.url, { javaScriptEnabled: false })
})

afterAll(async () => {
  await cast?.leave()
  await site?.stop()
  await browser?.close()
})

const OTHER = '望川区园林绿化局'
const DEPARTMENT = '望川区城市管理委员会'
const TEXT = '申退与延期：步道边的垃圾桶满了三天没人清，能不能定个清运时间？'
const QUOTE = TEXT.slice(0, 24)

const words = (page: Page) => page.getByRole('main').innerText()

async function assign(assigner: Page, department: string): Promise<void> {
  await assigner.goto('/desk?view=unassigned')
  await assigner
    .getByRole('link', { name: new RegExp(`^交办.*${QUOTE}`) })
    .first()
    .click()
  await assigner.getByLabel('主办单位').selectOption({ label: department })
  await assigner.getByRole('button', { name: '交办', exact: true }).click()
  await assigner.getByText('已经交办，承办单位会在工作台看到。').waitFor()
}

describe('a matter between the offices', () => {
  it('is returned, assigned again, extended and reminded of, and the public reads what concerns it', async () => {
    const resident = await cast.as('resident')
    const topicPath = await openTopic(resident, '口袋公园')
    await sendComment(resident, topicPath, TEXT, { kind: '求助' })
    await approve(await cast.as('moderator'), TEXT)
    const assigner = await cast.as('assigningOfficial')
    await assign(assigner, DEPARTMENT)

    const drafter = await cast.as('draftingOfficial')
    await drafter.goto('/desk?view=unacknowledged')
    await keepPictures(drafter, 'desk-views')
    await drafter.getByRole('link', { name: QUOTE }).click()
    await drafter.getByRole('link', { name: '申请退回' }).click()
    // Without a reason the form comes back.
    await drafter.getByRole('button', { name: '提交申退' }).click()
    await drafter.getByText('请写明理由。').first().waitFor()
    await drafter.getByLabel('理由').fill(`园区内由${OTHER}保洁。`)
    await keepPictures(drafter, 'desk-return')
    await drafter.getByRole('button', { name: '提交申退' }).click()
    await drafter.getByText('已提交申退，等待交办人决定。').waitFor()

    await assigner.goto('/desk?view=requests')
    await keepPictures(assigner, 'desk-requests')
    await assigner
      .getByRole('listitem')
      .filter({ hasText: `园区内由${OTHER}保洁。` })
      .getByRole('link', { name: /^批复/ })
      .click()
    await assigner.getByRole('radio', { name: '同意退回' }).check()
    await keepPictures(assigner, 'desk-decide-return')
    await assigner.getByRole('button', { name: '提交批复' }).click()
    await assigner.getByText('已批复退回申请。').waitFor()
    await assign(assigner, DEPARTMENT)

    await drafter.goto('/desk?view=unacknowledged')
    await drafter.getByRole('link', { name: QUOTE }).click()
    await drafter.getByRole('button', { name: '签收', exact: true }).click()
    await drafter.getByText('已签收，现在可以起草答复。').waitFor()
    await drafter.getByRole('link', { name: '申请延期' }).click()
    await drafter.getByLabel('延长几个工作日').fill('5')
    await drafter.getByLabel('理由').fill('需要同保洁公司重新商定清运时间。')
    await drafter.getByRole('button', { name: '提交延期申请' }).click()
    await drafter.getByText('已提交延期申请，等待交办人决定。').waitFor()
    await keepPictures(drafter, 'desk-acts')

    await assigner.goto('/desk?view=requests')
    await assigner
      .getByRole('listitem')
      .filter({ hasText: '需要同保洁公司重新商定清运时间。' })
      .getByRole('link', { name: /^批复/ })
      .click()
    await assigner.getByRole('radio', { name: '同意延期，公开新的期限' }).check()
    await assigner.getByRole('button', { name: '提交批复' }).click()
    await assigner.getByText('已批复延期申请。').waitFor()
    await assigner.getByRole('link', { name: '催办' }).click()
    await assigner.getByRole('button', { name: '催办', exact: true }).click()
    await assigner.getByText('已催办，经办人会收到短信。').waitFor()

    await drafter.goto('/desk')
    const row = drafter.getByRole('listitem').filter({ hasText: QUOTE }).first()
    expect(await row.innerText()).toContain('已催办 1 次')
    expect(await row.innerText()).toContain('已延期')

    const guest = await cast.as('guest')
    await guest.goto(topicPath)
    const page = await words(guest)
    expect(page).toMatch(new RegExp(`${DEPARTMENT}延期办理，期限(暂定)?改为 \\d+年\\d+月\\d+日`))
    expect(page).toContain('需要同保洁公司重新商定清运时间。')
    for (const internal of ['申请退回', '申请延期', '催办', `园区内由${OTHER}保洁。`]) {
      expect(page).not.toContain(internal)
    }
  })
})
