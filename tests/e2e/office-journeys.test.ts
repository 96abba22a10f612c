import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPictures, startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, openInQueue, openTopic, sendComment } from './support/steps'

// The ways through the work of departments, studios and administration, in a real browser, on both
// databases, with and without script: the same assertions hold for all four.

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
})

const DEPARTMENT = '望川区城市管理委员会'
const DEPARTMENT_SHORT = '区城市管理委'
const ID = '[0-9a-z]{26}'

/** The words of the page's main part. */
function words(page: Page): Promise<string> {
  return page.getByRole('main').innerText()
}

describe.each(['embedded', 'server'] as const)('on the %s database', (kind) => {
  let site: RunningSite

  beforeAll(async () => {
    site = await startSite(kind)
  })

  afterAll(async () => {
    await site?.stop()
  })

  describe.each([
    ['with script', true],
    ['without script', false],
  ] as const)('%s', (_mode, javaScriptEnabled) => {
    // Begins what is written here, so that each of the four finds its own in the lists.
    const mark = `${kind === 'embedded' ? '内置库' : '独立库'}${javaScriptEnabled ? '有' : '无'}脚本`
    let cast: Cast

    beforeAll(() => {
      cast = new Cast(browser, site.url, { javaScriptEnabled })
    })

    afterAll(async () => {
      await cast?.leave()
    })

    /** Keeps the page as it is, wide and on a telephone, once a run; it never scrolls sideways. */
    async function picture(page: Page, name: string): Promise<void> {
      if (kind !== 'embedded' || javaScriptEnabled) return
      await keepPictures(page, name)
    }

    it('a department answers what it was asked, and who drafted does not sign', async () => {
      const text = `${mark}：健身步道的路灯坏了两盏，晚上看不清台阶，请问什么时候能修？`
      const answer = `${mark}答复：两盏路灯已经报修，七月底以前换好，由市容环境科现场验收。`
      const resident = await cast.as('resident')
      const topicPath = await openTopic(resident, '口袋公园')
      const receipt = await sendComment(resident, topicPath, text, { kind: '求助' })
      await approve(await cast.as('moderator'), text)

      const assigner = await cast.as('assigningOfficial')
      await assigner.goto('/desk?view=unassigned')
      await picture(assigner, 'desk-unassigned')
      await assigner
        .getByRole('link', { name: new RegExp(`^交办.*${text.slice(0, 24)}`) })
        .first()
        .click()
      await assigner.getByLabel('主办单位').selectOption({ label: DEPARTMENT })
      await assigner.getByLabel('交办要求').fill('请答复修好的时间。')
      await picture(assigner, 'desk-assign')
      await assigner.getByRole('button', { name: '交办', exact: true }).click()
      await assigner.getByText('已经交办，承办单位会在工作台看到。').waitFor()

      const drafter = await cast.as('draftingOfficial')
      await drafter.goto('/desk?view=unacknowledged')
      await drafter.getByRole('link', { name: text.slice(0, 24) }).click()
      await drafter.getByRole('button', { name: '签收', exact: true }).click()
      await drafter.getByText('已签收，现在可以起草答复。').waitFor()
      expect(await words(drafter)).toContain('请答复修好的时间。')
      // Without a result the draft comes back, with the error and with the words.
      await drafter.getByLabel('答复正文').fill(answer)
      await drafter.getByRole('button', { name: '保存并送审签' }).click()
      await drafter.getByText('请选择办理结果。').first().waitFor()
      expect(await drafter.getByLabel('答复正文').inputValue()).toBe(answer)
      await drafter.getByRole('radio', { name: /^B 正在解决/ }).check()
      await picture(drafter, 'desk-draft')
      const csrf = await drafter.locator('main input[name="csrf"]').first().inputValue()
      await drafter.getByRole('button', { name: '保存并送审签' }).click()
      await drafter.getByText('已送审签。').first().waitFor()
      expect(await drafter.getByRole('button', { name: '签发并公开答复' }).count()).toBe(0)
      await drafter.getByText('已送审签，等待审签人签发').waitFor()

      const signer = await cast.as('signingOfficial')
      await signer.goto('/desk')
      await signer
        .getByRole('link', { name: text.slice(0, 24) })
        .first()
        .click()
      const sign = signer.getByRole('button', { name: '签发并公开答复' })
      await sign.waitFor()
      await picture(signer, 'desk-sign-off')
      // The signer's form, sent by who drafted.
      const form = signer.locator('form').filter({ has: sign })
      const hidden = (name: string) => form.locator(`input[name="${name}"]`).inputValue()
      const refused = await drafter.request.post(drafter.url(), {
        form: {
          csrf,
          intent: 'signOff',
          outcome: 'approve',
          responseId: await hidden('responseId'),
          version: await hidden('version'),
        },
        headers: { Origin: site.url },
      })
      expect(refused.status()).toBe(403)
      await sign.click()
      await signer.getByText('答复已经公开，被回应的居民会收到通知。').waitFor()

      const guest = await cast.as('guest')
      await guest.goto(topicPath)
      const sealed = guest.getByRole('article', { name: '官方答复' }).filter({ hasText: answer })
      expect(await sealed.innerText()).toContain(DEPARTMENT)
      expect(await sealed.innerText()).toContain('B 类 · 正在解决')
      await picture(guest, 'topic-answered')

      await resident.goto(receipt)
      await resident.getByRole('link', { name: '在议题里查看' }).click()
      const own = resident.locator('article').filter({ hasText: text }).last()
      await own.getByRole('link', { name: `${DEPARTMENT_SHORT}已答复` }).click()
      await resident.waitForURL(/#r-/)
      const place = resident.locator(`[id="${new URL(resident.url()).hash.slice(1)}"]`)
      expect(await place.innerText()).toContain(answer)
    })

    it('a convener takes a topic from its question to its outcome', async () => {
      const title = `${mark}：楼道里的旧家具堆着没人管，怎么清、清到哪里去？`
      const convener = await cast.as('convener')
      await convener.goto('/studio')
      await picture(convener, 'studio-desk')
      await convener.getByRole('link', { name: '提出议题' }).first().click()
      await convener.getByLabel('工作室').selectOption({ index: 1 })
      await convener.getByLabel('议题名称').fill(title)
      await convener.getByLabel('一句话说明').fill('旧家具谁来清，费用怎么分？想听住户的意见。')
      // Without a category it comes back, with the words.
      await convener.getByRole('button', { name: '公开议题，开始征集' }).click()
      await convener.getByText('请选择类别。').first().waitFor()
      expect(await convener.getByLabel('议题名称').inputValue()).toBe(title)
      await convener.getByLabel('类别').selectOption({ label: '住房与物业' })
      await picture(convener, 'studio-new-topic')
      await convener.getByRole('button', { name: '公开议题，开始征集' }).click()
      await convener.getByText(/议题已经公开，编号/).waitFor()
      const deskPath = new URL(convener.url()).pathname
      const topicPath = deskPath.replace('/studio', '')

      // What is missing is said, and nothing can be pressed until it is there.
      expect(await words(convener)).toContain('还没有填写议题背景')
      const deliberate = convener.getByRole('button', { name: '进入“协商中”' })
      expect(await deliberate.count()).toBe(0)
      await convener
        .getByLabel('背景材料')
        .fill('## 现状\n\n三个单元的楼道堆着旧家具，消防通道变窄。')
      await convener.getByRole('button', { name: '保存修改' }).click()
      await convener.getByText('修改已经保存。').waitFor()
      await deliberate.click()
      await convener.getByText('议题已进入“协商中”。').waitFor()

      const [one, other] = [
        `${mark}甲：每季度约一次大件清运，物业提前贴通知，住户自己搬到楼下。`,
        `${mark}乙：搬不动的老人家怎么办？要有人帮忙搬，费用不能全让住户出。`,
      ]
      await sendComment(await cast.as('resident'), topicPath, one, { stance: '支持' })
      await sendComment(await cast.as('expert'), topicPath, other, { stance: '有条件支持' })
      await approve(await cast.as('moderator'), one)
      await approve(await cast.as('moderator'), other)

      await convener.goto(deskPath)
      await convener.getByRole('button', { name: '进入“形成成果”' }).click()
      await convener.getByText('议题已进入“形成成果”。').waitFor()
      expect(await words(convener)).toContain('还没有公开发布的协商成果。')
      expect(await convener.getByRole('button', { name: '进入“办理中”' }).count()).toBe(0)
      await picture(convener, 'studio-topic')

      await convener.getByRole('link', { name: '撰写协商成果' }).click()
      await convener.getByRole('radio', { name: '部分达成共识' }).check()
      await convener.getByLabel('引言').fill('征集和协商各一周，住户与专家谈了清运和费用。')
      const points = [
        { kind: '共识', text: '大件垃圾每季度集中清运一次，物业提前张贴通知。', cites: one },
        { kind: '保留意见', text: '搬运费用由谁承担，没有谈拢，如实记录。', cites: other },
      ]
      for (const [index, point] of points.entries()) {
        await convener.getByRole('button', { name: '加一条要点' }).click()
        const place = convener.getByRole('group', { name: `第 ${index + 1} 条`, exact: true })
        await place.getByRole('radio', { name: point.kind, exact: true }).check()
        await place.getByLabel('内容').fill(point.text)
        await place.getByRole('button', { name: '挑选引用的意见' }).click()
        const offered = convener
          .getByRole('main')
          .getByRole('checkbox', { name: index === 0 ? '许姨爱唱歌' : '逄一舟' })
        await offered.check()
        if (index === 0) await picture(convener, 'summary-picker')
        await convener.getByRole('button', { name: '保存，返回要点' }).click()
        await convener.getByText('引用的意见已经保存。').waitFor()
      }
      expect(await words(convener)).toContain('都齐了，可以发布。')
      await picture(convener, 'summary-editor')
      await convener.getByRole('button', { name: '保存并发布' }).click()
      await convener.getByText('协商成果已经发布，被引用的作者会收到通知。').waitFor()

      const guest = await cast.as('guest')
      await guest.goto(`${topicPath}/summary`)
      const outcome = await words(guest)
      expect(outcome).toContain('部分达成共识')
      for (const point of points) {
        expect(outcome).toContain(point.text)
        expect(outcome).toContain(point.cites)
      }
      await picture(guest, 'topic-summary')
      await guest.goto(topicPath)
      expect(await guest.getByRole('main').textContent()).toContain('发布协商成果：部分达成共识')
      const cited = guest.locator('article').filter({ hasText: one }).last()
      expect(await cited.innerText()).toContain('写入成果第 1 条')

      await convener.getByRole('button', { name: '进入“办理中”' }).click()
      await convener.getByText('议题已进入“办理中”。').waitFor()
    })

    it('an administrator enters and grants, and the auditor reads it and changes nothing', async () => {
      const admin = await cast.as('admin')
      await admin.goto('/admin/categories?edit=new')
      await admin.getByLabel('名称').fill(`${mark}类`)
      await admin.getByRole('button', { name: '保存', exact: true }).click()
      await admin.getByText('已保存。').waitFor()
      expect(await words(admin)).toContain(`${mark}类`)
      await picture(admin, 'admin-categories')

      await admin.goto('/admin/departments/new')
      await admin.getByLabel('名称').fill(`望川区${mark}管理处`)
      await admin.getByLabel('简称').fill(`${mark}处`)
      await admin.getByRole('button', { name: '保存', exact: true }).click()
      await admin.getByText('已保存。').waitFor()
      await admin.goto('/admin/departments')
      expect(await words(admin)).toContain(`望川区${mark}管理处`)
      await picture(admin, 'admin-departments')

      const name = `${mark}新同事`
      await admin.goto('/admin/people/new')
      await admin.getByLabel('显示名').fill(name)
      await admin
        .getByLabel('手机号')
        .fill(`137${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`)
      await admin.getByRole('radio', { name: '经办人' }).check()
      await admin.getByRole('button', { name: '发出邀请' }).click()
      await admin.getByText('经办人和审签人须写明所属部门，请选择。').first().waitFor()
      await admin.getByLabel('所属部门').selectOption({ label: `望川区${mark}管理处` })
      await admin.getByRole('button', { name: '发出邀请' }).click()
      await admin.getByText('邀请已发出').first().waitFor()
      expect(await words(admin)).toMatch(/\/welcome\/\S+/)
      await admin.getByRole('link', { name: `查看${name}的页面` }).click()
      await admin.locator('#grant summary').click()
      await admin.getByRole('radio', { name: '审核员' }).check()
      await admin.getByRole('button', { name: '授予身份' }).click()
      await admin.getByText('已授予，下一次打开页面时生效。').waitFor()
      await picture(admin, 'admin-person')
      const person = new RegExp(`/admin/people/(${ID})`).exec(admin.url())?.[1] ?? ''

      const auditor = await cast.as('auditor')
      await auditor.goto('/audit')
      await picture(auditor, 'audit')
      const granted = auditor.getByRole('listitem').filter({ hasText: '授予身份' }).first()
      expect(await granted.innerText()).toContain('卓立')
      expect(await granted.textContent()).toContain(name)
      // Forms in the page only look; what changes anything is refused, however it is asked for.
      const methods = await auditor.evaluate(
        "[...document.querySelectorAll('main form')].map((form) => form.method)",
      )
      expect(methods).toEqual(['get'])
      const refused = await auditor.goto(`/admin/people/${person}`)
      expect(refused?.status()).toBe(403)
    })

    it('two moderators on one item: the second learns who decided what, and keeps the words', async () => {
      const text = `${mark}丙：菜市场北门的台阶太陡，推婴儿车和轮椅上不去，请加一段坡道。`
      const resident = await cast.as('resident')
      const topicPath = await openTopic(resident, '菜市场')
      await sendComment(resident, topicPath, text, { stance: '支持' })
      const [first, second] = [await cast.as('moderator'), await cast.as('seniorModerator')]
      await openInQueue(first, text)
      const item = new URL(first.url()).searchParams.get('item') ?? ''
      await second.goto(`/moderation?item=${item}`)
      await second.getByText('左晴正在看这条').waitFor()
      await second.getByRole('button', { name: '由我来审' }).click()
      await second.getByText('退回修改……').click()
      const typed = `${mark}请写明是哪一个门。`
      await second.getByLabel('请作者改什么').fill(typed)
      await first.reload()
      await first.getByRole('button', { name: '由我来审' }).click()
      await first.getByText('不通过……').click()
      await first.getByRole('radio', { name: '与议题无关' }).check()
      await first.locator('#decide-reject').getByRole('button').click()
      await first.getByText('已定为不通过').first().waitFor()
      await second.getByRole('button', { name: '退回修改', exact: true }).click()
      await second.getByText('您的这次决定没有保存').waitFor()
      expect(await words(second)).toMatch(/左晴在 .+ 已决定：不通过。/)
      expect(await words(second)).toContain(
        '理由：与议题无关。作者读到的是：“您说的情况与本议题关系不大',
      )
      expect(await second.getByLabel('您刚才写的文字').inputValue()).toContain(typed)
      await picture(second, 'moderation-conflict')
      const guest = await cast.as('guest')
      await guest.goto(topicPath)
      expect(await guest.getByText(text).count()).toBe(0)
    })

    it('a withdrawn comment says so at its place', async () => {
      const text = `${mark}丁：社区医院晚上也能开药的话，慢性病老人就不用跑远路了。`
      const resident = await cast.as('resident')
      const topicPath = await openTopic(resident, '夜间')
      const receipt = await sendComment(resident, topicPath, text, { stance: '支持' })
      const id = receipt.split('/').at(-1) ?? ''
      await approve(await cast.as('moderator'), text)
      const guest = await cast.as('guest')
      await guest.goto(`${topicPath}?at=${id}`)
      expect(await guest.locator(`[id="c-${id}"]`).innerText()).toContain(text)
      await resident.goto(receipt)
      await resident.getByRole('link', { name: '撤回发言' }).click()
      await resident.getByRole('button', { name: '确认撤回' }).click()
      await resident.getByText('您已撤回这条发言').first().waitFor()
      await guest.goto(`${topicPath}?at=${id}`)
      expect(await guest.locator(`[id="c-${id}"]`).innerText()).toBe('这条意见已由本人撤回。')
      expect(await words(guest)).not.toContain(text)
    })

    it('an unknown topic is not found, and says so', async () => {
      const guest = await cast.as('guest')
      for (const id of ['01jzzzzzzzzzzzzzzzzzzzzzzz', 'nothing']) {
        const answer = await guest.goto(`/topics/${id}`)
        expect(answer?.status()).toBe(404)
        expect(await words(guest)).toContain('没有找到这个页面')
      }
      await picture(guest, 'not-found')
    })
  })
})
