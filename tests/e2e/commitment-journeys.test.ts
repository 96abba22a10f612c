import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPictures, startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, openTopic, sendComment } from './support/steps'

// What a department promises, from the sentence in its draft to what residents say of it.

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

const DEPARTMENT = '望川区城市管理委员会'

const words = (page: Page) => page.getByRole('main').innerText()

/** Today in Shanghai and days after it, as a date field takes them. */
function dayAhead(days: number): string {
  return new Date(Date.now() + (days * 24 + 8) * 60 * 60 * 1000).toISOString().slice(0, 10)
}

describe.each([
  ['with script', true],
  ['without script', false],
] as const)('%s', (_mode, javaScriptEnabled) => {
  const mark = javaScriptEnabled ? '有脚本' : '无脚本'
  let cast: Cast

  beforeAll(() => {
    cast = new Cast(browser, site.url, { javaScriptEnabled })
  })

  afterAll(async () => {
    await cast?.leave()
  })

  it('a promise is marked while drafting, comes into the ledger, and residents check it', async () => {
    const text = `${mark}承诺：东门的路灯坏了三盏，晚上看不清，什么时候能修好？`
    const promise = `${mark}三盏路灯由设施科更换，月内全部点亮。`
    const resident = await cast.as('resident')
    const topicPath = await openTopic(resident, '口袋公园')
    await sendComment(resident, topicPath, text, { kind: '求助' })
    await approve(await cast.as('moderator'), text)
    const assigner = await cast.as('assigningOfficial')
    await assigner.goto('/desk?view=unassigned')
    await assigner
      .getByRole('link', { name: new RegExp(`^交办.*${text.slice(0, 16)}`) })
      .first()
      .click()
    await assigner.getByLabel('主办单位').selectOption({ label: DEPARTMENT })
    await assigner.getByRole('button', { name: '交办', exact: true }).click()
    await assigner.getByText('已经交办，承办单位会在工作台看到。').waitFor()

    const drafter = await cast.as('draftingOfficial')
    await drafter.goto('/desk?view=unacknowledged')
    await drafter.getByRole('link', { name: text.slice(0, 16) }).click()
    await drafter.getByRole('button', { name: '签收', exact: true }).click()
    await drafter.getByText('已签收，现在可以起草答复。').waitFor()
    await drafter
      .getByLabel('答复正文')
      .fill(`您反映的情况属实。\n\n${promise}\n\n电话 010-12345678。`)
    await drafter.getByRole('radio', { name: /^B 正在解决/ }).check()
    await drafter.getByText('标一项承诺').click()
    // Other words than the draft's, and no day: both are said, and what was typed stays.
    await drafter.getByLabel('或者自己填写').fill('明天就修好。')
    await drafter.getByLabel('谁来办').fill('市政设施科')
    await drafter.getByRole('button', { name: '标为承诺' }).click()
    await drafter.getByText('请填写一个日期').first().waitFor()
    await drafter.getByLabel('哪天以前办好').fill(dayAhead(12))
    await drafter.getByRole('button', { name: '标为承诺' }).click()
    await drafter.getByText('草稿里没有这句话').first().waitFor()
    expect(await drafter.getByLabel('谁来办').inputValue()).toBe('市政设施科')
    // The draft is saved by now: the sentence can be chosen.
    await drafter.getByLabel('或者自己填写').fill('')
    await drafter.getByLabel('草稿里的哪一句').selectOption({ label: promise })
    await keepPictures(drafter, `promise-draft-${mark}`)
    await drafter.getByRole('button', { name: '标为承诺' }).click()
    await drafter.getByText('承诺已标好，草稿也保存了。').waitFor()
    await drafter.getByRole('button', { name: `修改承诺：${promise}` }).click()
    await drafter.getByLabel('哪天以前办好').fill(dayAhead(14))
    // Whichever button it is, what was typed is saved with it.
    await drafter.getByRole('button', { name: '保存并送审签' }).click()
    await drafter.getByText('已送审签。').first().waitFor()

    const signer = await cast.as('signingOfficial')
    await signer.goto('/desk')
    await signer
      .getByRole('link', { name: text.slice(0, 16) })
      .first()
      .click()
    expect(await words(signer)).toContain('市政设施科')
    await signer.getByRole('button', { name: '签发并公开答复' }).click()
    await signer.getByText('答复已经公开，被回应的居民会收到通知。').waitFor()

    const guest = await cast.as('guest')
    await guest.goto(topicPath)
    const sealed = guest.getByRole('article', { name: '官方答复' }).filter({ hasText: promise })
    expect(await sealed.first().innerText()).toMatch(/答复中的承诺[\s\S]*待兑现/)
    await sealed.first().getByRole('link', { name: promise }).click()
    await guest.waitForURL(/\/commitments\/[0-9a-z]{26}$/)
    const place = new URL(guest.url()).pathname
    expect(await words(guest)).toContain('还没有居民核对')
    expect(await guest.getByRole('link', { name: '登录后可以核对' }).count()).toBe(1)

    await resident.goto(place)
    await resident.getByRole('button', { name: '提交', exact: true }).click()
    await resident.getByText('请选择一项。').first().waitFor()
    await resident.getByRole('radio', { name: '还没有' }).check()
    await resident.getByRole('button', { name: '提交', exact: true }).click()
    await resident.getByText('已记下，谢谢您核对。').waitFor()
    await resident.getByRole('radio', { name: '是这样' }).check()
    await resident.getByRole('button', { name: '修改', exact: true }).click()
    await resident.getByText('您上次的回答：是这样').waitFor()
    await guest.goto(place)
    expect(await words(guest)).toMatch(/是这样\s*1\s*还没有\s*0/)
    await keepPictures(guest, `commitment-${mark}`)

    await drafter.goto('/desk/commitments')
    await drafter.getByRole('link', { name: promise }).click()
    await drafter.getByLabel('办理进展').fill('灯头已经到货，周末更换。')
    await drafter.getByRole('button', { name: '公开进展' }).click()
    await drafter.getByText('进展已公开。').waitFor()
    await drafter.getByText('申请改期……').click()
    await drafter.getByLabel('新的日期').fill(dayAhead(20))
    await drafter.getByLabel('原因', { exact: true }).fill('连日大风，不能登高作业。')
    await drafter.getByRole('button', { name: '提交改期申请' }).click()
    await drafter.getByText('改期申请已提交，等待交办人决定。').waitFor()
    await assigner.goto('/desk/commitments?view=moves')
    await assigner.getByRole('link', { name: promise }).click()
    await assigner.getByRole('radio', { name: '同意，公开新的日期' }).check()
    await assigner.getByRole('button', { name: '提交决定' }).click()
    await assigner.getByText('已同意改期，新的日期已公开。').waitFor()
    await guest.goto(place)
    const told = await words(guest)
    expect(told).toContain('连日大风，不能登高作业。')
    expect(told).toContain('灯头已经到货，周末更换。')
    expect(told).toMatch(/原定 (\d+年)?\d+月\d+日/)
  })
})

