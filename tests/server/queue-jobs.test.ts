import { describe, expect, it } from 'vitest'
import { handleRecountQueue } from '~/jobs/recount-queue.handler.server'
import { eventStream } from '~/server/live/event-stream.server'
import { postComment } from '~/commands/post-comment.server'
import { getQueueRecount } from '~/queries/get-queue-recount.server'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { addToCount } from '#tests/factories/queue'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

describe('the recount of the queue', () => {
  it('publishes by how much the kept counts are wrong', async () => {
    const moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    await makeComment(db(), { status: 'pending' })
    expect(await getQueueRecount(site.scope(moderator))).toBeNull()
    expect(await handleRecountQueue(site.container)).toBe(0)
    await addToCount(db(), 'pending', 2)
    await addToCount(db(), 'rejected', -1)
    site.advance(60_000)
    expect(await handleRecountQueue(site.container)).toBe(3)
    expect(await getQueueRecount(site.scope(moderator))).toEqual({ at: site.now, drift: 3 })
    await addToCount(db(), 'pending', -2)
    await addToCount(db(), 'rejected', 1)
  })
})

describe('news of the queue', () => {
  it('are told when something is sent, once for what is new, until the reader goes', async () => {
    const topic = await makeTopic(db())
    const author = await makeActor(db())
    const away = new AbortController()
    let n = 0
    const answer = eventStream(site.container, away.signal, async () => {
      n = await db().reviewTask.count({ where: { topicId: topic.id } })
      return { event: 'news', data: String(n) }
    })
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toBe('event: news\ndata: 0\n\n')
    await postComment(site.scope(author), {
      topicId: topic.id,
      text: '新的意见。',
      kind: 'opinion',
    })
    expect((await reader?.read())?.value).toBe('event: news\ndata: 1\n\n')
    away.abort()
    expect((await reader?.read())?.value).toContain('event: end')
    expect((await reader?.read())?.done).toBe(true)
  }, 20_000)
})
