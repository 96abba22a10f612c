import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPictures, startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, openTopic, sendComment } from './support/steps'

// One answer of two departments: who leads it writes, who joins gives a paragraph; with and without script.

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

const LEAD = '望川区城市管理委员会'
const JOINT = '望川区园林绿化局'
const WARNING = '会办单位还没有写完：'

const words = (page: Page) => page.getByRole('main').innerText()

describe.each([
  ['with script', true],
  ['without script', false],
] as const)('%s', (_mode, javaScriptEnabled) => {
  const mark = javaScriptEnabled ? '有脚本' : '无脚本'
  const text = `${mark}：园里的灯亮到几点？树丛边上那几盏能不能照低一点，鸟也要睡觉。`
  const quote = text.slice(0, 24)
  const paragraph = `${mark}：树丛边的四盏灯加装遮光罩，由我局在月底以前装好。`
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

  async function openMatter(official: Page, view: string): Promise<void> {
    await official.goto(`/desk?view=${view}`)
    await official.getByRole('link', { name: quote }).first().click()
    await official.waitForURL(/\/desk\/[0-9a-z]{26}/)
  }

  /** Somebody who drafts for the department that joins: no persona does, so an administrator grants it to one. */
  async function jointDrafter(): Promise<Page> {
    const official = await cast.as('expert')
    const desk = await official.goto('/desk')
    if (desk?.status() === 200) return official
    const admin = await cast.as('admin')
    await admin.goto('/admin/people?q=逄一舟')
    await admin.getByRole('link', { name: '逄一舟' }).first().click()
    await admin.locator('#grant summary').click()
    await admin.getByRole('radio', { name: '经办人' }).check()
    await admin.getByLabel('所属部门').selectOption({ label: JOINT })
    await admin.getByRole('button', { name: '授予身份' }).click()
    await admin.getByText('已授予，下一次打开页面时生效。').waitFor()
    return official
  }

  it('the lead is warned until who joins is done, and both stand under the answer', async () => {
    const resident = await cast.as('resident')
    const topicPath = await openTopic(resident, '口袋公园')
    await sendComment(resident, topicPath, text, { kind: '咨询' })
    await approve(await cast.as('moderator'), text)
    const assigner = await cast.as('assigningOfficial')
    await assigner.goto('/desk?view=unassigned')
    await assigner
      .getByRole('link', { name: new RegExp(`^交办.*${quote}`) })
      .first()
      .click()
    await assigner.getByLabel('主办单位').selectOption({ label: LEAD })
    await assigner
      .getByRole('group', { name: '会办单位' })
      .getByRole('checkbox', { name: JOINT })
      .check()
    await assigner.getByRole('button', { name: '交办', exact: true }).click()
    await assigner.getByText('已经交办，承办单位会在工作台看到。').waitFor()

    // The lead begins; who joins has not even signed for the matter.
    const drafter = await cast.as('draftingOfficial')
    await openMatter(drafter, 'unacknowledged')
    await drafter.getByRole('button', { name: '签收', exact: true }).click()
    await drafter.getByText('已签收，现在可以起草答复。').waitFor()
    expect(await words(drafter)).toContain(`${WARNING}${JOINT}（还没有签收）`)
    await drafter.getByLabel('答复正文').fill(`${mark}：园里的灯亮到晚上十点半。`)
    await drafter.getByRole('radio', { name: /^B 正在解决/ }).check()
    await drafter.getByRole('button', { name: '保存并送审签' }).click()
    await drafter.getByText('还有会办单位没有写完。要等候').first().waitFor()
    await picture(drafter, 'joint-warned')
    await drafter.getByRole('button', { name: '保存草稿' }).click()
    await drafter.getByText(/^草稿已保存为第 \d+ 稿/).waitFor()

    // Who joins gives a paragraph, first half-done.
    const joint = await jointDrafter()
    await openMatter(joint, 'unacknowledged')
    await joint.getByRole('button', { name: '签收', exact: true }).click()
    await joint.getByLabel('您单位的段落').waitFor()
    await joint.getByLabel('您单位的段落').fill(`${mark}：树丛边的灯`)
    await joint.getByRole('button', { name: '保存', exact: true }).click()
    await joint.getByText('已保存您单位的段落。').waitFor()
    await drafter.goto('/desk')
    const row = drafter.getByRole('listitem').filter({ hasText: quote }).first()
    expect(await row.innerText()).toContain('1 个会办单位未写完')
    await openMatter(drafter, 'handling')
    const half = await words(drafter)
    expect(half).toContain(`${WARNING}${JOINT}。`)
    expect(half).toMatch(/正在写/)

    await joint.getByLabel('您单位的段落').fill(paragraph)
    await picture(joint, 'joint-contribution')
    await joint.getByRole('button', { name: '保存，已写完' }).click()
    await joint.getByText('已写完，主办单位可以看到。').waitFor()

    // Done: no warning, and nothing to confirm.
    await openMatter(drafter, 'handling')
    const done = await words(drafter)
    expect(done).not.toContain(WARNING)
    expect(done).toContain(paragraph)
    expect(await drafter.getByLabel('不再等候，仍要送审').count()).toBe(0)
    await picture(drafter, 'joint-done')
    const answer = drafter.getByLabel('答复正文')
    if (javaScriptEnabled) {
      await drafter.getByRole('button', { name: '写进正文' }).click()
      await drafter.getByText('已写进正文末尾。').waitFor()
      expect(await answer.inputValue()).toContain(paragraph)
    } else {
      await answer.fill(`${await answer.inputValue()}\n\n${paragraph}`)
    }
    await drafter.getByRole('button', { name: '保存并送审签' }).click()
    await drafter.getByText('已送审签。').first().waitFor()

    // With the signer, who joins writes on it no more.
    await joint.reload()
    expect(await joint.getByLabel('您单位的段落').count()).toBe(0)
    const signer = await cast.as('signingOfficial')
    await openMatter(signer, 'awaitingSignOff')
    expect(await words(signer)).toContain(paragraph)
    await signer.getByRole('button', { name: '签发并公开答复' }).click()
    await signer.getByText('答复已经公开，被回应的居民会收到通知。').waitFor()

    const guest = await cast.as('guest')
    await guest.goto(topicPath)
    const sealed = guest.getByRole('article', { name: '官方答复' }).filter({ hasText: paragraph })
    const shown = await sealed.first().innerText()
    expect(shown).toContain(LEAD)
    expect(shown).toContain(JOINT)
    await openMatter(joint, 'answered')
    expect(await words(joint)).toContain(paragraph)

    // What is public is corrected on the same page, and signed again.
    const changed = `${mark}：园里的灯改为亮到晚上十点。`
    await openMatter(drafter, 'answered')
    await drafter.getByRole('button', { name: '更正这份答复' }).click()
    await drafter.getByText('已开始更正，公开的文本暂时不变。').waitFor()
    await answer.fill(`${changed}\n\n${paragraph}`)
    await drafter.getByLabel('更正说明').fill('熄灯时间提前半小时。')
    await picture(drafter, 'joint-correction')
    await drafter.getByRole('button', { name: '保存并送审签' }).click()
    await drafter.getByText('已送审签。').first().waitFor()
    await signer.goto('/desk')
    await signer
      .getByRole('region', { name: '等您审签' })
      .getByRole('link', { name: quote })
      .click()
    await signer.getByRole('button', { name: '签发并公开答复' }).click()
    await signer.getByText('答复已经公开，被回应的居民会收到通知。').waitFor()
    await guest.reload()
    const corrected = guest.getByRole('article', { name: '官方答复' }).filter({ hasText: changed })
    expect(await corrected.first().innerText()).toContain('熄灯时间提前半小时。')
  })
})
