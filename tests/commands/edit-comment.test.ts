import { beforeAll, describe, expect, it } from 'vitest'
import { decideRevision } from '~/commands/decide-revision.server'
import { editComment } from '~/commands/edit-comment.server'
import { postComment } from '~/commands/post-comment.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { Actor } from '~/domain/person/actor'
import { newId } from '~/server/ids.server'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { recountQueue } from '~/queries/recount-queue.server'
import { queueCounts } from '#tests/factories/queue'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ RATE_LIMIT_FACTOR: 100 })
const db = () => site.container.database.prisma

let author: Actor
let moderator: Actor
let topicId: string
beforeAll(async () => {
  author = await makeActor(db())
  moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  topicId = (await makeTopic(db())).id
})

let said = 0
async function post(given: Partial<Parameters<typeof postComment>[1]> = {}) {
  said += 1
  const { commentId } = await postComment(site.scope(author), {
    topicId,
    text: `第 ${said} 次说。`,
    kind: 'opinion',
    stance: 'support',
    ...given,
  })
  return commentId
}

const read = (id: string) =>
  db().comment.findUniqueOrThrow({
    where: { id },
    include: { revisions: { orderBy: { number: 'asc' } }, currentRevision: true },
  })

async function decide(id: string, outcome: 'approve' | 'reject' | 'return') {
  const { version, latestRevisionId } = await read(id)
  const reason =
    outcome === 'approve' ? null : { code: outcome === 'reject' ? 'attack' : null, text: '请改。' }
  await db().rejectionReason.upsert({
    where: { code: 'attack' },
    create: { code: 'attack', label: '攻击', text: '请改。', position: 1 },
    update: {},
  })
  await decideRevision(site.scope(moderator), {
    commentId: id,
    revisionId: latestRevisionId,
    version,
    outcome,
    reason,
    note: null,
  })
}

async function edit(id: string, text: string, given: { stance?: 'oppose'; version?: number } = {}) {
  const seenVersion = given.version ?? (await read(id)).version
  return editComment(site.scope(author), {
    commentId: id,
    seenVersion,
    text,
    kind: 'opinion',
    stance: given.stance ?? 'support',
  })
}

const queue = () => queueCounts(db())

/** What the queue's counts should be. */
const waiting = () => recountQueue(db())

