import { simpleParser, type ParsedMail } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { announce } from '~/commands/announce.server'
import { claimDispatches, LEASE_MS } from '~/commands/claim-dispatches.server'
import { confirmAddress } from '~/commands/confirm-address.server'
import { fanOutNotice } from '~/commands/fan-out-notice.server'
import { follow } from '~/commands/follow.server'
import { requestAddress } from '~/commands/request-address.server'
import { setMailFrequency, unsubscribe } from '~/commands/set-mail-frequency.server'
import type { MailFrequency } from '~/domain/notice/frequency'
import type { Actor } from '~/domain/person/actor'
import type { Language } from '~/i18n/languages'
import { sendMails } from '~/jobs/send-mails.server'
import { getMailbox } from '~/queries/get-mailbox.server'
import { createMailer, type Mailer } from '~/server/mail/mailer.server'
import { readUnsubscribeToken } from '~/server/mail/mail-links.server'
import { transact } from '~/server/transact.server'
import { makeActor, makeTopic, next } from '#tests/factories/make'
import { openMailServer, type MailServer } from '#tests/setup/mail-server'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ PUBLIC_URL: 'https://lianxin.example.gov.cn' })
const db = () => site.container.database.prisma
const HOUR_MS = 3_600_000

let server: MailServer
let mailer: Mailer
/** How many of the mails that the server took in belong to tests before. */
let earlier = 0

const received = (): Promise<ParsedMail[]> =>
  Promise.all(server.received.slice(earlier).map(({ source }) => simpleParser(source)))

beforeAll(async () => {
  server = await openMailServer()
  mailer = createMailer(server.url, site.env)
  await db().setting.create({ data: { key: 'notices', value: { burstSeconds: 0, mostADay: 3 } } })
})

afterAll(async () => {
  mailer.close()
  await server.close()
})

beforeEach(() => {
  earlier = server.received.length
  site.now = TEST_NOW
})

/** Somebody who follows a topic and has a confirmed address. */
async function reader(
  topicId: string,
  given: { frequency?: MailFrequency; language?: Language } = {},
) {
  const actor = await makeActor(db(), [], { language: given.language ?? 'zh-Hans' })
  const address = `reader${next()}@example.com`
  await db().mailbox.create({
    data: {
      personId: actor.personId,
      address,
      confirmedAt: site.now,
      frequency: given.frequency ?? 'atOnce',
    },
  })
  await follow(site.scope(actor), { kind: 'topic', id: topicId }, true)
  return { actor, address }
}

let told = 0

async function tell(topicId: string): Promise<void> {
  told += 1
  const key = `mail-test:${told}`
  await transact(site.scope(), (tx) =>
    announce(tx, {
      key,
      fact: { kind: 'stageMoved', data: { to: 'handling' } },
      topicId,
      actorId: null,
    }),
  )
  const notice = await db().notice.findUniqueOrThrow({ where: { key } })
  await fanOutNotice(site.scope(), notice.id)
}

const send = () => sendMails(site.container, mailer)
const to = (mail: ParsedMail) =>
  (Array.isArray(mail.to) ? mail.to : [mail.to]).map((each) => each?.text).join()

