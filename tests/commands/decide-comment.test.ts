import { beforeAll, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import type { Decided } from '~/commands/write-decision.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { returnComment } from '~/commands/return-comment.server'
import { standingView } from '~/domain/moderation/queue-counts'
import { histogramDay } from '~/domain/moderation/review-wait'
import { standingOf } from '~/domain/moderation/standing'
import type { Actor } from '~/domain/person/actor'
import { recountQueue } from '~/queries/recount-queue.server'
import { newId } from '~/server/ids.server'
import { auditHash } from '~/server/audit/hashing.server'
import { type AuditRecord } from '~/server/transact.server'
import { makeActor, makeComment, makePerson, makeStudio, makeTopic } from '#tests/factories/make'
import { addToCount, queueCounts as keptCounts, queueForReview } from '#tests/factories/queue'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const MINUTE_MS = 60_000

const makeModerator = () => makeActor(db(), [{ role: 'moderator', duty: 'review' }])

beforeAll(async () => {
  await db().rejectionReason.createMany({
    data: [
      { code: 'advertising', label: '广告', text: '您的发言含有商业推广。', position: 1 },
      { code: 'retired', label: '旧原因', text: '不再使用。', position: 2, active: false },
    ],
  })
})

/** What a moderator has in front of them when they decide. */
async function seen(commentId: string) {
  const { version, latestRevisionId } = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
  })
  return { commentId, revisionId: latestRevisionId, version }
}

async function makeWaiting(given: Parameters<typeof makeComment>[1] = {}) {
  const comment = await makeComment(db(), { status: 'pending', ...given })
  return { comment, text: await seen(comment.id) }
}

/** Has a moderator open what waits, so many minutes before now; a rule had held it. */
async function opened(commentId: string, by: Actor, minutes: number) {
  await db().reviewTask.updateMany({
    where: { commentId, kind: 'pending' },
    data: {
      rules: ['phone', 'burst'],
      leasedById: by.personId,
      leasedUntil: new Date(site.now.getTime() + MINUTE_MS),
      openedAt: new Date(site.now.getTime() - minutes * MINUTE_MS),
    },
  })
}

/** A new text of a comment that waits, as an edit leaves it. */
async function revise(commentId: string, text: string) {
  const { latestRevision, ...comment } = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    include: { latestRevision: true },
  })
  const id = newId(site.now.getTime())
  await db().commentRevision.create({
    data: {
      id,
      commentId,
      number: latestRevision.number + 1,
      text,
      html: `<p>${text}</p>`,
      rendererVersion: 1,
      kind: comment.kind,
      status: 'pending',
      createdAt: site.now,
    },
  })
  if (latestRevision.status === 'pending') {
    await db().commentRevision.update({
      where: { id: latestRevision.id },
      data: { status: 'superseded' },
    })
  }
  await db().comment.update({
    where: { id: commentId },
    data: { latestRevisionId: id, latestStatus: 'pending', version: { increment: 1 } },
  })
  const counted = standingView(standingOf(comment.latestStatus), false)
  if (counted) await addToCount(db(), counted, -1)
  await queueForReview(db(), commentId)
}

const queueCounts = () => keptCounts(db())

/** What the counts should be, counted anew. */
const recount = () => recountQueue(db())

async function auditOf(commentId: string) {
  const event = await db().auditEvent.findFirstOrThrow({
    where: { objectType: 'comment', objectId: commentId },
    orderBy: { id: 'desc' },
  })
  expect(event.hash).toBe(auditHash(event))
  return event
}

describe('the trail of a decision', () => {
  it('tells from which queue it came, which rules had held it and how long it took', async () => {
    const moderator = await makeModerator()
    const { comment, text } = await makeWaiting()
    await opened(comment.id, moderator, 3)
    await approveComment(site.scope(moderator), text)
    expect((await auditOf(comment.id)).detail).toMatchObject({
      queue: 'pending',
      rule: ['phone', 'burst'],
      tookMs: 3 * MINUTE_MS,
    })
  })

  it('leaves out how long it took where the item was not opened, and rules where none held it', async () => {
    const { comment, text } = await makeWaiting()
    await approveComment(site.scope(await makeModerator()), text)
    expect((await auditOf(comment.id)).detail).toMatchObject({
      queue: 'pending',
      rule: null,
      tookMs: null,
    })
  })
})