describe('changing a comment', () => {
  it('that waits replaces the waiting words', async () => {
    const id = await post()
    const result = await edit(id, '改过。', { stance: 'oppose' })
    expect(result).toMatchObject({ latest: 'pending', unchanged: false })
    const comment = await read(id)
    expect(comment).toMatchObject({ status: 'pending', stance: 'oppose', version: 2 })
    expect(comment.revisions.map(({ status, text }) => [status, text])).toEqual([
      ['superseded', expect.stringContaining('次说')],
      ['pending', '改过。'],
    ])
    expect(await queue()).toEqual(await waiting())
  })

  it('that is public leaves the public words until the new ones are approved', async () => {
    const id = await post()
    await decide(id, 'approve')
    site.advance(60_000)
    await edit(id, '又想了想。', { stance: 'oppose' })
    const between = await read(id)
    expect(between).toMatchObject({
      status: 'published',
      latestStatus: 'pending',
      stance: 'support',
    })
    expect(between.currentRevision?.text).toContain('次说')
    expect(await queue()).toEqual(await waiting())

    await decide(id, 'approve')
    const after = await read(id)
    expect(after).toMatchObject({
      status: 'published',
      latestStatus: 'published',
      stance: 'oppose',
    })
    expect(after.currentRevision?.text).toBe('又想了想。')
    expect(await queue()).toEqual(await waiting())
  })

  it('that was returned sends it for review again', async () => {
    const id = await post()
    await decide(id, 'return')
    await edit(id, '照办了。')
    expect(await read(id)).toMatchObject({ status: 'pending', latestStatus: 'pending' })
    expect((await read(id)).revisions.map(({ status }) => status)).toEqual(['returned', 'pending'])
    expect(await queue()).toEqual(await waiting())
  })

  it('that was refused is not possible', async () => {
    const id = await post()
    await decide(id, 'reject')
    await expect(edit(id, '再来。')).rejects.toMatchObject({
      code: 'forbidden',
      params: { rejected: 1 },
    })
  })

  it('without a difference makes no revision', async () => {
    const id = await post({ text: '一字不差。' })
    expect(await edit(id, '一字不差。 ')).toMatchObject({ unchanged: true })
    expect((await read(id)).revisions).toHaveLength(1)
  })

  it('is published at once where the topic reviews afterwards', async () => {
    const open = await makeTopic(db(), { mode: 'postModeration' })
    // Many in a short time are held, and the author has sent some.
    site.advance(11 * 60_000)
    const id = await post({ topicId: open.id })
    site.advance(60_000)
    await edit(id, '当场改。')
    const comment = await read(id)
    expect(comment.currentRevision?.text).toBe('当场改。')
    expect(comment.revisions.map(({ status }) => status)).toEqual(['superseded', 'published'])
    expect(await queue()).toEqual(await waiting())
  })

  it('says who was faster when a moderator was', async () => {
    const id = await post()
    const { version } = await read(id)
    await decide(id, 'approve')
    await expect(edit(id, '晚了一步。', { version })).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'published' },
    })
    expect((await read(id)).revisions).toHaveLength(1)
  })

  it('of somebody else, of none, or after the end is refused', async () => {
    const foreign = await makeComment(db(), { topicId })
    await expect(edit(foreign.id, '改你的。')).rejects.toMatchObject({ code: 'notFound' })
    await expect(edit(newId(0), '改。', { version: 1 })).rejects.toMatchObject({ code: 'notFound' })
    const closing = await makeTopic(db())
    const id = await post({ topicId: closing.id })
    await db().topic.update({ where: { id: closing.id }, data: { stage: 'concluding' } })
    await expect(edit(id, '改。')).rejects.toMatchObject({ code: 'readOnly' })
  })

  it('lets one win of two windows that change the same words', async () => {
    const id = await post()
    const { version } = await read(id)
    const results = await Promise.allSettled([
      edit(id, '窗口一。', { version }),
      edit(id, '窗口二。', { version }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read(id)).revisions).toHaveLength(2)
  })
})

describe('taking a comment back', () => {
  it('that waits leaves no place, and the queue', async () => {
    const id = await post()
    const result = await withdrawComment(site.scope(author), id)
    expect(result.placeStays).toBe(false)
    const comment = await read(id)
    expect(comment).toMatchObject({ status: 'withdrawn', latestStatus: 'withdrawn', version: 2 })
    expect(comment.revisions.map(({ status }) => status)).toEqual(['withdrawn'])
    expect(await queue()).toEqual(await waiting())
  })

  it('that is public with changed words waiting takes both', async () => {
    const id = await post()
    await decide(id, 'approve')
    await edit(id, '等着的。')
    const result = await withdrawComment(site.scope(author), id)
    expect(result.placeStays).toBe(true)
    const comment = await read(id)
    expect(comment.revisions.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn'])
    expect(await db().searchEntry.count({ where: { objectId: id } })).toBe(0)
    expect(await queue()).toEqual(await waiting())
  })

  it('is done once, and possible after the topic closed', async () => {
    const ending = await makeTopic(db())
    const id = await post({ topicId: ending.id })
    await decide(id, 'approve')
    await db().topic.update({ where: { id: ending.id }, data: { stage: 'closed' } })
    await withdrawComment(site.scope(author), id)
    await withdrawComment(site.scope(author), id)
    expect((await db().topic.findUniqueOrThrow({ where: { id: ending.id } })).commentCount).toBe(0)
    const events = await db().auditEvent.count({
      where: { objectId: id, action: 'comment.withdrawn' },
    })
    expect(events).toBe(1)
  })

  it('is the author’s alone', async () => {
    const id = await post()
    await expect(withdrawComment(site.scope(moderator), id)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(withdrawComment(site.scope(null), id)).rejects.toMatchObject({ code: 'notFound' })
    expect((await read(id)).status).toBe('pending')
  })

  it('and changing it at the same time leave it taken back', async () => {
    const id = await post()
    await Promise.allSettled([
      withdrawComment(site.scope(author), id),
      edit(id, '同时改。', { version: 1 }),
      withdrawComment(site.scope(author), id),
    ])
    expect((await read(id)).status).toBe('withdrawn')
    expect(await queue()).toEqual(await waiting())
  })
})