describe('a mail', () => {
  it('comes in the reader’s language, as text and as HTML, with one click to end it', async () => {
    const topic = await makeTopic(db(), { title: '电梯 <怎么> 装？' })
    const readers = {
      'zh-Hans': await reader(topic.id, { language: 'zh-Hans' }),
      'zh-Hant': await reader(topic.id, { language: 'zh-Hant' }),
      en: await reader(topic.id, { language: 'en' }),
    }
    await tell(topic.id)
    expect(await send()).toBe(3)
    const words = { 'zh-Hans': '办理中', 'zh-Hant': '辦理中', en: 'In hand' }
    for (const [language, { address, actor }] of Object.entries(readers)) {
      const mail = (await received()).find((each) => to(each) === address)
      const dispatch = await db().dispatch.findFirstOrThrow({ where: { personId: actor.personId } })
      expect(mail?.subject).toContain(words[language as Language])
      expect(mail?.text).toContain('电梯 <怎么> 装？')
      expect(mail?.html).toContain('电梯 &lt;怎么&gt; 装？')
      expect(mail?.text).toContain(`https://lianxin.example.gov.cn/topics/${topic.id}`)
      expect(mail?.headers.get('content-language')).toBe(language)
      expect(mail?.messageId).toBe(`<${dispatch.id}@lianxin.example.gov.cn>`)
      const list = mail?.headerLines.map(({ line }) => line) ?? []
      expect(list).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
      const link = /List-Unsubscribe: <([^>]+)>/.exec(
        list.join('\n').replaceAll(/\r?\n\s+/g, ' '),
      )?.[1]
      const token = link?.split('/unsubscribe/')[1] ?? ''
      expect(readUnsubscribeToken(site.container.keys, token)).toBe(actor.personId)
      expect(mail?.text).toContain(link)
    }
  })

  it('is sent once, however often and by however many it is tried', async () => {
    const topic = await makeTopic(db())
    await reader(topic.id)
    await tell(topic.id)
    await Promise.all([send(), send(), send()])
    await send()
    expect(await received()).toHaveLength(1)
  })

  it('that joins a burst names how many', async () => {
    const topic = await makeTopic(db())
    await reader(topic.id)
    await tell(topic.id)
    await tell(topic.id)
    await send()
    expect((await received()).map(({ subject }) => subject)).toEqual(['【连心桥】2 条新消息'])
  })

  it('waits for others within the window of a burst', async () => {
    await db().setting.update({
      where: { key: 'notices' },
      data: { value: { burstSeconds: 300, mostADay: 3 } },
    })
    const topic = await makeTopic(db())
    await reader(topic.id)
    await tell(topic.id)
    await send()
    site.advance(200_000)
    await tell(topic.id)
    await send()
    expect(await received()).toEqual([])
    site.advance(100_000)
    await send()
    expect((await received()).map(({ subject }) => subject)).toEqual(['【连心桥】2 条新消息'])
    site.advance(HOUR_MS)
    await send()
    expect(await received()).toHaveLength(1)
    await db().setting.update({
      where: { key: 'notices' },
      data: { value: { burstSeconds: 0, mostADay: 3 } },
    })
  })

  it('is no more than the set number a day: the rest comes in a digest the next morning', async () => {
    const topic = await makeTopic(db())
    await reader(topic.id)
    for (let n = 0; n < 6; n += 1) {
      await tell(topic.id)
      await send()
      site.advance(60_000)
    }
    // Two at once; the third of the day is kept for a digest.
    expect(await received()).toHaveLength(2)
    site.now = new Date('2026-11-24T00:00:01Z')
    await send()
    await send()
    expect((await received()).map(({ subject }) => subject).at(-1)).toBe(
      '【连心桥】近期消息汇总，共 4 条',
    )
    expect(await received()).toHaveLength(3)
  })
})

describe('a digest', () => {
  it('goes out at its hour, once, with everything since the last', async () => {
    const topic = await makeTopic(db())
    await reader(topic.id, { frequency: 'daily' })
    const weekly = await reader(topic.id, { frequency: 'weekly' })
    await tell(topic.id)
    site.advance(2 * HOUR_MS)
    await tell(topic.id)
    await send()
    expect(await received()).toEqual([])
    site.now = new Date('2026-11-24T00:00:00Z')
    await Promise.all([send(), send()])
    await send()
    expect((await received()).map(({ subject }) => subject)).toEqual([
      '【连心桥】近期消息汇总，共 2 条',
    ])
    site.now = new Date('2026-11-30T00:00:00Z')
    await send()
    expect((await received()).map(to)).toHaveLength(2)
    expect(server.received.at(-1)?.to).toBe(weekly.address)
  })

  it('that failed is sent again, the same one, and never doubled', async () => {
    const topic = await makeTopic(db())
    const { actor } = await reader(topic.id, { frequency: 'daily' })
    await tell(topic.id)
    site.now = new Date('2026-11-24T00:00:00Z')
    server.refusals.push({ message: 'busy', responseCode: 451 })
    await send()
    expect(await received()).toEqual([])
    const dispatch = await db().dispatch.findFirstOrThrow({ where: { personId: actor.personId } })
    expect(dispatch).toMatchObject({ key: 'digest:2026-11-24', attempts: 1, sentAt: null })
    expect(dispatch.error).toBe('EENVELOPE 451')
    await send()
    expect(await received()).toEqual([])
    site.advance(61_000)
    await send()
    await send()
    expect((await received()).map(({ messageId }) => messageId)).toEqual([
      `<${dispatch.id}@lianxin.example.gov.cn>`,
    ])
    // News of the same day, after the digest was made, wait for the next one.
    await db().delivery.updateMany({
      where: { personId: actor.personId, channel: 'email' },
      data: { state: 'waiting', dispatchId: null, sentAt: null },
    })
    await send()
    expect(await received()).toHaveLength(1)
    expect(await db().dispatch.count({ where: { personId: actor.personId } })).toBe(1)
  })
})

