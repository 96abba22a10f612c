import { beforeAll, describe, expect, it } from 'vitest'
import { postComment } from '~/commands/post-comment.server'
import type { Actor } from '~/domain/person/actor'
import { newId } from '~/server/ids.server'
import {
  makeActor,
  makeComment,
  makeDepartment,
  makeStudio,
  makeTopic,
} from '#tests/factories/make'
import { queueCounts } from '#tests/factories/queue'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const say = (viewer: Actor | null, given: Partial<Parameters<typeof postComment>[1]>) =>
  postComment(site.scope(viewer), { topicId: '', text: '说说看法。', kind: 'opinion', ...given })

let topicId: string
let author: Actor
beforeAll(async () => {
  topicId = (await makeTopic(db())).id
  author = await makeActor(db())
})

const queue = async () => (await queueCounts(db()))['pending'] ?? 0

describe('posting a comment', () => {
  it('puts it into the queue with what was written and an account of it', async () => {
    const before = await queue()
    const posted = await say(author, {
      topicId,
      text: '  赞成**平层入户**。\r\n\r\n\r\n\r\n\r\n还请公布日照分析。 ',
      stance: 'conditional',
      kind: 'suggestion',
    })
    expect(posted.status).toBe('pending')
    const comment = await db().comment.findUniqueOrThrow({
      where: { id: posted.commentId },
      include: { latestRevision: true },
    })
    expect(comment).toMatchObject({
      topicId,
      authorId: author.personId,
      status: 'pending',
      latestStatus: 'pending',
      currentRevisionId: null,
      publishedAt: null,
      voice: 'resident',
      stance: 'conditional',
      kind: 'suggestion',
      version: 1,
    })
    expect(comment.latestRevision).toMatchObject({
      number: 1,
      text: '赞成**平层入户**。\n\n\n还请公布日照分析。',
      status: 'pending',
    })
    expect(comment.latestRevision.html).toContain('<strong>平层入户</strong>')
    expect(await queue()).toBe(before + 1)
    const events = await db().auditEvent.findMany({ where: { objectId: posted.commentId } })
    expect(events.map(({ action, actorId, actorRole }) => [action, actorId, actorRole])).toEqual([
      ['comment.posted', author.personId, 'resident'],
    ])
    const topic = await db().topic.findUniqueOrThrow({ where: { id: topicId } })
    expect(topic.commentCount).toBe(0)
  })

  it('publishes at once where the topic reviews afterwards', async () => {
    const topic = await makeTopic(db(), { mode: 'postModeration' })
    const before = await queue()
    const posted = await say(author, { topicId: topic.id, stance: 'oppose' })
    expect(posted.status).toBe('published')
    const after = await db().topic.findUniqueOrThrow({
      where: { id: topic.id },
      include: { tallies: true, comments: { include: { currentRevision: true } } },
    })
    expect(after).toMatchObject({ commentCount: 1, voiceCount: 1, lastCommentAt: site.now })
    expect(after.tallies).toMatchObject([{ stance: 'oppose', count: 1 }])
    expect(after.comments).toMatchObject([
      { status: 'published', currentRevision: { status: 'published', decidedAt: null } },
    ])
    // It is looked at afterwards.
    expect(await queue()).toBe(before + 1)
  })

  it('makes one comment of a form that was sent twice', async () => {
    const first = await say(author, { topicId, text: '点了两下。' })
    const second = await say(author, { topicId, text: '点了两下。' })
    expect(second).toEqual(first)
    site.advance(61_000)
    expect((await say(author, { topicId, text: '点了两下。' })).commentId).not.toBe(first.commentId)
  })

  it('marks what was written in another language', async () => {
    const { commentId } = await say(author, { topicId, text: 'Please add ramps.' })
    expect((await db().comment.findUniqueOrThrow({ where: { id: commentId } })).lang).toBe('en')
  })
})

describe('who may post', () => {
  it('is nobody without account, number, or good standing', async () => {
    await expect(say(null, { topicId })).rejects.toMatchObject({ code: 'signInRequired' })
    const unconfirmed = await makeActor(db(), [], { phoneConfirmedAt: null })
    await expect(say(unconfirmed, { topicId })).rejects.toMatchObject({
      code: 'verificationRequired',
    })
    const suspended = await makeActor(db(), [], { suspended: true })
    await expect(say(suspended, { topicId })).rejects.toMatchObject({ code: 'sanctioned' })
  })

  it('is nobody in a topic that takes in nothing', async () => {
    for (const given of [
      { stage: 'concluding' as const },
      { mode: 'readOnly' as const },
      { paused: true },
      { closesAt: new Date(site.now.getTime() - 1) },
    ]) {
      const topic = await makeTopic(db(), given)
      await expect(say(author, { topicId: topic.id })).rejects.toMatchObject({ code: 'readOnly' })
      expect(await db().comment.count({ where: { topicId: topic.id } })).toBe(0)
    }
  })

  it('is told when there is no such topic', async () => {
    for (const wrong of [newId(0), 'x', "'; DROP TABLE comments; --"]) {
      await expect(say(author, { topicId: wrong })).rejects.toMatchObject({ code: 'notFound' })
    }
  })

  it('may not do so without end', async () => {
    const eager = await makeActor(db())
    for (let n = 0; n < 12; n++) await say(eager, { topicId, text: `第 ${n} 条` })
    await expect(say(eager, { topicId, text: '还有' })).rejects.toMatchObject({
      code: 'tooManyRequests',
    })
    const own = await db().comment.count({ where: { authorId: eager.personId } })
    expect(own).toBe(12)
  })
})