describe('a promise that is overdue', () => {
  it('was escalated in public, and is kept late', async () => {
    const cast = new Cast(browser, site.url, { javaScriptEnabled: false })
    const promise = '“小小督导员”由区妇联和学校联合招募'
    const guest = await cast.as('guest')
    await guest.goto('/commitments?state=overdue')
    await keepPictures(guest, 'ledger-overdue')
    await guest.getByRole('link', { name: promise }).click()
    expect(await words(guest)).toMatch(/已逾期 \d+ 天[\s\S]*尚未兑现，已报单位审签人督促/)
    const place = new URL(guest.url()).pathname
    const topic = guest.getByRole('main').getByRole('link', { name: /垃圾/ }).first()
    await topic.click()
    expect(await words(guest)).toContain(`${DEPARTMENT}的承诺已过`)

    const drafter = await cast.as('draftingOfficial')
    await drafter.goto('/desk/commitments')
    await keepPictures(drafter, 'desk-commitments')
    await drafter.getByRole('link', { name: promise }).click()
    expect(await words(drafter)).toContain('登记兑现和撤回承诺，由本单位审签人办理。')

    const signer = await cast.as('signingOfficial')
    await signer.goto('/desk/commitments')
    await signer.getByRole('link', { name: promise }).click()
    await signer.getByRole('button', { name: '登记已兑现' }).click()
    await signer.getByText('请写几句话，居民要看的。').first().waitFor()
    await keepPictures(signer, 'desk-commitment')
    await signer.getByLabel('怎样兑现的').fill('首批 36 名小小督导员已经上岗。')
    await signer.getByRole('button', { name: '登记已兑现' }).click()
    await signer.getByText('已登记兑现，记为逾期后兑现。').waitFor()

    const resident = await cast.as('resident')
    await resident.goto(place)
    await resident.getByRole('radio', { name: '还没有' }).check()
    await resident.getByRole('button', { name: '提交', exact: true }).click()
    await resident.getByText('已记下，谢谢您核对。').waitFor()
    await guest.goto(place)
    const told = await words(guest)
    // Two judgements side by side: neither changes the other.
    expect(told).toContain('逾期后兑现')
    expect(told).toMatch(/还没有\s*1/)
    expect(told).toContain('首批 36 名小小督导员已经上岗。')
    await guest.goto('/commitments?state=keptLate')
    expect(await words(guest)).toContain(promise)
    await cast.leave()
  })
})
