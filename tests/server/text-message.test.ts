import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendText } from '~/commands/tell-person.server'
import { handleSendTextMessage } from '~/jobs/send-text-message.handler.server'
import { sendTextMessage } from '~/jobs/send-text-message'
import type { Container } from '~/server/container.server'
import { createTextMessageGateway } from '~/server/text-message/gateway.server'
import { transact } from '~/server/transact.server'
import { useTestSite } from '#tests/setup/test-site'

// The gateway's other side is a real server on this machine.

const KEY = 'a-key-shared-with-the-provider'

interface Received {
  headers: IncomingHttpHeaders
  body: string
}

const site = useTestSite()
let provider: Server
let url: string
let received: Received[]
let answers: number[]
let container: Container

beforeAll(async () => {
  provider = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      const status = answers.shift() ?? 200
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('answer')
    })
  })
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/send`
  const env = { ...site.container.env, TEXT_MESSAGE_URL: url, TEXT_MESSAGE_KEY: KEY }
  const { keys, log } = site.container
  container = { ...site.container, env, textMessages: createTextMessageGateway(env, keys, log) }
})

afterAll(() => {
  provider.close()
})

beforeEach(() => {
  received = []
  answers = []
})

async function write(body: string): Promise<string> {
  await transact(site.scope(), (tx) =>
    sendText(tx, { personId: null, phone: '+8613800000000', body }),
  )
  const message = await site.container.database.prisma.textMessage.findFirstOrThrow({
    where: { body },
  })
  return message.id
}

const stateOf = (id: string) =>
  site.container.database.prisma.textMessage.findUniqueOrThrow({ where: { id } })

describe('the gateway for text messages', () => {
  it('posts the message with its signature and a key against sending twice', async () => {
    const id = await write('【连心桥】验证码 123456')
    await handleSendTextMessage(container, { textMessageId: id })
    expect(received).toHaveLength(1)
    const [{ headers, body }] = received as [Received]
    expect(JSON.parse(body)).toMatchObject({
      id,
      phone: '+8613800000000',
      body: '【连心桥】验证码 123456',
    })
    expect(headers['content-type']).toBe('application/json')
    expect(headers['idempotency-key']).toBe(id)
    expect(headers['x-lianxin-signature']).toBe(
      createHmac('sha256', KEY).update(body).digest('hex'),
    )
    expect((await stateOf(id)).sentAt).toEqual(site.now)
    // Run again, the job finds that it was done.
    await handleSendTextMessage(container, { textMessageId: id })
    expect(received).toHaveLength(1)
  })

  it('counts a refusal, throws so that the queue tries again, and succeeds then', async () => {
    const id = await write('先失败，后成功')
    answers = [503, 500, 302]
    for (const failures of [1, 2, 3]) {
      await expect(handleSendTextMessage(container, { textMessageId: id })).rejects.toThrow()
      expect(await stateOf(id)).toMatchObject({ failures, sentAt: null })
    }
    await handleSendTextMessage(container, { textMessageId: id })
    expect(await stateOf(id)).toMatchObject({ failures: 3, sentAt: site.now })
    // A redirect was not followed: the message goes where the settings say, and nowhere else.
    expect(received).toHaveLength(4)
  })

  it('is tried again by the queue itself', async () => {
    const id = await write('由队列重试')
    answers = [503]
    await container.database.query(
      `UPDATE pgboss.job SET retry_delay = 0, retry_backoff = false
        WHERE name = $1 AND data->>'textMessageId' = $2`,
      [sendTextMessage.name, id],
    )
    await container.jobs.work(sendTextMessage, (data) => handleSendTextMessage(container, data))
    await expect
      .poll(async () => (await stateOf(id)).sentAt, { timeout: 20_000, interval: 200 })
      .not.toBeNull()
    expect((await stateOf(id)).failures).toBe(1)
    expect(received.filter(({ body }) => body.includes(id))).toHaveLength(2)
  })

  it('does nothing for a message that is gone', async () => {
    await handleSendTextMessage(container, { textMessageId: 'erased with its account' })
    expect(received).toHaveLength(0)
  })
})
