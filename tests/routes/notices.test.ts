import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { persona as names } from '~/i18n/zh-hans/persona'
import { paths } from '~/paths'
import { signValue } from '~/server/auth/signed-value.server'
import { makeActor, makeTopic } from '#tests/factories/make'
import { PlainReader } from '#tests/setup/plain-reader'
import { serveSite } from '#tests/setup/rendered-site'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ DEMO: true })
const db = () => site.container.database.prisma
let served: Awaited<ReturnType<typeof serveSite>>

beforeAll(async () => {
  served = await serveSite(site)
  await makeActor(db(), [{ role: 'resident' }], { persona: 'resident' })
  await makeActor(db(), [{ role: 'admin' }], { persona: 'admin' })
})

afterAll(() => served?.close())

async function signedIn(persona: 'resident' | 'admin'): Promise<PlainReader> {
  const reader = new PlainReader(served.url)
  const page = await reader.get('/sign-in')
  await reader.submit(page, `以${names[`persona.${persona}.name`]}身份进入`)
  return reader
}

describe('the pages about notices', () => {
  it('follow a topic, keep an address and show what is followed', async () => {
    const topic = await makeTopic(db())
    const reader = await signedIn('resident')
    const page = await reader.get(paths.topic(topic.id))
    const after = await reader.submit(page, '关注这个议题')
    expect(after.path).toBe(paths.topic(topic.id))
    expect(after.text).toContain('取消关注')
    const settings = await reader.get('/me/notices/settings')
    expect(settings.text).toContain(topic.title)
    const wrong = await reader.submit(settings, '发送确认邮件', { address: 'no address' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('邮箱地址不完整')
    const asked = await reader.submit(wrong, '发送确认邮件', { address: 'me@example.com' })
    expect(asked.text).toContain('me@example.com')
    const list = await reader.get('/me/notices')
    expect(list.text).toContain('还没有消息')
    expect(list.html).toContain('aria-label="消息"')
  })

  it('end all mails by one POST of a mail program, which has no session', async () => {
    const person = await makeActor(db())
    await db().mailbox.create({
      data: { personId: person.personId, address: 'a@example.com', confirmedAt: site.now },
    })
    const path = paths.unsubscribe(signValue(site.container.keys.mail, person.personId))
    const guest = new PlainReader(served.url)
    expect((await guest.get(path)).text).toContain('确认不再接收')
    const mailbox = () => db().mailbox.findUniqueOrThrow({ where: { personId: person.personId } })
    expect((await mailbox()).frequency).toBe('atOnce')
    const done = await guest.post(path, [['List-Unsubscribe', 'One-Click']])
    expect(done.status).toBe(200)
    expect((await mailbox()).frequency).toBe('none')
    expect((await guest.get(`${path}x`)).status).toBe(404)
  })

  it('show an administrator what failed, and what the demo has sent', async () => {
    const reader = await signedIn('admin')
    expect((await reader.get('/admin/jobs')).text).toContain('没有失败的任务')
    expect((await reader.get('/admin/outbox')).text).toContain('还没有发过邮件')
    expect((await reader.get('/admin')).status).toBe(200)
  })
})
