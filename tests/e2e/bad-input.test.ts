import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Persona } from '~/domain/account/persona'
import { Client, firstOn, type Answer } from './support/client'
import { startSite, type RunningSite } from './support/site'

// What no page sends: it is refused in words, keeps what was typed, and is never the site's own failure.

const ENGLISH = { cookie: 'display=en~day~0' }

type Sender = 'guest' | Persona

let site: RunningSite
let guest: Client
let clients: Record<Sender, Client>
let resident: Client
let topicId: string
let studioTopicId: string
let assignmentId: string
/** A waiting text as the list's box sends it. */
let waiting: string

beforeAll(async () => {
  site = await startSite('embedded')
  guest = new Client(site)
  clients = Object.fromEntries([
    ['guest', guest],
    ...(await Promise.all(
      SENDERS.map(async (persona) => [persona, await Client.of(site, persona)] as const),
    )),
  ]) as Record<Sender, Client>
  resident = clients.resident
  topicId = await firstOn(
    guest,
    '/topics?sort=hot',
    /href="\/topics\/([0-9a-z]{26})"[^>]*>[^<]*口袋公园/,
  )
  studioTopicId = await firstOn(
    clients.convener,
    '/studio',
    /href="\/studio\/topics\/([0-9a-z]{26})"/,
  )
  assignmentId = await firstOn(
    clients.draftingOfficial,
    '/desk',
    /href="\/desk\/([0-9a-z]{26})[?"]/,
  )
  waiting = await firstOn(clients.moderator, '/moderation', /name="text"[^>]*value="([0-9a-z.]+)"/)
})

afterAll(async () => {
  await site?.stop()
})

function expectRefused(answer: Answer, statuses = [400, 404, 409, 413, 422]): void {
  expect(answer.text.slice(0, 300)).toMatch(/\S/)
  expect(statuses).toContain(answer.status)
}

const FORMS: ReadonlyArray<readonly [sender: Sender, path: string, fields: readonly string[]]> = [
  ['guest', '/sign-in', ['phone', 'password']],
  ['guest', '/sign-up', ['displayName', 'phone', 'password', 'consent']],
  ['guest', '/recover', ['phone']],
  ['guest', '/welcome/nobody', ['phone', 'password', 'consent']],
  ['guest', '/sign-in/persona', ['personId']],
  ['resident', '/me/account', ['displayName', 'language', 'districtId']],
  ['resident', '/me/password', ['current', 'password']],
  ['resident', '/me/phone', ['phone', 'password']],
  ['resident', '/me/close', ['password', 'sure']],
  ['resident', '/topics/TOPIC/comments', ['text', 'stance', 'kind', 'voice', 'replyTo', 'quote']],
  ['moderator', '/moderation', ['commentId', 'revisionId', 'version', 'outcome', 'previousId']],
  ['moderator', '/moderation/pause', ['topicId', 'version']],
  ['moderator', '/moderation/same', ['leave', 'commentId', 'sameAsId', 'version']],
  ['moderator', '/moderation/undo', ['decisionId']],
  ['moderator', '/moderation/veil', ['attachmentId']],
  ['moderator', '/moderation/bulk', ['text', 'outcome', 'reason', 'sameAsId']],
  ['seniorModerator', '/moderation/second-looks', ['secondLookId']],
  ['draftingOfficial', '/desk/ASSIGNMENT', ['intent', 'departmentId', 'version', 'title']],
  ['draftingOfficial', '/desk/ASSIGNMENT/pause', ['of', 'departmentId', 'version']],
  ['draftingOfficial', '/desk/ASSIGNMENT/return', ['departmentId', 'version', 'reason']],
  ['signingOfficial', '/desk/delegation', ['intent', 'fromId', 'toId', 'delegationId']],
  ['assigningOfficial', '/desk/assign', ['topicId', 'form', 'lead', 'joint', 'days']],
  ['convener', '/studio/topics/new', ['studioId', 'title', 'categoryId', 'closesOn']],
  ['convener', '/studio/topics/STUDIO_TOPIC', ['intent', 'version', 'to', 'categoryId']],
  ['convener', '/studio/topics/STUDIO_TOPIC/summary', ['intent', 'version', 'then']],
  ['convener', '/studio/topics/STUDIO_TOPIC/merge', ['version', 'intoId', 'into']],
]

