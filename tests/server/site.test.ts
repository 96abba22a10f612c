import { createServer, request as httpRequest, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSessions } from '~/server/auth/session.server'
import { createSite, type Render } from '~/server/http/site.server'
import { transact } from '~/server/transact.server'
import { makePerson } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const TOPIC = '/topics/01jd0000000000000000000000'

let server: Server
let origin: string
let rendered: string[] = []
let body = '第一版'

const render: Render = async (request, context) => {
  const url = new URL(request.url)
  rendered.push(`${request.method} ${url.pathname}${url.search}`)
  context.request.scope.pageTag('topic:1')
  const words = request.method === 'POST' ? await request.text() : body
  await new Promise((resolve) => setTimeout(resolve, 5))
  return new Response(`<p>${words} ${context.request.viewer?.displayName ?? 'guest'}</p>`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}

beforeAll(async () => {
  const pages = createSite(site.container, render)
  server = createServer((request, response) => {
    if (!pages.answerFromCache(request, response)) pages.answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

beforeEach(() => {
  rendered = []
  body = '第一版'
  site.container.pages.dropAll()
})

/** A request as it is, without what fetch would mend. */
async function raw(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Buffer | string } = {},
): Promise<{
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      origin + path,
      { method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

describe('a guest page', () => {
  it('is rendered once and then answered from memory with the same bytes', async () => {
    const first = await raw(TOPIC)
    const second = await raw(TOPIC)
    expect(second.body).toEqual(first.body)
    expect(rendered).toEqual([`GET ${TOPIC}`])
    expect(second.headers['set-cookie']).toBeUndefined()
  })

  it('is rendered once when many ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => raw(TOPIC)))
    expect(new Set(answers.map((answer) => answer.body.toString())).size).toBe(1)
    expect(rendered).toHaveLength(1)
  })

  it('is compressed as the reader accepts it, and answered 304 to who has it', async () => {
    await raw(TOPIC)
    const compressed = await raw(TOPIC, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(compressed.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(compressed.body).toString()).toContain('第一版')
    const again = await raw(TOPIC, {
      headers: { 'accept-encoding': 'br', 'if-none-match': String(compressed.headers['etag']) },
    })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
  })

  it('cannot be multiplied by parameters that it does not know', async () => {
    await raw(TOPIC)
    for (let i = 0; i < 20; i += 1) await raw(`${TOPIC}?utm_source=${i}&x${i}=1`)
    expect(rendered).toHaveLength(1)
    expect(site.container.pages.size.pages).toBe(1)
  })

  it('is another one for a known parameter, a language, 长辈版 and the night', async () => {
    await raw(TOPIC)
    await raw(`${TOPIC}?stance=oppose`)
    await raw(TOPIC, { headers: { cookie: 'display=en~auto~0' } })
    await raw(TOPIC, { headers: { cookie: 'display=zh-Hans~night~1' } })
    expect(site.container.pages.size.pages).toBe(4)
    await raw(TOPIC, { headers: { cookie: 'display=tlh~disco~9; other=1' } })
    expect(site.container.pages.size.pages).toBe(4)
  })

  it('is dropped at once when its content changes', async () => {
    await raw(TOPIC)
    body = '第二版'
    expect((await raw(TOPIC)).body.toString()).toContain('第一版')
    await transact(site.scope(), async (tx) => tx.touch('topic:1'))
    expect((await raw(TOPIC)).body.toString()).toContain('第二版')
  })

  it('is never given to who is signed in, nor is theirs kept', async () => {
    const person = await makePerson(site.container.database.prisma, { displayName: '邻居' })
    const sessions = createSessions(site.container)
    const cookie = await sessions.start({
      personId: person.id,
      secondFactor: false,
      userAgent: '',
      addressHash: '',
      now: site.now,
    })
    await raw(TOPIC)
    const own = await raw(TOPIC, { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(own.body.toString()).toContain('邻居')
    expect(own.headers['cache-control']).toBe('no-store')
    expect((await raw(TOPIC)).body.toString()).toContain('guest')
  })

  it('is given to who invents a session, without asking the database', async () => {
    await raw(TOPIC)
    rendered = []
    for (const cookie of ['session=abc', 'session=abc.def', 'session=', 'session=a.b.c%00']) {
      expect((await raw(TOPIC, { headers: { cookie } })).body.toString()).toContain('guest')
    }
    expect(rendered).toEqual([])
  })
})

describe('what is refused before any work is done for it', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  it.each([
    ['a NUL byte in the address', '/topics?q=%00', {}, 400],
    ['an address that cannot be decoded', '/topics/%E0%A4%A', {}, 400],
    ['a lone surrogate in the address', '/search?q=%ED%A0%80', {}, 400],
    ['an endless address', `/search?q=${'a'.repeat(3_000)}`, {}, 414],
    [
      'a body of 10 MB',
      '/sign-in',
      { method: 'POST', headers: form, body: Buffer.alloc(10_000_000, 97) },
      413,
    ],
    ['another method', TOPIC, { method: 'PUT', headers: { 'content-length': '0' } }, 405],
    [
      'a form from another site',
      '/sign-in',
      { method: 'POST', headers: { ...form, origin: 'https://evil.example' }, body: 'a=b' },
      403,
    ],
    [
      'a form that a browser calls cross-site',
      '/sign-in',
      { method: 'POST', headers: { ...form, 'sec-fetch-site': 'cross-site' }, body: 'a=b' },
      403,
    ],
    [
      'a form that a browser calls same-site only',
      '/sign-in',
      { method: 'POST', headers: { ...form, 'sec-fetch-site': 'same-site' }, body: 'a=b' },
      403,
    ],
    [
      'a body without a length',
      '/sign-in',
      { method: 'POST', headers: { ...form, 'transfer-encoding': 'chunked' }, body: 'a=b' },
      411,
    ],
  ] as const)('%s', async (_name, path, options, status) => {
    const answer = await raw(path, options).catch((error: NodeJS.ErrnoException) => {
      // The server may close the connection before it has read all of a body that it does not want.
      if (status === 413 && ['EPIPE', 'ECONNRESET'].includes(error.code ?? '')) return undefined
      throw error
    })
    if (answer) {
      expect(answer.status).toBe(status)
      expect(answer.body.toString()).toMatch(/\p{Script=Han}/u)
    }
    expect(rendered).toEqual([])
  })

  it('lets a form of its own page through', async () => {
    const own = await raw('/sign-in', {
      method: 'POST',
      headers: { ...form, origin, 'sec-fetch-site': 'same-origin' },
      body: 'a=b',
    })
    expect(own.status).toBe(200)
    expect(rendered).toEqual(['POST /sign-in'])
  })
})

describe('security headers', () => {
  it('allow guests no script at all, and the signed-in only that of the page', async () => {
    const guest = await raw(TOPIC)
    expect(guest.headers['content-security-policy']).toContain(`script-src 'none'`)
    expect(guest.headers['content-security-policy']).toContain(`style-src 'self'`)
    expect(guest.headers['x-content-type-options']).toBe('nosniff')
    expect(guest.headers['x-frame-options']).toBe('DENY')
  })
})