describe('the words of a comment', () => {
  it.each([
    ['none', ' \n\t '],
    ['too many', '长'.repeat(2001)],
    ['a NUL', '前\0后'],
    ['half of a character', '前\ud83d后'],
  ])('are refused when they are %s', async (_, text) => {
    const writer = await makeActor(db())
    await expect(say(writer, { topicId, text })).rejects.toMatchObject({
      code: 'invalidInput',
      params: { field: 'text' },
    })
  })

  it('may be 2,000 characters, also of those that take two units', async () => {
    const writer = await makeActor(db())
    const { commentId } = await say(writer, { topicId, text: '𠮷'.repeat(2000) })
    expect(commentId).toBeTruthy()
  })
})

describe('the voice of a comment', () => {
  it('is what the grants say, with the verified title, or the resident’s by choice', async () => {
    const member = await makeActor(db(), [{ role: 'member', title: '区政协委员·教育界' }])
    const spoken = await say(member, { topicId, text: '作为委员。' })
    const plain = await say(member, { topicId, text: '作为居民。', voice: 'resident' })
    const voices = await db().comment.findMany({
      where: { id: { in: [spoken.commentId, plain.commentId] } },
      orderBy: { id: 'asc' },
      select: { voice: true, authorTitle: true },
    })
    expect(voices).toEqual([
      { voice: 'member', authorTitle: '区政协委员·教育界' },
      { voice: 'resident', authorTitle: null },
    ])
  })

  it('names the department of an official', async () => {
    const department = await makeDepartment(db())
    const official = await makeActor(db(), [
      { role: 'official', duty: 'draft', departmentId: department.id },
    ])
    const { commentId } = await say(official, { topicId })
    expect(await db().comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({
      voice: 'official',
      authorTitle: department.name,
    })
  })

  it('is the convener’s in topics of their own studio alone', async () => {
    const studio = await makeStudio(db())
    const own = await makeTopic(db(), { studioId: studio.id })
    const convener = await makeActor(db(), [{ role: 'convener', studioId: studio.id }])
    await expect(say(convener, { topicId, voice: 'convener' })).rejects.toMatchObject({
      code: 'invalidInput',
      params: { field: 'voice' },
    })
    const { commentId } = await say(convener, { topicId: own.id })
    expect((await db().comment.findUniqueOrThrow({ where: { id: commentId } })).voice).toBe(
      'convener',
    )
  })
})

describe('a reply', () => {
  it('goes below the opening comment, mentions whom it answers, and takes no side', async () => {
    const root = await makeComment(db(), { topicId })
    const first = await makeComment(db(), { topicId, rootId: root.id })
    const { commentId } = await say(author, {
      topicId,
      text: '回复。',
      replyTo: first.id,
      stance: 'oppose',
    })
    expect(await db().comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({
      rootId: root.id,
      replyToId: first.id,
      stance: null,
    })
  })

  it('is refused to what is not public, gone, or of another topic', async () => {
    const eager = await makeActor(db())
    const waiting = await makeComment(db(), { topicId, status: 'pending' })
    const elsewhere = await makeComment(db())
    for (const replyTo of [waiting.id, elsewhere.id, newId(0)]) {
      await expect(say(eager, { topicId, text: `回 ${replyTo}`, replyTo })).rejects.toMatchObject({
        code: 'invalidInput',
        params: { field: 'replyTo' },
      })
    }
  })
})

describe('a quote', () => {
  it('names a published revision of the topic', async () => {
    const quoter = await makeActor(db())
    const quoted = await makeComment(db(), { topicId })
    const { commentId } = await say(quoter, { topicId, quote: quoted.latestRevisionId })
    expect(
      (await db().comment.findUniqueOrThrow({ where: { id: commentId } })).quotedRevisionId,
    ).toBe(quoted.latestRevisionId)
    const waiting = await makeComment(db(), { topicId, status: 'pending' })
    const elsewhere = await makeComment(db())
    for (const quote of [waiting.latestRevisionId, elsewhere.latestRevisionId, quoted.id]) {
      await expect(say(quoter, { topicId, text: `引 ${quote}`, quote })).rejects.toMatchObject({
        code: 'invalidInput',
        params: { field: 'quote' },
      })
    }
  })
})