const SENDERS: Persona[] = [
  'resident',
  'draftingOfficial',
  'signingOfficial',
  'assigningOfficial',
  'moderator',
  'seniorModerator',
  'convener',
]

const STRANGE = {
  'NUL bytes': 'a\0b',
  'a lone surrogate': 'a\ud800b',
  'controls and reversals': '\u0001\u0008\u202e\u2066',
  'an unknown id': '01m5xhby80eq48y3gqw3emwmfz',
  'a list': '[[[[{"a":',
} as const

describe.each(FORMS)('%s’s form of %s', (persona, path, fields) => {
  const sender = () => clients[persona]
  const address = () =>
    path
      .replace('STUDIO_TOPIC', studioTopicId)
      .replace('TOPIC', topicId)
      .replace('ASSIGNMENT', assignmentId)

  it('refuses to come without its fields', async () => {
    expectRefused(await sender().post(address()))
    expectRefused(await sender().postParts(address(), {}))
  })

  it.each(Object.entries(STRANGE))('does not fail on %s', async (_what, value) => {
    for (const field of fields) {
      // Alone in its form: everything else is missing, so that nothing is ever taken.
      const form: Record<string, string> = { [field]: value }
      if (field === 'text') form['stance'] = 'no stance'
      expectRefused(await sender().post(address(), form))
      expectRefused(await sender().postParts(address(), form))
    }
  })

  it('refuses a body that is no form, and fields without end', async () => {
    expectRefused(await sender().postRaw(address(), '{"a":', 'application/json'))
    expectRefused(await sender().postRaw(address(), 'x', 'multipart/form-data; boundary=y'))
    const many = Array.from({ length: 500 }, (_, n) => [`f${n}`, 'a'] as const)
    expectRefused(await sender().post(address(), many))
  })
})

describe('what the queue’s own forms hold', () => {
  const ODD = ['a\0b', '\0', '1.5', '3000000000', '1e3', '-1', '']

  it.each(ODD)('is refused in words where it is %j', async (odd) => {
    const { moderator } = clients
    const unknown = STRANGE['an unknown id']
    for (const [path, fields] of [
      ['/moderation/filters', { remove: odd }],
      ['/moderation/lease', { take: odd }],
      ['/moderation/lease', { renew: odd }],
      ['/moderation/pause', { topicId, version: odd, paused: '1' }],
      ['/moderation/pause', { topicId: odd, version: '1', paused: '1' }],
      [
        '/moderation',
        { commentId: unknown, revisionId: unknown, version: odd, outcome: 'approve' },
      ],
      ['/moderation/bulk', { text: waiting, outcome: 'reject', reason: odd }],
      ['/moderation/bulk', { text: waiting, outcome: 'reject', reason: odd, reasonText: '理由' }],
    ] as const) {
      expectRefused(await moderator.post(path, fields))
    }
  })
})

describe('the registers of the administration', () => {
  it.each(['studio-types', 'categories', 'districts', 'reasons'])(
    'say beside the fields of %s what an empty form lacks, and keep what was typed',
    async (register) => {
      const admin = await Client.of(site, 'admin')
      const empty = await admin.post(`/admin/${register}`)
      expect(empty.status).toBe(422)
      expect(empty.text).toMatch(/<(?:input|textarea)[^>]+aria-invalid="true"/)
      const partial = await admin.post(`/admin/${register}`, { position: '一二三' })
      expect(partial.status).toBe(422)
      expect(partial.text).toMatch(/<input[^>]+value="一二三"/)
    },
  )
})

it('refuses ten megabytes in words, in the reader’s language', async () => {
  const big = `text=${'a'.repeat(10 * 1024 * 1024)}`
  const type = 'application/x-www-form-urlencoded'
  const answer = await resident.postRaw(`/topics/${topicId}/comments`, big, type)
  expect(answer.status).toBe(413)
  expect(answer.text).toContain('超出了可以接收的大小')
  const response = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    body: big,
    headers: { ...ENGLISH, 'content-type': type },
  })
  expect(response.status).toBe(413)
  expect(await response.text()).toContain('larger than we can take in')
})

