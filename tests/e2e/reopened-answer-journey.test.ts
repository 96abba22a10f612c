import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPictures, startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, assignTo, openTopic, sendComment } from './support/steps'

// An answer that its resident rates, has taken up again, and gets answered anew; with and without script.

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

describe.each([
  ['with script', true],
  ['without script', false],
] as const)('%s', (_mode, javaScriptEnabled) => {
  const mark = javaScriptEnabled ? '有脚本' : '无脚本'
  const text = `${mark}：健身步道的台阶松了三级，下雨天老人不敢走，请问什么时候来修？`
  const quote = text.slice(0, 24)
  const first = `${mark}：三级台阶已经重新砌好，请放心行走。`
  const second = `${mark}：台阶边缘的防滑条已在昨天补齐，并拍照留存。`
  const said = `${mark}：台阶是砌好了，可是防滑条没有装，下雨还是滑。`
  const left = `${mark}：防滑条还没有装。`
  let cast: Cast

  beforeAll(() => {
    cast = new Cast(browser, site.url, { javaScriptEnabled })
  })

  afterAll(async () => {
    await cast?.leave()
  })

  /** Keeps the page as it is, wide and on a telephone; it never scrolls sideways. */
  async function picture(page: Page, name: string): Promise<void> {
    if (javaScriptEnabled) return
    await keepPictures(page, name)
  }

  /** The department acknowledges, drafts and has it signed by another; ends with the answer in public. */
  async function answerWith(answer: string): Promise<void> {
    const drafter = await cast.as('draftingOfficial')
    await drafter.goto('/desk?view=unacknowledged')
    await drafter.getByRole('link', { name: quote }).first().click()
    await drafter.getByRole('button', { name: '签收', exact: true }).click()
    await drafter.getByText('已签收，现在可以起草答复。').waitFor()
    await drafter.getByLabel('答复正文').fill(answer)
    await drafter.getByRole('radio', { name: /^A 已解决/ }).check()
    await drafter.getByRole('button', { name: '保存并送审签' }).click()
    await drafter.getByText('已送审签。').first().waitFor()
    expect(await drafter.getByRole('button', { name: '签发并公开答复' }).count()).toBe(0)
    const signer = await cast.as('signingOfficial')
    await signer.goto('/desk?view=awaitingSignOff')
    await signer.getByRole('link', { name: quote }).first().click()
    await signer.getByRole('button', { name: '签发并公开答复' }).click()
    await signer.getByText('答复已经公开，被回应的居民会收到通知。').waitFor()
  }

  /** The path of the page on which the resident rates the answer, found as a resident finds it. */
  async function ratingOf(resident: Page, topicPath: string, answer: string): Promise<string> {
    const guest = await cast.as('guest')
    await guest.goto(topicPath)
    const sealed = guest.getByRole('article', { name: '官方答复' }).filter({ hasText: answer })
    const path = await sealed.getByRole('link', { name: '我提过意见，去评价' }).getAttribute('href')
    await resident.goto(path ?? '')
    await resident.getByRole('heading', { level: 1, name: '评价这份答复' }).waitFor()
    return path ?? ''
  }

  async function grade(page: Page, aspect: string, word: string): Promise<void> {
    await page
      .getByRole('radiogroup', { name: aspect })
      .getByRole('radio', { name: word, exact: true })
      .check()
  }

  it('a resident rates an answer, has it taken up again once, and is answered anew', async () => {
    const resident = await cast.as('resident')
    const topicPath = await openTopic(resident, '口袋公园')
    await sendComment(resident, topicPath, text, { kind: '求助' })
    await approve(await cast.as('moderator'), text)
    const assigner = await cast.as('assigningOfficial')
    await assignTo(assigner, quote, DEPARTMENT)
    await resident.goto('/me/notices')
    await resident.getByText(`已交${DEPARTMENT}办理`).first().waitFor()
    await picture(resident, 'reopened-notices')
    await answerWith(first)

    // 不满意 needs a reason; what was filled in stays.
    const path = await ratingOf(resident, topicPath, first)
    await grade(resident, '解决程度', '不满意')
    await grade(resident, '办理态度', '满意')
    await grade(resident, '办理速度', '基本满意')
    await resident.getByLabel('想说的话').fill(said)
    await resident.getByRole('button', { name: '提交评价' }).click()
    await resident.getByText('有一项不满意，请选择主要原因。').first().waitFor()
    expect(await resident.getByLabel('想说的话').inputValue()).toBe(said)
    await picture(resident, 'reopened-reason-missing')
    await resident.getByLabel('不满意主要是因为').selectOption({ label: '对办理结果不满意' })
    await resident.getByRole('button', { name: '提交评价' }).click()
    await resident.getByText('评价已收到，谢谢您。').waitFor()
    expect(await words(resident)).toContain('您写的话正在审核，评价已经计入。')

    // The words are public once a moderator has read them.
    const guest = await cast.as('guest')
    await guest.goto(topicPath)
    expect(await words(guest)).not.toContain(said)
    const moderator = await cast.as('moderator')
    await moderator.goto('/moderation/ratings')
    await moderator
      .getByRole('listitem')
      .filter({ hasText: said })
      .getByRole('button', { name: '通过，公开文字' })
      .click()
    await moderator.getByText('已通过，文字已公开。').waitFor()

    await resident.goto(path)
    expect(await words(resident)).toContain('您写的话已经公开。')
    await resident.getByLabel('还有什么没有解决').fill(left)
    await picture(resident, 'reopened-ask')
    await resident.getByRole('button', { name: '申请重新办理' }).click()
    await resident.getByText('申请已送到交办单位，办不办、为什么，都会告诉您。').waitFor()

    await assigner.goto('/desk?view=reopenings')
    await assigner.getByRole('listitem').filter({ hasText: left }).getByRole('link').first().click()
    await assigner.getByText(left).first().waitFor()
    await assigner.getByRole('radio', { name: /^同意，重新办理/ }).check()
    await assigner.getByLabel('给居民的说明').fill('防滑条确实漏装，责成重新办理。')
    await picture(assigner, 'reopened-decide')
    await assigner.getByRole('button', { name: '确定' }).click()
    await assigner.getByText('已同意并重新交办，居民会收到通知。').waitFor()
    await resident.goto('/me/notices')
    await resident.getByText('您申请重新办理').first().waitFor()
    await answerWith(second)

    // Both answers stand, the first beside what its resident says of it.
    await guest.goto(topicPath)
    const article = (answer: string) =>
      guest.getByRole('article', { name: '官方答复' }).filter({ hasText: answer })
    const sides = article(first).getByRole('group', { name: '办理结果与居民评价' })
    const shown = await sides.innerText()
    expect(shown).toContain('承办单位认为')
    expect(shown).toContain('A 类 · 已解决')
    expect(shown).toContain('提出的居民认为')
    expect(shown).toContain('1 人提出，1 人已评价，0 人未评价')
    await article(first).getByText('居民写的话（1）').click()
    await article(first).getByText(said).waitFor()
    const again = await article(second).innerText()
    expect(again).toContain('重新办理后的答复')
    expect(again).toContain('还没有人评价')
    await picture(guest, 'reopened-both-sides')

    // It is taken up again once.
    await ratingOf(resident, topicPath, second)
    await grade(resident, '解决程度', '不满意')
    await grade(resident, '办理态度', '满意')
    await grade(resident, '办理速度', '满意')
    await resident.getByLabel('不满意主要是因为').selectOption({ label: '对办理结果不满意' })
    await resident.getByRole('button', { name: '提交评价' }).click()
    await resident.getByText('评价已收到，谢谢您。').waitFor()
    expect(await words(resident)).toContain('这已经是重新办理后的答复，重新办理只有一次。')
    expect(await resident.getByRole('button', { name: '申请重新办理' }).count()).toBe(0)
    await resident.goto(path)
    expect(await resident.getByRole('button', { name: '申请重新办理' }).count()).toBe(0)
  })
})