describe('通过', () => {
  it('publishes the text, and writes decision, trail, message and counts with it', async () => {
    const moderator = await makeModerator()
    const { comment, text } = await makeWaiting({
      createdAt: new Date(TEST_NOW.getTime() - 12 * MINUTE_MS - 1),
      stance: 'oppose',
    })
    const before = await queueCounts()
    const decided = await approveComment(site.scope(moderator), text)

    expect(decided).toMatchObject({ outcome: 'approve', topicId: comment.topicId, settlesAt: null })
    const after = await db().comment.findUniqueOrThrow({
      where: { id: comment.id },
      include: { currentRevision: true, decisions: true, topic: { include: { tallies: true } } },
    })
    expect(after).toMatchObject({
      status: 'published',
      latestStatus: 'published',
      currentRevisionId: text.revisionId,
      version: text.version + 1,
      publishedAt: TEST_NOW,
      currentRevision: { status: 'published', decidedAt: TEST_NOW },
      topic: { commentCount: 1, voiceCount: 1, tallies: [{ stance: 'oppose', count: 1 }] },
    })
    expect(after.decisions).toMatchObject([
      {
        revisionId: text.revisionId,
        outcome: 'approve',
        moderatorId: moderator.personId,
        decidedAt: TEST_NOW,
        waitedMs: BigInt(12 * MINUTE_MS + 1),
        reasonCode: null,
        reasonText: null,
      },
    ])
    expect(await auditOf(comment.id)).toMatchObject({
      action: 'comment.approved' satisfies AuditRecord['action'],
      actorId: moderator.personId,
      actorRole: 'moderator',
      detail: {
        revisionId: text.revisionId,
        version: text.version,
        before: { comment: 'pending', revision: 'pending' },
        after: { comment: 'published', revision: 'published' },
      },
    })
    const message = await db().textMessage.findFirstOrThrow({
      where: { personId: comment.authorId },
    })
    expect(message.body).toContain(after.topic.title)
    expect(message.body).toContain(`/receipts/${comment.id}`)
    expect((await queueCounts())['pending']).toBe((before['pending'] ?? 0) - 1)
    expect(
      await db().durationHistogram.findMany({
        where: { measure: 'review.wait', day: histogramDay(TEST_NOW), value: 13 },
      }),
    ).toMatchObject([{ count: 1 }])
  })

  it('of an edit replaces the published text', async () => {
    const comment = await makeComment(db())
    await revise(comment.id, '改过的话。')
    const text = await seen(comment.id)
    const decided = await approveComment(site.scope(await makeModerator()), text)

    expect(decided.settlesAt).toBeNull()
    const revisions = await db().commentRevision.findMany({
      where: { commentId: comment.id },
      orderBy: { number: 'asc' },
    })
    expect(revisions.map(({ status }) => status)).toEqual(['superseded', 'published'])
    const topic = await db().topic.findUniqueOrThrow({ where: { id: comment.topicId } })
    expect(topic.commentCount).toBe(1)
    expect(await queueCounts()).toEqual(await recount())
  })

  it('drops the pages of the topic, in every process', async () => {
    const { comment, text } = await makeWaiting()
    const generation = site.container.pages.generation(`topic:${comment.topicId}`)
    await approveComment(site.scope(await makeModerator()), text)
    expect(site.container.pages.generation(`topic:${comment.topicId}`)).toBeGreaterThan(generation)
  })

  it('confirms what 先发后审 published, which waited for nobody', async () => {
    const comment = await makeComment(db(), {
      createdAt: new Date(TEST_NOW.getTime() - 777 * MINUTE_MS),
    })
    await approveComment(site.scope(await makeModerator()), await seen(comment.id))
    const decision = await db().moderationDecision.findFirstOrThrow({
      where: { commentId: comment.id },
    })
    expect(decision.outcome).toBe('approve')
    expect(await db().durationHistogram.count({ where: { value: 777 } })).toBe(0)
    expect(await queueCounts()).toEqual(await recount())
  })
})