it('keeps a text of 2,001 characters in its form and says how many are too many', async () => {
  const text = '字'.repeat(2_001)
  const answer = await resident.post(`/topics/${topicId}/comments`, { text, kind: 'opinion' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(text)
  expect(answer.text).toMatch(/2,?000/)
})

it('takes lists and quotes of any depth', async () => {
  const deep = ['> '.repeat(500) + '深', '- '.repeat(500) + '深', '*'.repeat(900) + '深']
  for (const text of deep) {
    const answer = await resident.post(`/topics/${topicId}/comments`, { text, kind: 'opinion' })
    expect([303, 422]).toContain(answer.status)
  }
})

describe.each([
  '/topics?after=',
  '/topics?sort=new&after=',
  '/topics/TOPIC?after=',
  '/topics/TOPIC?before=',
  '/topics/TOPIC?at=',
  '/search?q=%E5%85%AC%E5%9B%AD&after=',
  '/me?after=',
])('the list %s', (list) => {
  it.each(['x', '%27%3B--', '01m5xhby80eq48y3gqw3emwmfr.', `${'9'.repeat(60)}`, '%F0%9F%98%80'])(
    'does not fail on the cursor %s',
    async (cursor) => {
      const answer = await resident.get(list.replace('TOPIC', topicId) + cursor)
      expect([200, 302, 400, 404]).toContain(answer.status)
    },
  )

  it.each(['%00', '%ED%A0%80', '%'])('refuses the broken address %s in words', async (cursor) => {
    const answer = await guest.get(list.replace('TOPIC', topicId) + cursor, ENGLISH)
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/address/i)
  })
})

it.each(['/topics/', '/studios/', '/receipts/', '/sign-up/', '/recover/', '/comments/'])(
  'has nothing at unknown ids below %s',
  async (folder) => {
    for (const id of ['01m5xhby80eq48y3gqw3emwmfz', '1', '%F0%9F%98%80', 'a'.repeat(900)]) {
      const answer = await resident.get(folder + id)
      expect(answer.status).toBe(404)
    }
  },
)

interface Ended {
  code: number | null
  said: string
}

/** Runs the program until it says its address or ends. */
async function runProgram(
  cwd: string,
  dataDir: string,
): Promise<{ ended: Promise<Ended>; up: Promise<string>; stop: () => void }> {
  const child = spawn(process.execPath, ['build/server/main.js'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
    },
  })
  let said = ''
  const up = new Promise<string>((found) => {
    child.stdout.on('data', (chunk) => {
      const url = /http:\/\/localhost:\d+/.exec(String(chunk))?.[0]
      if (url) found(url)
    })
  })
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, said })))
  return { ended, up, stop: () => child.kill('SIGTERM') }
}

it('does not start twice on the same data, and says so', async () => {
  const second = await runProgram('.', site.dataDir)
  const { code, said } = await second.ended
  expect(code).toBe(1)
  expect(said).toContain(site.dataDir)
  expect(said).toContain(String(site.process.pid))
  expect(said).not.toMatch(/\n\s+at /)
  expect((await guest.get('/healthz')).status).toBe(200)
})

it('runs in a folder with spaces and Chinese characters in its name', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'lianxin-e2e-')), '连心桥 的 程序')
  mkdirSync(folder)
  try {
    for (const part of ['build', 'prisma', 'package.json']) {
      cpSync(part, join(folder, part), { recursive: true })
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    const program = await runProgram(folder, join(folder, '数据 目录'))
    const url = await Promise.race([
      program.up,
      program.ended.then(({ said }) => Promise.reject(new Error(said))),
    ])
    const page = await fetch(url)
    expect(page.status).toBe(200)
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(await page.text())?.[1] ?? ''
    expect((await fetch(url + style)).status).toBe(200)
    program.stop()
    await program.ended
  } finally {
    rmSync(join(folder, '..'), { recursive: true, force: true })
  }
})
