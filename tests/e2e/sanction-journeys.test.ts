import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './support/browser'
import { Cast } from './support/cast'
import { startSite, type RunningSite } from './support/site'
import { openInQueue, openTopic, sendComment } from './support/steps'

// The ladder: from refusals to a proposal, a limit, an appeal, and speaking again. Without script.

let browser: Browser
let site: RunningSite
let cast: Cast

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('server')
  const client = new pg.Client({ connectionString: site.databaseUrl })
  await client.connect()
  // Refusals settle at once; and the demo's moderator leads, too, so that a second 审核组长 can be signed in.
  await client.query(
    `INSERT INTO "settings" ("key", "value") VALUES ('moderation', $1)
     ON CONFLICT ("key") DO UPDATE SET "value" = $1`,
    [JSON.stringify({ undoSeconds: 0 })],
  )
  await client.query(
    `INSERT INTO "grants" ("id", "personId", "role", "duty", "grantedAt")
     SELECT 'second-senior', "id", 'moderator', 'senior', now() FROM "people" WHERE "persona" = 'moderator'`,
  )
  await client.end()
  cast = new Cast(browser, site.url, { javaScriptEnabled: false })
})

afterAll(async () => {
  await cast?.leave()
  await site?.stop()
  await browser?.close()
})

const REFUSED = [
  '第一条：桥头摆摊的都是些没皮没脸的人，早该轰走了。',
  '第二条：管事的就是一群饭桶，拿钱不办事，谁信他们。',
  '第三条：在这里替摊贩说话的，不是傻就是坏，没别的。',
]

const said = (page: Page) => page.locator('main').innerText()

async function refuse(moderator: Page, text: string): Promise<void> {
  await openInQueue(moderator, text)
  await moderator.getByText('不通过……').click()
  await moderator.getByRole('radio', { name: '人身攻击' }).check()
  await moderator.getByRole('button', { name: '不通过', exact: true }).click()
  await moderator.getByText('已定为不通过，原因已告诉作者').waitFor()
}

describe('the ladder', () => {
  it('goes from three refusals to a limit, an appeal, and speaking again', async () => {
    const resident = await cast.as('expert')
    const topicPath = await openTopic(resident, '菜市场')
    const moderator = await cast.as('moderator')
    for (const text of REFUSED) {
      await sendComment(resident, topicPath, text)
      await refuse(moderator, text)
    }

    const senior = await cast.as('seniorModerator')
    await senior.goto('/moderation')
    await senior.getByRole('link', { name: /^账号处置（待定/ }).click()
    await senior.getByRole('link', { name: '逄一舟：警示' }).click()
    expect(await said(senior)).toContain('系统根据近期的违规记录建议')
    for (const text of REFUSED) expect(await said(senior)).toContain(text.slice(0, 16))
    await senior.getByRole('radio', { name: '限制功能' }).check()
    await senior.getByLabel('天数').fill('7')
    await senior.getByRole('button', { name: '作出处置' }).click()
    expect(await said(senior)).toContain('请写明理由，本人要看的。')
    await senior.getByLabel('告知本人的理由').fill('三条发言辱骂他人，违反了不得人身攻击的规定。')
    await senior.getByRole('button', { name: '作出处置' }).click()
    expect(await said(senior)).toContain('处置已生效')

    await resident.goto(topicPath)
    expect(await said(resident)).toContain('不能发言，可以继续查看议题的进展')
    expect(await resident.getByRole('button', { name: '提交意见' }).count()).toBe(0)
    await resident.getByRole('link', { name: '看理由和申诉' }).click()
    expect(await said(resident)).toContain('三条发言辱骂他人')
    const notice = resident.url()
    await resident.goto('/me')
    expect(await said(resident)).toContain('您的账号被限制功能')
    await resident.goto(notice)
    await resident.getByLabel('您的理由').fill('说的是管理，话重了，我收回，以后注意。')
    await resident.getByRole('button', { name: '提交申诉' }).click()
    expect(await said(resident)).toContain('收到您的申诉')

    await senior.reload()
    expect(await said(senior)).toContain('申诉由没有参与这次处置的同事办理')
    await moderator.goto('/moderation/sanctions?view=appeals')
    await moderator.getByRole('link', { name: '逄一舟：限制功能' }).click()
    await moderator.getByRole('radio', { name: '解除处置，立即生效' }).check()
    await moderator.getByLabel('给本人的说明').fill('已认识到不妥，提醒后解除。')
    await moderator.getByRole('button', { name: '办结申诉' }).click()
    expect(await said(moderator)).toContain('申诉已办结')

    await resident.goto(notice)
    expect(await said(resident)).toContain('处置已解除')
    expect(await said(resident)).toContain('已认识到不妥')
    await sendComment(resident, topicPath, '疏堵结合：早市划出四十个摊位，九点收摊。')
  })

  it('is proposed by a moderator from the queue, and decided by the next who may', async () => {
    const author = await cast.as('member')
    const topicPath = await openTopic(author, '菜市场')
    const text = '买菜找我，我家摊位全场最便宜，送货上门。'
    await sendComment(author, topicPath, text)
    const moderator = await cast.as('moderator')
    await openInQueue(moderator, text)
    await moderator.getByRole('link', { name: '提出账号处置' }).click()
    await moderator.getByRole('radio', { name: '关闭账号' }).check()
    await moderator.getByLabel('提出的理由').fill('反复发布广告。')
    await moderator.getByRole('button', { name: '提出建议' }).click()
    expect(await said(moderator)).toContain('建议已提出')
    const admin = await cast.as('admin')
    await admin.goto('/moderation/sanctions')
    await admin.getByRole('link', { name: '冼若兰：关闭账号' }).click()
    await admin.getByText('不予处置', { exact: true }).first().click()
    await admin.getByLabel('不予处置的理由').fill('只此一条，退回修改即可。')
    await admin.getByRole('button', { name: '不予处置' }).click()
    expect(await said(admin)).toContain('已记为不予处置')
    await author.goto('/me')
    expect(await said(author)).not.toContain('您的账号')
  })
})
