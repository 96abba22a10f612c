import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import { editComment } from '~/commands/edit-comment.server'
import { postComment } from '~/commands/post-comment.server'
import { recordExternalScreening } from '~/commands/record-external-screening.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { Actor } from '~/domain/person/actor'
import type { TopicMode } from '~/domain/topic/stage'
import { handleScreenOutside } from '~/jobs/screen-outside.handler.server'
import { getReviewItem } from '~/queries/get-review-item.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { createExternalScreening } from '~/server/external-screening/client.server'
import { makeActor, makeTopic } from '#tests/factories/make'
import { queueCounts } from '#tests/factories/queue'
import { useTestSite } from '#tests/setup/test-site'

// The service's other side is a real server on this machine.

const SECRET = 'shared-with-the-content-safety-service'
const TEXT = '路灯坏了，内部消息说是有人故意的。'

interface Received {
  headers: IncomingHttpHeaders
  body: string
}

const site = useTestSite()
const db = () => site.container.database.prisma
let service: Server
let received: Received[]
let answer: { status?: number; body?: unknown; raw?: string; silent?: boolean }
let author: Actor
let moderator: Actor

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      if (answer.silent) return
      const status = answer.status ?? 200
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {})
      response.end(answer.raw ?? JSON.stringify(answer.body ?? {}))
    })
  })
  // A busy machine may wait for longer between two requests than Node's server keeps a connection.
  service.keepAliveTimeout = 60_000
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/check`
  site.container.externalScreening = createExternalScreening({
    SCREENING_URL: url,
    SCREENING_SECRET: SECRET,
  })
  moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
})

afterAll(() => {
  service.closeAllConnections()
  service.close()
})

beforeEach(async () => {
  // Somebody of long standing who has written nothing else: no other rule finds anything.
  author = await makeActor(db(), [], { createdAt: new Date('2025-01-01T00:00:00Z') })
  received = []
  answer = { body: { verdict: 'pass', findings: [] } }
  site.advance(3_600_000)
})

interface Job {
  revisionId: string
  publish: boolean
}

/** The newest job that a transaction has put into the queue. */
async function lastJob(): Promise<Job> {
  const { rows } = await site.container.database.query<{ data: Job }>(
    `SELECT data FROM pgboss.job WHERE name = 'screen-outside' ORDER BY data->>'revisionId' DESC LIMIT 1`,
  )
  if (!rows[0]) throw new Error('there is no job')
  return rows[0].data
}

async function post(mode: TopicMode = 'postModeration', text = TEXT) {
  // Ids tell the time: the newest job is found by that.
  site.advance(1_000)
  const topic = await makeTopic(db(), { mode })
  const sent = { topicId: topic.id, text, kind: 'opinion' as const }
  const { commentId, status } = await postComment(site.scope(author), sent)
  return { commentId, status, topicId: topic.id, job: await lastJob() }
}

const work = (job: Job) => handleScreenOutside(site.container, job)

async function read(commentId: string) {
  const comment = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    include: {
      latestRevision: { include: { findings: { where: { rule: 'external' } } } },
      tasks: { where: { closedAt: null } },
    },
  })
  const { status, version, latestRevision, tasks } = comment
  return { status, version, finding: latestRevision.findings[0], task: tasks[0] }
}

const RUMOUR = { code: '谣言', start: 5, end: 9, text: '内部消息' }

describe('a text where a service outside is connected', () => {
  it('waits, and is published once the service lets it pass, where others are at once', async () => {
    const { commentId, status, job } = await post()
    expect(status).toBe('pending')
    expect(received).toEqual([])
    expect(await read(commentId)).toMatchObject({
      finding: { asks: 'hold', params: { state: 'waiting' } },
      task: { risk: 40, rules: ['external'] },
    })
    await work(job)
    expect(await read(commentId)).toMatchObject({
      status: 'published',
      finding: { asks: 'watch', params: { state: 'pass' } },
      task: { risk: 0, rules: [] },
    })
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  })

  it('is asked about in a signed request, masked, that names where it was written', async () => {
    const { commentId, topicId, job } = await post('preModeration', '打13800000000，路灯坏了。')
    await work(job)
    const [{ headers, body } = { headers: {}, body: '' }] = received
    const timestamp = String(headers['x-lianxin-timestamp'])
    const expected = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest()
    const signature = /^sha256=([0-9a-f]{64})$/.exec(String(headers['x-lianxin-signature']))
    expect(timingSafeEqual(Buffer.from(signature?.[1] ?? '', 'hex'), expected)).toBe(true)
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60)
    const question = JSON.parse(body) as { text: string }
    expect(question).toMatchObject({
      id: commentId,
      revision: job.revisionId,
      topic: { id: topicId },
      time: site.now.toISOString(),
    })
    expect(question.text).toHaveLength('打13800000000，路灯坏了。'.length)
    expect(question.text).not.toContain('13800000000')
  })

  it('goes on waiting for a moderator where review comes first, whatever the service says', async () => {
    const { commentId, job } = await post('preModeration')
    expect(job.publish).toBe(false)
    await work(job)
    expect(await read(commentId)).toMatchObject({ status: 'pending', task: { rules: [] } })
  })

  it.each(['hold', 'mask', 'refuse'] as const)(
    'waits for a moderator who sees where, when the service says %s',
    async (verdict) => {
      const { commentId, job } = await post()
      answer = { body: { verdict, findings: [RUMOUR] } }
      await work(job)
      expect(await read(commentId)).toMatchObject({
        status: 'pending',
        finding: { asks: 'hold', params: { state: verdict, codes: '谣言' } },
        task: { risk: verdict === 'refuse' ? 100 : 40, rules: ['external'] },
      })
      // What the service would refuse is due at once, the rest like any other.
      const dueAt = (await read(commentId)).task?.dueAt.getTime() ?? 0
      expect(dueAt <= site.now.getTime()).toBe(verdict === 'refuse')
      const item = await getReviewItem(site.scope(moderator), commentId)
      expect(item?.revision.findings).toMatchObject([
        { rule: 'external', evidence: [{ start: 5, end: 9 }] },
      ])
    },
  )
})

describe('a service that does not answer', () => {
  it.each([
    ['fails', { status: 500 }],
    ['leads elsewhere', { status: 302 }],
    ['says something else', { body: { verdict: 'fine' } }],
    ['is cut off', { raw: '{"verdict":"pa' }],
    ['counts places otherwise', { body: { verdict: 'pass', findings: [{ ...RUMOUR, end: 8 }] } }],
    ['says too much', { raw: JSON.stringify({ verdict: 'pass', more: 'x'.repeat(70_000) }) }],
  ])('leaves the text waiting with a finding that says so: it %s', async (_what, bad) => {
    const { commentId, job } = await post()
    answer = bad
    await expect(work(job)).rejects.toThrow()
    await expect(work(job)).rejects.toThrow()
    expect(await read(commentId)).toMatchObject({
      status: 'pending',
      finding: { asks: 'hold', params: { state: 'unanswered', tries: 2 } },
      task: { rules: ['external'] },
    })
    answer = { body: { verdict: 'pass', findings: [] } }
    await work(job)
    expect((await read(commentId)).status).toBe('published')
  })

  it('is waited for no longer than three seconds', async () => {
    const { commentId, job } = await post()
    answer = { silent: true }
    const from = performance.now()
    await expect(work(job)).rejects.toThrow()
    expect(performance.now() - from).toBeLessThan(8_000)
    expect((await read(commentId)).finding?.params).toMatchObject({ state: 'unanswered' })
  })

  it('tells nothing secret in what is thrown', async () => {
    const { job } = await post()
    answer = { status: 503, raw: 'stack trace' }
    const failure = await work(job).catch((error: unknown) => String(error))
    expect(failure).toBe('Error: the screening service answered 503')
  })

  it('is not connected at all without a secret', () => {
    const url = { SCREENING_URL: 'https://safety.example/check', SCREENING_SECRET: undefined }
    expect(() => createExternalScreening(url)).toThrow('SCREENING_SECRET')
    expect(createExternalScreening({ ...url, SCREENING_URL: undefined })).toBeNull()
    const named = { SCREENING_URL: 'https://me:word@safety.example/', SCREENING_SECRET: SECRET }
    expect(() => createExternalScreening(named)).toThrow(/^SCREENING_URL must not name[^:]*$/)
  })
})

describe('a job that is done again', () => {
  it('asks nothing anew and changes nothing', async () => {
    const { commentId, job } = await post()
    await work(job)
    const after = await read(commentId)
    answer = { body: { verdict: 'refuse', findings: [] } }
    await work(job)
    const refuse = { verdict: 'refuse' as const, findings: [] }
    expect(await recordExternalScreening(site.scope(), { ...job, commentId, answer: refuse })).toBe(
      false,
    )
    expect(received).toHaveLength(1)
    expect(await read(commentId)).toEqual(after)
  })

  it('says nothing about a text that was replaced, withdrawn or decided on meanwhile', async () => {
    const replaced = await post()
    await editComment(site.scope(author), {
      commentId: replaced.commentId,
      seenVersion: 1,
      text: '路灯修好了吗？',
      kind: 'opinion',
    })
    await work(replaced.job)
    const taken = await post('postModeration', '长椅也坏了。')
    await withdrawComment(site.scope(author), taken.commentId)
    await work(taken.job)
    expect(received).toEqual([])
    const newer = await read(replaced.commentId)
    expect(newer).toMatchObject({ status: 'pending', finding: { params: { state: 'waiting' } } })

    const decided = await post('postModeration', '垃圾桶也坏了。')
    const { version } = await read(decided.commentId)
    await approveComment(site.scope(moderator), {
      commentId: decided.commentId,
      revisionId: decided.job.revisionId,
      version,
    })
    const before = await read(decided.commentId)
    await work(decided.job)
    expect((await read(decided.commentId)).version).toBe(before.version)
  })
})

describe('an edit', () => {
  it('of a public text waits for the service, too, while the former stays', async () => {
    const { commentId, job } = await post()
    await work(job)
    const { version } = await read(commentId)
    const edit = {
      commentId,
      seenVersion: version,
      text: '路灯还没有修。',
      kind: 'opinion' as const,
    }
    const edited = await editComment(site.scope(author), edit)
    expect(edited.latest).toBe('pending')
    expect((await read(commentId)).status).toBe('published')
    await work(await lastJob())
    const comment = await db().comment.findUniqueOrThrow({
      where: { id: commentId },
      include: { currentRevision: true },
    })
    expect(comment).toMatchObject({
      latestStatus: 'published',
      currentRevision: { text: '路灯还没有修。' },
    })
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  })
})