describe('不通过', () => {
  const words = '请删去电话号码后重新发表。'

  it('needs a reason of the list that is in use, and words', async () => {
    const moderator = site.scope(await makeModerator())
    const { comment, text } = await makeWaiting()
    const reject = (reasonCode: string, reasonText: string) =>
      rejectComment(moderator, { ...text, reasonCode, reasonText })

    await expect(reject('', words)).rejects.toMatchObject({
      code: 'invalidInput',
      params: { field: 'reasonCode' },
    })
    await expect(reject('unheard-of', words)).rejects.toMatchObject({ code: 'invalidInput' })
    await expect(reject('retired', words)).rejects.toMatchObject({ code: 'invalidInput' })
    for (const empty of ['', ' \n ', '\u200b', 'x'.repeat(501), 'nul\0', '\ud800']) {
      await expect(reject('advertising', empty)).rejects.toMatchObject({
        code: 'invalidInput',
        params: { field: 'reasonText' },
      })
    }
    expect(await seen(comment.id)).toEqual(text)
    expect(await db().moderationDecision.count({ where: { commentId: comment.id } })).toBe(0)
  })

  it('keeps the text from the public and tells its author why', async () => {
    const { comment, text } = await makeWaiting()
    const decided = await rejectComment(site.scope(await makeModerator()), {
      ...text,
      reasonCode: 'advertising',
      reasonText: ` ${words} `,
      note: '第二次了',
    })
    expect(decided).toMatchObject({ outcome: 'reject', settlesAt: null })
    const after = await db().comment.findUniqueOrThrow({
      where: { id: comment.id },
      include: { decisions: true, topic: true, latestRevision: true },
    })
    expect(after).toMatchObject({
      status: 'rejected',
      latestStatus: 'rejected',
      currentRevisionId: null,
      version: text.version + 1,
      latestRevision: { status: 'rejected', decidedAt: TEST_NOW },
      decisions: [{ reasonCode: 'advertising', reasonText: words, note: '第二次了' }],
      topic: { commentCount: 0, voiceCount: 0 },
    })
    expect(await auditOf(comment.id)).toMatchObject({
      action: 'comment.rejected',
      detail: { reason: 'advertising' },
    })
    expect(await db().textMessage.count({ where: { personId: comment.authorId } })).toBe(1)
    expect(await queueCounts()).toEqual(await recount())
  })

  it('of an edit leaves what was published', async () => {
    const comment = await makeComment(db())
    await revise(comment.id, '改坏了的话。')
    const decided = await rejectComment(site.scope(await makeModerator()), {
      ...(await seen(comment.id)),
      reasonCode: 'advertising',
      reasonText: words,
    })
    expect(decided.settlesAt).toBeNull()
    const after = await db().comment.findUniqueOrThrow({ where: { id: comment.id } })
    expect(after).toMatchObject({
      status: 'published',
      latestStatus: 'rejected',
      currentRevisionId: comment.latestRevisionId,
    })
    expect(await queueCounts()).toEqual(await recount())
  })

  it('of what 先发后审 published takes it out of public', async () => {
    const comment = await makeComment(db(), { stance: 'support' })
    await rejectComment(site.scope(await makeModerator()), {
      ...(await seen(comment.id)),
      reasonCode: 'advertising',
      reasonText: words,
    })
    const after = await db().comment.findUniqueOrThrow({
      where: { id: comment.id },
      include: { topic: true, latestRevision: true },
    })
    expect(after).toMatchObject({
      status: 'rejected',
      currentRevisionId: null,
      latestRevision: { status: 'rejected' },
      topic: { commentCount: 0, voiceCount: 0 },
    })
    expect(await queueCounts()).toEqual(await recount())
  })
})