describe('a worker', () => {
  it('that died gives back what it took up after a minute', async () => {
    const topic = await makeTopic(db())
    await reader(topic.id)
    await tell(topic.id)
    // Gathers, and takes up what nobody sends.
    const dead: Mailer = { send: () => new Promise(() => {}), close: () => {} }
    void sendMails(site.container, dead)
    await expect.poll(() => db().dispatch.count({ where: { sentAt: null, attempts: 1 } })).toBe(1)
    expect(await claimDispatches(site.container, 'email', 10)).toEqual([])
    expect(await send()).toBe(0)
    site.advance(LEASE_MS)
    expect(await send()).toBe(1)
  })

  it('gives up an address that the server refuses, and one that fails too often', async () => {
    const topic = await makeTopic(db())
    const { actor } = await reader(topic.id)
    await tell(topic.id)
    server.refusals.push({ message: 'no such user', responseCode: 550 })
    await send()
    site.advance(24 * HOUR_MS)
    await send()
    expect(await received()).toEqual([])
    const dispatch = await db().dispatch.findFirstOrThrow({ where: { personId: actor.personId } })
    expect(dispatch).toMatchObject({ attempts: 1, error: 'EENVELOPE 550' })
    expect(dispatch.failedAt).not.toBeNull()
  })
})

describe('an address', () => {
  it('is used once the link that was sent there is opened', async () => {
    const actor = await makeActor(db())
    const scope = () => site.scope(actor)
    await requestAddress(scope(), 'new@example.com')
    expect(await getMailbox(scope())).toMatchObject({
      address: null,
      pendingAddress: 'new@example.com',
    })
    await send()
    expect(await received()).toHaveLength(1)
    expect((await received())[0]?.headers.has('list-unsubscribe')).toBe(false)
    const token =
      /\/me\/notices\/address\/([\w-]+)/.exec((await received())[0]?.text ?? '')?.[1] ?? ''
    const other: Actor = await makeActor(db())
    for (const [who, words] of [
      [other, token],
      [actor, 'invented'],
    ] as const) {
      await expect(confirmAddress(site.scope(who), words)).rejects.toMatchObject({
        code: 'notFound',
      })
    }
    await confirmAddress(scope(), token)
    expect(await getMailbox(scope())).toMatchObject({
      address: 'new@example.com',
      pendingAddress: null,
    })
    await expect(confirmAddress(scope(), token)).rejects.toMatchObject({ code: 'notFound' })
    // A link that is too old confirms nothing.
    await requestAddress(scope(), 'newer@example.com')
    await send()
    const late =
      /\/me\/notices\/address\/([\w-]+)/.exec((await received())[1]?.text ?? '')?.[1] ?? ''
    site.advance(25 * HOUR_MS)
    await expect(confirmAddress(scope(), late)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is written to again once somebody who had enough confirms another address', async () => {
    const topic = await makeTopic(db())
    const { actor } = await reader(topic.id)
    const scope = () => site.scope(actor)
    await unsubscribe(scope(), actor.personId)
    await requestAddress(scope(), 'again@example.com')
    await send()
    const token =
      /\/me\/notices\/address\/([\w-]+)/.exec((await received())[0]?.text ?? '')?.[1] ?? ''
    await confirmAddress(scope(), token)
    await tell(topic.id)
    await send()
    expect((await received()).map(to)).toEqual(['again@example.com', 'again@example.com'])
  })

  it('gets nothing more, not even what waits, once its owner has had enough', async () => {
    const topic = await makeTopic(db())
    const { actor } = await reader(topic.id)
    const { actor: second } = await reader(topic.id, { frequency: 'daily' })
    await tell(topic.id)
    await unsubscribe(site.scope(), actor.personId)
    await unsubscribe(site.scope(), actor.personId)
    await setMailFrequency(site.scope(second), 'atOnce')
    await tell(topic.id)
    await send()
    expect((await received()).map(to)).toHaveLength(1)
    expect(
      await db().delivery.count({
        where: { personId: actor.personId, channel: 'email', state: 'sent' },
      }),
    ).toBe(0)
  })
})
