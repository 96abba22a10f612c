import { createECDH, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { announce } from '~/commands/announce.server'
import { forgetBrowsers, registerBrowser } from '~/commands/register-browser.server'
import { sendPushes } from '~/jobs/send-pushes.server'
import { transact } from '~/server/transact.server'
import { makeActor, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let service: Server
let address = ''
let answer = 201
let posts: Array<{ path: string; headers: Record<string, unknown>; bytes: number }> = []

beforeAll(async () => {
  service = createServer((request, response) => {
    let bytes = 0
    request.on('data', (chunk: Buffer) => (bytes += chunk.length))
    request.on('end', () => {
      posts.push({ path: request.url ?? '', headers: request.headers, bytes })
      response.writeHead(answer, { connection: 'close' }).end()
    })
  })
  await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
})

afterAll(() => {
  service.closeAllConnections()
  service.close()
})

beforeEach(() => {
  posts = []
  answer = 201
})

function browserKeys() {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return {
    p256dh: pair.getPublicKey().toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
}

/** Somebody with browsers at the local service: written past the command, which knows real services only. */
async function withBrowsers(...paths: string[]) {
  const actor = await makeActor(db())
  for (const path of paths) {
    const id = randomBytes(32).toString('hex')
    await db().pushSubscription.create({
      data: {
        id,
        personId: actor.personId,
        endpoint: `${address}/${path}`,
        createdAt: site.now,
        ...browserKeys(),
      },
    })
  }
  return actor
}

async function tell(personId: string, key: string) {
  const topic = await makeTopic(db())
  await transact(site.scope(), (tx) =>
    announce(tx, {
      key,
      fact: { kind: 'stageMoved', data: { to: 'handling' } },
      topicId: topic.id,
      actorId: null,
      own: [personId],
    }),
  )
}

describe('a browser message', () => {
  it('goes sealed and signed to each of a person’s browsers, once', async () => {
    const actor = await withBrowsers('one', 'two')
    await tell(actor.personId, 'push-1')
    expect(await sendPushes(site.container)).toBe(1)
    expect(await sendPushes(site.container)).toBe(0)
    expect(posts.map(({ path }) => path).sort()).toEqual(['/one', '/two'])
    for (const { headers, bytes } of posts) {
      expect(headers['content-encoding']).toBe('aes128gcm')
      expect(headers['authorization']).toContain(`k=${site.container.push.publicKey}`)
      expect(headers['ttl']).toBe('86400')
      expect(bytes).toBeGreaterThan(100)
    }
  })

  it('finds out that a browser has ended it, and forgets that one', async () => {
    const actor = await withBrowsers('ended')
    await tell(actor.personId, 'push-2')
    answer = 410
    expect(await sendPushes(site.container)).toBe(0)
    expect(await db().pushSubscription.count({ where: { personId: actor.personId } })).toBe(0)
    await tell(actor.personId, 'push-3')
    answer = 201
    expect(await sendPushes(site.container)).toBe(0)
    expect(posts).toHaveLength(1)
  })

  it('that the service does not take is tried again later', async () => {
    const actor = await withBrowsers('busy')
    await tell(actor.personId, 'push-4')
    answer = 503
    expect(await sendPushes(site.container)).toBe(0)
    const dispatch = await db().dispatch.findFirstOrThrow({ where: { personId: actor.personId } })
    expect(dispatch.error).toBe('HTTP 503')
    answer = 201
    site.advance(61_000)
    expect(await sendPushes(site.container)).toBe(1)
  })
})

describe('a browser', () => {
  it('is registered once, at a known service, by whoever signed in there last', async () => {
    const [first, second] = [await makeActor(db()), await makeActor(db())]
    const target = { endpoint: 'https://fcm.googleapis.com/fcm/send/abc', ...browserKeys() }
    await registerBrowser(site.scope(first), target)
    await registerBrowser(site.scope(first), target)
    await registerBrowser(site.scope(second), target)
    expect(await db().pushSubscription.count({ where: { endpoint: target.endpoint } })).toBe(1)
    expect(await db().pushSubscription.count({ where: { personId: second.personId } })).toBe(1)
    await forgetBrowsers(site.scope(second))
    await forgetBrowsers(site.scope(second))
    const events = await db().auditEvent.findMany({
      where: { objectId: { in: [first.personId, second.personId] } },
      orderBy: { id: 'asc' },
      select: { actorId: true, action: true },
    })
    expect(events.map(({ actorId, action }) => [actorId, action])).toEqual([
      [first.personId, 'browser.registered'],
      [second.personId, 'browser.registered'],
      [second.personId, 'browser.forgotten'],
    ])
    expect(await db().pushSubscription.count({ where: { personId: second.personId } })).toBe(0)
    for (const wrong of [
      { ...target, endpoint: `${address}/inside` },
      { ...target, p256dh: 'no key' },
    ]) {
      await expect(registerBrowser(site.scope(first), wrong)).rejects.toMatchObject({
        code: 'invalidInput',
      })
    }
  })
})
