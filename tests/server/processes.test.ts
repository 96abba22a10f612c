import { describe, expect, inject, it, vi } from 'vitest'
import { postComment } from '~/commands/post-comment.server'
import { createContainer, type Container } from '~/server/container.server'
import { eventStream } from '~/server/live/event-stream.server'
import { transact } from '~/server/transact.server'
import { makeActor, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const onServer = inject('serverUrl') !== null

/** A second process of the same site. */
async function secondProcess(): Promise<Container> {
  return createContainer({ env: { ...site.env, DATABASE_URL: site.databaseUrl } })
}

async function keep(container: Container, key: string, tag: string): Promise<void> {
  await container.pages.obtain(key, async () => ({
    status: 200,
    headers: {},
    body: Buffer.from('x'),
    tags: new Map([[tag, container.pages.generation(tag)]]),
  }))
}

describe.runIf(onServer)('several processes on one server', () => {
  it('drop a page of the others as soon as a transaction that touches it is committed', async () => {
    const other = await secondProcess()
    try {
      await keep(other, '/a', 'topic:a')
      await keep(other, '/b', 'topic:b')
      await transact(site.scope(), async (tx) => tx.touch('topic:a'))
      await vi.waitFor(() => expect(other.pages.find('/a')).toBeUndefined(), { timeout: 2_000 })
      expect(other.pages.find('/b')).toBeDefined()
    } finally {
      await other.close()
    }
  })

  it('drop everything when they may have missed a notification', async () => {
    const other = await secondProcess()
    try {
      await keep(other, '/a', 'topic:a')
      await site.container.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      )
      await vi.waitFor(() => expect(other.pages.find('/a')).toBeUndefined(), { timeout: 2_000 })
      // Listening is back after a moment.
      await new Promise((resolve) => setTimeout(resolve, 2_500))
      await keep(other, '/a', 'topic:a')
      await transact(site.scope(), async (tx) => tx.touch('topic:a'))
      await vi.waitFor(() => expect(other.pages.find('/a')).toBeUndefined(), { timeout: 2_000 })
    } finally {
      await other.close()
    }
  })

  it('tell who reads the queue in the one what was sent in the other', async () => {
    const other = await secondProcess()
    const away = new AbortController()
    try {
      const db = site.container.database.prisma
      const topic = await makeTopic(db)
      const answer = eventStream(other, away.signal, async () => {
        const n = await other.database.prisma.reviewTask.count({ where: { topicId: topic.id } })
        return { event: 'news', data: String(n) }
      })
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
      expect((await reader?.read())?.value).toBe('event: news\ndata: 0\n\n')
      await postComment(site.scope(await makeActor(db)), {
        topicId: topic.id,
        text: '菜市场北门请加一段坡道。',
        kind: 'opinion',
      })
      expect((await reader?.read())?.value).toBe('event: news\ndata: 1\n\n')
    } finally {
      away.abort()
      await other.close()
    }
  }, 20_000)

  it('migrate once when they start at the same time', async () => {
    const others = await Promise.all([secondProcess(), secondProcess(), secondProcess()])
    await Promise.all(others.map((other) => other.close()))
    expect(others).toHaveLength(3)
  })
})

describe('notifications', () => {
  it('reach the process itself', async () => {
    await keep(site.container, '/self', 'topic:self')
    await site.container.database.query(`SELECT pg_notify('lianxin_pages', 'topic:self other')`)
    await vi.waitFor(() => expect(site.container.pages.find('/self')).toBeUndefined())
  })
})
