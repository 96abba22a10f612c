import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { approve, openInQueue, openTopic, sendComment } from './support/steps'

// Each role's way through its work, in a real browser, on both databases, with and without script: the
// same assertions hold for all four.

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
})

const OPEN_TOPIC = '口袋公园'

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
    // Begins what is written here, so that each of the four finds its own in the queue.
    const mark = `${kind === 'embedded' ? '内置库' : '独立库'}${javaScriptEnabled ? '有' : '无'}脚本`

    let cast: Cast

    beforeAll(() => {
      cast = new Cast(browser, site.url, { javaScriptEnabled })
    })

    afterAll(async () => {
      await cast?.leave()
    })

    it('a resident signs up, comments, sees the receipt and the waiting comment in its place', async () => {
      const page = await cast.another('guest')
      const topicPath = await openTopic(page, OPEN_TOPIC)
      await page.goto('/sign-up')
      await page.getByLabel('显示名').fill(`新邻居${Math.floor(Math.random() * 1e6)}`)
      const phone = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
      await page.getByLabel('手机号码').fill(phone)
      await page.getByLabel('密码', { exact: true }).fill('Lamp-on-the-river-7')
      await page.getByRole('checkbox', { name: /我已阅读并同意/ }).check()
      await page.getByRole('button', { name: '获取短信验证码' }).click()
      // The demo shows the message that a telephone would get; it is sent by a job.
      let code: string | undefined
      for (let attempt = 0; attempt < 30 && !code; attempt += 1) {
        code = /\b(\d{6})\b/.exec(await page.locator('main').innerText())?.[1]
        if (!code) {
          await page.waitForTimeout(500)
          await page.reload()
        }
      }
      await page.getByLabel('短信验证码').fill(code ?? '')
      await page.getByRole('button', { name: '完成注册' }).click()
      await page.waitForURL((address) => !address.pathname.startsWith('/sign-up'))

      const text = `${mark}：滑梯边上的铺装一下雨就积水，孩子摔过两回，请换成透水的。`
      const receipt = await sendComment(page, topicPath, text, { stance: '支持' })
      await expect(page.locator('main').innerText()).resolves.toContain('等待审核')
      await expect(page.locator('main').innerText()).resolves.toMatch(/先审后发/)
      await expect(page.locator('main').innerText()).resolves.toMatch(/最近 7 天/)
      await page.goto(topicPath)
      expect(await page.getByText(text).count()).toBe(1)

      const guest = await cast.as('guest')
      await guest.goto(topicPath)
      expect(await guest.getByText(text).count()).toBe(0)

      const moderator = await cast.as('moderator')
      await approve(moderator, text)

      await page.goto(receipt)
      await expect(page.locator('main').innerText()).resolves.toContain('审核通过')
      await guest.goto(topicPath)
      expect(await guest.getByText(text).count()).toBe(1)
      await page.context().close()
    })

    it('a moderator rejects with a reason, and the author reads it', async () => {
      const author = await cast.as('resident')
      const topicPath = await openTopic(author, '菜市场')
      const text = `${mark}：专业清洗油烟机，八折优惠，电话预约上门。`
      const receipt = await sendComment(author, topicPath, text, { stance: '中立' })
      const moderator = await cast.as('moderator')
      await openInQueue(moderator, text)
      await moderator.getByText('不通过……').click()
      await moderator.getByRole('radio', { name: '广告' }).check()
      await moderator.getByRole('button', { name: '不通过', exact: true }).click()
      await moderator.getByText('已定为不通过，原因已告诉作者').waitFor()
      await author.goto(receipt)
      const words = await author.locator('main').innerText()
      expect(words).toContain('审核未通过')
      expect(words).toContain('商业推广')
    })

    it('a refused author appeals, and another moderator who did not know the decision overturns it', async () => {
      const resident = await cast.as('resident')
      const moderator = await cast.as('moderator')
      const senior = await cast.as('seniorModerator')
      const topicPath = await openTopic(resident, OPEN_TOPIC)
      const text = `${mark}：这块地到底作什么用，请街道把批文贴出来给大家看。`
      const receipt = await sendComment(resident, topicPath, text)
      await openInQueue(moderator, text)
      await moderator.getByText('不通过……').click()
      await moderator.getByRole('radio', { name: '谣言或未经核实' }).check()
      await moderator.getByRole('button', { name: '不通过', exact: true }).click()
      await moderator.getByText('已定为不通过，原因已告诉作者').waitFor()

      await resident.goto(receipt)
      await resident.getByRole('link', { name: '提出申诉' }).click()
      await resident.getByRole('button', { name: '提交申诉' }).click()
      await resident.getByText('请写下您的理由').first().waitFor()
      await resident.getByLabel('为什么认为应当公开').fill('我是在问，不是在说。')
      await resident.getByRole('button', { name: '提交申诉' }).click()
      await resident.getByText('收到您的申诉').waitFor()

      await senior.goto('/moderation?view=appeal')
      await senior.getByRole('link', { name: mark }).first().click()
      await senior.getByText('我是在问，不是在说。').waitFor()
      const before = await senior.locator('main').innerText()
      expect(before).not.toContain('谣言或未经核实')
      await senior.getByRole('radio', { name: '可以公开' }).check()
      await senior.getByLabel('依据').fill('是提问。')
      await senior.getByRole('button', { name: '记下判断' }).click()
      await senior.getByText('原来的决定（').waitFor()
      expect(await senior.locator('main').innerText()).toContain('谣言或未经核实')
      await senior.getByRole('radio', { name: '改判' }).check()
      await senior.getByLabel('给发言人的说明').fill('您是在提问，应当公开。')
      await senior.getByRole('button', { name: '作出决定' }).click()
      await senior.getByText('改判，发言已公开').first().waitFor()

      await resident.goto(receipt)
      await resident.getByText('您是在提问，应当公开。').first().waitFor()
      await resident.goto(topicPath)
      expect(await resident.getByText(text).count()).toBe(1)
    })

    it('a rejection without a reason comes back with the error beside it', async () => {
      const moderator = await cast.as('seniorModerator')
      await moderator.goto('/moderation')
      await moderator.getByText('不通过……').click()
      await moderator.getByRole('button', { name: '不通过', exact: true }).click()
      await moderator.getByText('请选一个原因').first().waitFor()
    })

    it('a member and an expert speak with their marks', async () => {
      for (const [persona, title] of [
        ['member', '教育界'],
        ['expert', '公共空间设计专家'],
      ] as const) {
        const page = await cast.as(persona)
        const topicPath = await openTopic(page, '菜市场')
        const text = `${mark}${persona}：摊位的进出口要分开，消防车道不能占，早市结束后由专人清洗地面。`
        await sendComment(page, topicPath, text, { stance: '有条件支持' })
        const moderator = await cast.as('moderator')
        await approve(moderator, text)
        const guest = await cast.as('guest')
        await guest.goto(topicPath)
        const item = guest.locator('article, li').filter({ hasText: text }).last()
        expect(await item.innerText()).toContain(title)
      }
    })

    it('a comment that is empty comes back with the words beside the field', async () => {
      const page = await cast.as('resident')
      const topicPath = await openTopic(page, OPEN_TOPIC)
      await page.goto(topicPath)
      await page.getByRole('radio', { name: '反对', exact: true }).check()
      await page.getByRole('button', { name: '提交意见' }).click()
      await page.getByText('请写下您的看法，再提交。').first().waitFor()
      expect(await page.getByRole('radio', { name: '反对', exact: true }).isChecked()).toBe(true)
    })

    it('what was typed survives an expired session', async () => {
      const page = await cast.another('resident')
      const topicPath = await openTopic(page, OPEN_TOPIC)
      await page.goto(topicPath)
      const text = `${mark}：健身器材离卧室太近，早上五点就有人用，能不能挪到东头？`
      await page.getByLabel('您怎么看？住在附近吗？').fill(text)
      await page.context().clearCookies({ name: 'session' })
      await page.getByRole('button', { name: '提交意见' }).click()
      await page.getByText('您写的内容还在').first().waitFor()
      const personas = page.getByText('改用演示身份登录')
      if ((await personas.count()) > 0) await personas.click()
      await page.getByRole('button', { name: '以居民身份进入', exact: true }).click()
      expect(await page.locator('main').innerText()).toContain(text)
      await page.getByRole('button', { name: '继续提交' }).click()
      await page.waitForURL(/\/receipts\/[0-9a-z]{26}/)
      expect(await page.locator('main').innerText()).toContain(text)
      await page.context().close()
    })
  })
})