describe('退回修改', () => {
  it('says what to change, and takes the text up again when it comes back', async () => {
    const moderator = site.scope(await makeModerator())
    const { comment, text } = await makeWaiting()
    await expect(returnComment(moderator, { ...text, request: '  ' })).rejects.toMatchObject({
      code: 'invalidInput',
      params: { field: 'request' },
    })
    await returnComment(moderator, { ...text, request: '请把第二句的姓名删去。' })
    const returned = await db().comment.findUniqueOrThrow({
      where: { id: comment.id },
      include: { decisions: true },
    })
    expect(returned).toMatchObject({
      status: 'returned',
      latestStatus: 'returned',
      decisions: [{ outcome: 'return', reasonCode: null, reasonText: '请把第二句的姓名删去。' }],
    })
    expect(await queueCounts()).toEqual(await recount())

    await revise(comment.id, '删去了姓名。')
    expect(await queueCounts()).toEqual(await recount())
    const decided = await approveComment(moderator, await seen(comment.id))
    expect(decided.settlesAt).toBeNull()
    expect(await db().moderationDecision.count({ where: { commentId: comment.id } })).toBe(2)
    expect(await queueCounts()).toEqual(await recount())
  })
})

describe('who decides', () => {
  it('is no resident, no official, nobody who is suspended', async () => {
    const { text } = await makeWaiting()
    const suspended = await makeActor(db(), [{ role: 'moderator', duty: 'review' }], {
      suspended: true,
    })
    const others = [
      null,
      await makeActor(db()),
      await makeActor(db(), [{ role: 'admin' }]),
      suspended,
    ]
    for (const viewer of others) {
      await expect(approveComment(site.scope(viewer), text)).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(
        rejectComment(site.scope(viewer), {
          ...text,
          reasonCode: 'advertising',
          reasonText: '原因',
        }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('is not the author, nor who speaks in the topic, nor who runs it', async () => {
    const refused = async (
      viewer: Actor,
      text: Awaited<ReturnType<typeof seen>>,
      recusal: string,
    ) =>
      expect(approveComment(site.scope(viewer), text)).rejects.toMatchObject({
        code: 'forbidden',
        params: { recusal },
      })

    const author = await makeModerator()
    const own = await makeWaiting({ authorId: author.personId })
    await refused(author, own.text, 'own')

    const topic = await makeTopic(db())
    const { text } = await makeWaiting({ topicId: topic.id })
    for (const status of ['published', 'pending'] as const) {
      const speaker = await makeModerator()
      await makeComment(db(), { topicId: topic.id, authorId: speaker.personId, status })
      await refused(speaker, text, 'spoke')
    }
    const withdrawn = await makeModerator()
    await makeComment(db(), {
      topicId: topic.id,
      authorId: withdrawn.personId,
      status: 'withdrawn',
    })

    const studio = await makeStudio(db())
    const run = await makeWaiting({ topicId: (await makeTopic(db(), { studioId: studio.id })).id })
    for (const role of ['convener', 'liaison'] as const) {
      const runs = await makeActor(db(), [
        { role: 'moderator', duty: 'senior' },
        { role, studioId: studio.id },
      ])
      await refused(runs, run.text, 'runsTopic')
    }
    // Who took back what they said has no part in the talk any more.
    const decided = await approveComment(site.scope(withdrawn), text)
    expect(decided.outcome).toBe('approve')
  })
})

describe('a decision on what is no longer there', () => {
  it('loses to the one made before it, and hears of it', async () => {
    const [first, second] = [await makeModerator(), await makeModerator()]
    const { comment, text } = await makeWaiting()
    await returnComment(site.scope(first), { ...text, request: '请补充地点。' })
    const events = await db().auditEvent.count()
    await expect(approveComment(site.scope(second), text)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'return', who: first.displayName, at: TEST_NOW.toISOString(), mine: 0 },
    })
    await expect(approveComment(site.scope(first), text)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'return', mine: 1 },
    })
    expect(await db().auditEvent.count()).toBe(events)
    expect(await db().moderationDecision.count({ where: { commentId: comment.id } })).toBe(1)
  })

  it('loses to the author who edited or withdrew', async () => {
    const moderator = site.scope(await makeModerator())
    const edited = await makeWaiting()
    await revise(edited.comment.id, '换了一种说法。')
    const author = await db().person.findUniqueOrThrow({ where: { id: edited.comment.authorId } })
    await expect(approveComment(moderator, edited.text)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'edited', who: author.displayName },
    })
    // The version that is there now with the revision that was there before decides nothing either.
    const { version } = await seen(edited.comment.id)
    await expect(approveComment(moderator, { ...edited.text, version })).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'edited' },
    })

    const withdrawn = await makeWaiting()
    await db().comment.update({
      where: { id: withdrawn.comment.id },
      data: { status: 'withdrawn', latestStatus: 'withdrawn', version: { increment: 1 } },
    })
    await db().reviewTask.updateMany({
      where: { commentId: withdrawn.comment.id },
      data: { closedAt: TEST_NOW },
    })
    await addToCount(db(), 'pending', -1)
    await expect(approveComment(moderator, withdrawn.text)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'withdrawn' },
    })
  })

  it('names nothing that there never was', async () => {
    const id = newId(TEST_NOW.getTime())
    await expect(
      approveComment(site.scope(await makeModerator()), {
        commentId: id,
        revisionId: id,
        version: 1,
      }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('eight moderators at one queue of forty', () => {
  it('decide on each exactly once, and leave counts that a recount confirms', async () => {
    const moderators = await Promise.all(Array.from({ length: 8 }, makeModerator))
    const people = await Promise.all(Array.from({ length: 10 }, () => makePerson(db())))
    const topics = [await makeTopic(db()), await makeTopic(db())]
    const texts: Array<Awaited<ReturnType<typeof seen>>> = []
    for (let i = 0; i < 40; i += 1) {
      const { text } = await makeWaiting({
        topicId: topics[i % 2]?.id,
        authorId: people[i % 10]?.id,
        stance: i % 3 === 0 ? 'support' : 'oppose',
        createdAt: new Date(TEST_NOW.getTime() - (40 - i) * MINUTE_MS),
      })
      texts.push(text)
    }
    const waitsBefore = await countWaits()

    const decide = (moderator: Actor, n: number, i: number): Promise<Decided> => {
      const scope = site.scope(moderator)
      const text = texts[i]!
      const turn = (n + i) % 3
      if (turn === 0) return approveComment(scope, text)
      if (turn === 1) return returnComment(scope, { ...text, request: '请补充地点。' })
      return rejectComment(scope, {
        ...text,
        reasonCode: 'advertising',
        reasonText: '含有商业推广。',
      })
    }
    const results = await Promise.allSettled(
      moderators.flatMap((moderator, n) => texts.map((_, i) => decide(moderator, n, i))),
    )

    const won = results.filter((result) => result.status === 'fulfilled')
    expect(won).toHaveLength(40)
    for (const result of results) {
      if (result.status === 'fulfilled') continue
      expect(result.reason).toMatchObject({ code: 'conflict' })
      const { what, who } = result.reason.params
      expect(['approve', 'reject', 'return']).toContain(what)
      expect(moderators.map(({ displayName }) => displayName)).toContain(who)
    }
    const ids = texts.map(({ commentId }) => commentId)
    const decisions = await db().moderationDecision.findMany({ where: { commentId: { in: ids } } })
    expect(new Set(decisions.map(({ commentId }) => commentId)).size).toBe(40)
    expect(decisions).toHaveLength(40)
    for (const decision of decisions) {
      const comment = await db().comment.findUniqueOrThrow({ where: { id: decision.commentId } })
      const stands = {
        approve: 'published',
        reject: 'rejected',
        return: 'returned',
        forward: 'rejected',
      } as const
      expect(comment).toMatchObject({ status: stands[decision.outcome], version: 2 })
    }
    const events = await db().auditEvent.count({
      where: { objectType: 'comment', objectId: { in: ids } },
    })
    expect(events).toBe(40)
    expect(await queueCounts()).toEqual(await recount())
    expect((await countWaits()) - waitsBefore).toBe(40)
    for (const { id: topicId } of topics) {
      const topic = await db().topic.findUniqueOrThrow({ where: { id: topicId } })
      const published = await db().comment.findMany({ where: { topicId, status: 'published' } })
      expect(topic.commentCount).toBe(published.length)
      expect(topic.voiceCount).toBe(new Set(published.map(({ authorId }) => authorId)).size)
      const tallies = await db().stanceTally.findMany({ where: { topicId } })
      const tallied = tallies.reduce((sum, { count }) => sum + count, 0)
      expect(tallied).toBe(published.length)
    }
  }, 120_000)
})

async function countWaits(): Promise<number> {
  const rows = await db().durationHistogram.findMany({ where: { measure: 'review.wait' } })
  return rows.reduce((sum, { count }) => sum + count, 0)
}
