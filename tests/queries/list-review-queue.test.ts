import { beforeAll, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { returnComment } from '~/commands/return-comment.server'
import { NO_FILTER, type ReviewFilter } from '~/domain/moderation/review-filter'
import type { ReviewView } from '~/domain/moderation/review-view'
import type { Actor } from '~/domain/person/actor'
import { getNextReview } from '~/queries/get-next-review.server'
import { getReviewItem } from '~/queries/get-review-item.server'
import { listReviewQueue, QUEUE_PAGE_SIZE } from '~/queries/list-review-queue.server'
import { countReviewQueue } from '~/queries/count-review-queue.server'
import { listReviewChoices } from '~/queries/list-review-choices.server'
import { listRejectionReasons } from '~/queries/list-rejection-reasons.server'
import { newId } from '~/server/ids.server'
import { makeActor, makeComment, makePerson, makeStudio, makeTopic } from '#tests/factories/make'
import { queueForReview } from '#tests/factories/queue'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const MINUTE_MS = 60_000

let moderator: Actor
let topics: Array<{ id: string; title: string; studioId: string }>
/** Waiting comments, oldest first: every third in the second topic. */
let waiting: string[]

beforeAll(async () => {
  moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  await db().rejectionReason.createMany({
    data: [
      { code: 'second', label: '乙', text: '第二。', position: 2 },
      { code: 'first', label: '甲', text: '第一。', position: 1 },
      { code: 'old', label: '旧', text: '停用。', position: 0, active: false },
    ],
  })
  topics = [await makeTopic(db()), await makeTopic(db())]
  waiting = []
  for (let i = 0; i < 65; i += 1) {
    const comment = await makeComment(db(), {
      status: 'pending',
      topicId: topics[i % 3 === 0 ? 1 : 0]?.id,
      createdAt: new Date(TEST_NOW.getTime() - (65 - i) * MINUTE_MS),
    })
    waiting.push(comment.id)
  }
})

const scope = (viewer: Actor = moderator) => site.scope(viewer)

/** All pages of a view, by their links. */
async function readAll(view: ReviewView, topic?: string, viewer: Actor = moderator) {
  const filter = { ...NO_FILTER, topic: topic ?? null }
  const pages: string[][] = []
  let after: string | null = null
  do {
    const page = await listReviewQueue(scope(viewer), { view, filter, after })
    pages.push(page.entries.map(({ commentId }) => commentId))
    after = page.nextAfter
  } while (after !== null)
  return pages
}

const ofTopic = (id = '') => ({ ...NO_FILTER, topic: id })

async function seen(commentId: string) {
  const { version, latestRevisionId } = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
  })
  return { commentId, revisionId: latestRevisionId, version }
}

describe('the queue', () => {
  it('comes oldest first, thirty a page, each entry once', async () => {
    const pages = await readAll('pending')
    expect(pages.map((page) => page.length)).toEqual([QUEUE_PAGE_SIZE, QUEUE_PAGE_SIZE, 5])
    expect(pages.flat()).toEqual(waiting)
  })

  it('shows one topic alone when asked', async () => {
    const [, second] = topics
    const ofSecond = waiting.filter((_, i) => i % 3 === 0)
    expect((await readAll('pending', second?.id)).flat()).toEqual(ofSecond)
    const newestFirst = topics.map(({ id, title }) => ({ id, name: title }))
    newestFirst.sort((one, other) => (one.id < other.id ? 1 : -1))
    expect((await listReviewChoices(scope())).topics).toEqual(newestFirst)
  })

  it('goes on where it was after others decided on what came before', async () => {
    const first = await listReviewQueue(scope(), { view: 'pending' })
    const again = await listReviewQueue(scope(), { view: 'pending', after: first.nextAfter })
    expect(again.entries[0]?.commentId).toBe(waiting[QUEUE_PAGE_SIZE])
  })

  it('refuses a cursor that was changed by hand', async () => {
    for (const bad of ['x', "' OR 1=1", 'A'.repeat(26), '../..']) {
      await expect(listReviewQueue(scope(), { view: 'pending', after: bad })).rejects.toMatchObject(
        { code: 'invalidCursor' },
      )
    }
  })

  it('is for moderators', async () => {
    const resident = scope(await makeActor(db()))
    for (const read of [
      () => listReviewQueue(resident, { view: 'pending' }),
      () => listReviewChoices(resident),
      () => listRejectionReasons(resident),
      () => getNextReview(resident),
      () => getReviewItem(resident, waiting[0] ?? ''),
      () => listReviewQueue(site.scope(null), { view: 'pending' }),
    ]) {
      await expect(read()).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('tells what is for a colleague', async () => {
    const speaker = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
    await makeComment(db(), { topicId: topics[1]?.id, authorId: speaker.personId })
    const { entries } = await listReviewQueue(scope(speaker), { view: 'pending' })
    for (const entry of entries) {
      expect(entry.recusal).toBe(entry.topic.id === topics[1]?.id ? 'spoke' : null)
    }
  })
})

describe('a filter', () => {
  it('of what is decided says how much passes, up to 200 and one more', async () => {
    const topic = await makeTopic(db())
    const author = await makePerson(db())
    const make = (status: 'published' | 'rejected' | 'returned') =>
      makeComment(db(), { topicId: topic.id, authorId: author.id, status })
    const count = (view: ReviewView) =>
      countReviewQueue(scope(), { view, filter: { ...NO_FILTER, topic: topic.id } })
    const waits = await make('published')
    await queueForReview(db(), waits.id)
    expect(await count('approved')).toBe(0)
    for (let n = 0; n < 201; n += 1) await make('published')
    await make('rejected')
    await make('returned')
    await make('returned')
    expect(await count('approved')).toBe(201)
    expect(await count('rejected')).toBe(1)
    expect(await count('returned')).toBe(2)
    expect(await count('mine')).toBe(0)
    // Of what waits, too, no more are counted than one beyond the most that is said.
    await db()
      .$executeRaw`UPDATE "comments" SET "latestStatus" = 'pending' WHERE "topicId" = ${topic.id}`
    await db().$executeRaw`
      INSERT INTO "review_tasks" ("id", "kind", "commentId", "revisionId", "topicId", "studioId", "categoryId",
          "authorId", "voice", "createdAt", "dueAt")
      SELECT 't' || c."id", 'pending', c."id", c."latestRevisionId", c."topicId", ${topic.studioId},
             ${topic.categoryId}, c."authorId", c."voice", now(), now()
        FROM "comments" c WHERE c."topicId" = ${topic.id} AND c."id" <> ${waits.id}`
    expect(await count('pending')).toBe(201)
    expect(await count('approved')).toBe(0)
    // Other tests count what waits.
    await db().reviewTask.deleteMany({ where: { topicId: topic.id } })
  }, 60_000)

  it('narrows what waits by each of its fields, and says how much passes', async () => {
    const topic = await makeTopic(db())
    const hour = 60 * MINUTE_MS
    const make = async (hoursAgo: number, given: Parameters<typeof makeComment>[1] = {}) => {
      const createdAt = new Date(TEST_NOW.getTime() - hoursAgo * hour)
      return makeComment(db(), { status: 'pending', topicId: topic.id, createdAt, ...given })
    }
    const old = await make(30)
    const late = await make(5, { voice: 'expert' })
    const fresh = await make(0)
    await db().reviewTask.updateMany({
      where: { commentId: fresh.id },
      data: { rules: ['phone', 'advert'], risk: 9 },
    })
    const read = async (given: Partial<ReviewFilter>) => {
      const filter = { ...NO_FILTER, topic: topic.id, ...given }
      const { entries } = await listReviewQueue(scope(), { view: 'pending', filter })
      expect(await countReviewQueue(scope(), { view: 'pending', filter })).toBe(entries.length)
      return entries.map(({ commentId }) => commentId)
    }
    expect(await read({})).toEqual([old.id, late.id, fresh.id])
    expect(await read({ age: 'hour' })).toEqual([old.id, late.id])
    expect(await read({ age: 'day' })).toEqual([old.id])
    expect(await read({ age: 'overdue' })).toEqual([old.id, late.id])
    expect(await read({ voice: 'expert' })).toEqual([late.id])
    expect(await read({ rule: 'phone' })).toEqual([fresh.id])
    expect(await read({ studio: topic.studioId })).toEqual([old.id, late.id, fresh.id])
    expect(await read({ category: topic.categoryId, rule: 'advert' })).toEqual([fresh.id])
    expect(await read({ studio: topics[0]?.studioId ?? null })).toEqual([])
    const ids = async (filter = NO_FILTER) =>
      (await listReviewChoices(scope(), 'pending', filter)).topics.map(({ id }) => id)
    expect(await ids()).toContain(topic.id)
    for (const { id } of [old, late, fresh]) await unqueue(id)
    expect(await ids()).not.toContain(topic.id)
    expect(await ids({ ...NO_FILTER, topic: topic.id })).toContain(topic.id)
  })

  it('puts the riskier first among what is due at the same time', async () => {
    const topic = await makeTopic(db())
    const ids: string[] = []
    for (const risk of [0, 7, 3, 7]) {
      const { id } = await makeComment(db(), { status: 'pending', topicId: topic.id })
      await db().reviewTask.updateMany({ where: { commentId: id }, data: { risk } })
      ids.push(id)
    }
    const order = [1, 3, 2, 0].map((i) => ids[i])
    expect((await readAll('pending', topic.id)).flat()).toEqual(order)
    const second = await seen(ids[3] ?? '')
    expect(
      await getNextReview(scope(), {
        filter: ofTopic(topic.id),
        afterRevisionId: second.revisionId,
      }),
    ).toBe(ids[2])
    for (const id of ids) await unqueue(id)
  })
})

/** Takes a comment out of what waits, so that other tests need not see it. */
async function unqueue(commentId: string) {
  await db().reviewTask.updateMany({ where: { commentId }, data: { closedAt: TEST_NOW } })
}

describe('the next one', () => {
  it('is the oldest behind the one that was decided, and at the end the oldest of all', async () => {
    const { revisionId } = await seen(waiting[3] ?? '')
    expect(await getNextReview(scope(), { afterRevisionId: revisionId })).toBe(waiting[4])
    const last = await seen(waiting[64] ?? '')
    expect(await getNextReview(scope(), { afterRevisionId: last.revisionId })).toBe(waiting[0])
    expect(await getNextReview(scope(), { filter: ofTopic(topics[0]?.id) })).toBe(waiting[1])
  })

  it('is never one that the viewer leaves to a colleague', async () => {
    const studioId = topics[1]?.studioId ?? ''
    const runs = await makeActor(db(), [
      { role: 'moderator', duty: 'review' },
      { role: 'liaison', studioId },
    ])
    expect(await getNextReview(scope(runs))).toBe(waiting[1])

    const speaker = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    await makeComment(db(), {
      topicId: topics[1]?.id,
      authorId: speaker.personId,
      status: 'published',
    })
    expect(await getNextReview(scope(speaker))).toBe(waiting[1])
    await makeComment(db(), { topicId: topics[0]?.id, authorId: speaker.personId })
    expect(await getNextReview(scope(speaker))).toBeNull()
    expect(await getNextReview(scope(speaker), { filter: ofTopic(topics[1]?.id) })).toBeNull()
  })
})

describe('the other views', () => {
  it('hold what was decided, newest first', async () => {
    const mine = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    const topic = await makeTopic(db())
    const ids: string[] = []
    for (let i = 0; i < 3; i += 1) {
      const { id } = await makeComment(db(), { status: 'pending', topicId: topic.id })
      ids.push(id)
    }
    const [approved = '', rejected = '', returned = ''] = ids
    await approveComment(scope(mine), await seen(approved))
    await rejectComment(scope(mine), {
      ...(await seen(rejected)),
      reasonCode: 'first',
      reasonText: '第一。',
    })
    await returnComment(scope(mine), { ...(await seen(returned)), request: '请补充。' })

    expect((await readAll('mine', undefined, mine)).flat()).toEqual([returned, rejected, approved])
    expect((await readAll('mine')).flat()).toEqual([])
    expect((await readAll('mine', topics[0]?.id, mine)).flat()).toEqual([])
    expect((await readAll('approved', topic.id)).flat()).toEqual([approved])
    expect((await readAll('rejected')).flat()).toEqual([rejected])
    expect((await readAll('returned')).flat()).toEqual([returned])
    expect((await readAll('returned', topics[0]?.id)).flat()).toEqual([])
    const { entries } = await listReviewQueue(scope(mine), { view: 'mine' })
    expect(entries.map(({ decision }) => decision)).toEqual(
      (['return', 'reject', 'approve'] as const).map((outcome) => ({
        id: expect.any(String),
        outcome,
        at: TEST_NOW,
        moderator: mine.displayName,
        settlesAt: null,
      })),
    )
  })
})

describe('reasons', () => {
  it('are those in use, in their order', async () => {
    expect(await listRejectionReasons(scope())).toEqual([
      { code: 'first', label: '甲', text: '第一。' },
      { code: 'second', label: '乙', text: '第二。' },
    ])
  })
})

describe('an item', () => {
  it('brings what its reviewer needs', async () => {
    const topic = await makeTopic(db(), { studioId: (await makeStudio(db())).id })
    const since = new Date(TEST_NOW.getTime() - 40 * 24 * 60 * MINUTE_MS)
    const author = await makePerson(db(), { createdAt: since })
    const at = (minutes: number) => new Date(TEST_NOW.getTime() - minutes * MINUTE_MS)
    const root = await makeComment(db(), { topicId: topic.id, text: '开头。', createdAt: at(60) })
    const reply = (given: Parameters<typeof makeComment>[1]) =>
      makeComment(db(), { topicId: topic.id, rootId: root.id, ...given })
    const before = await reply({ text: '前面的。', createdAt: at(50) })
    await reply({ text: '还没审的。', status: 'pending', createdAt: at(45) })
    const comment = await reply({
      text: '电话是13900000001。',
      status: 'returned',
      authorId: author.id,
      replyToId: before.id,
      quotedRevisionId: root.latestRevisionId,
      createdAt: at(40),
    })
    const after = await reply({ text: '后面的。', createdAt: at(30) })
    await makeComment(db(), { authorId: author.id, status: 'published' })
    await makeComment(db(), { authorId: author.id, status: 'rejected' })
    const other = await makeComment(db(), {
      topicId: topic.id,
      authorId: author.id,
      text: '另一条。',
    })
    await db().moderationDecision.create({
      data: {
        id: newId(TEST_NOW.getTime()),
        commentId: comment.id,
        revisionId: comment.latestRevisionId,
        outcome: 'return',
        reasonText: '请删去电话。',
        moderatorId: moderator.personId,
        decidedAt: TEST_NOW,
        settlesAt: TEST_NOW,
        settledAt: TEST_NOW,
        waitedMs: 1,
      },
    })
    const revisionId = newId(TEST_NOW.getTime())
    await db().commentRevision.create({
      data: {
        id: revisionId,
        commentId: comment.id,
        number: 2,
        text: '电话不写了。',
        html: '<p>电话不写了。</p>',
        rendererVersion: 1,
        kind: 'opinion',
        status: 'pending',
        createdAt: TEST_NOW,
      },
    })
    await db().comment.update({
      where: { id: comment.id },
      data: {
        latestRevisionId: revisionId,
        latestStatus: 'pending',
        status: 'pending',
        version: 2,
      },
    })

    const item = await getReviewItem(scope(), comment.id)
    expect(item).toMatchObject({
      version: 2,
      status: 'pending',
      latestStatus: 'pending',
      open: true,
      recusal: null,
      topic: { id: topic.id },
      author: { since, published: 2, rejected: 1, returned: 0 },
      revision: { id: revisionId, number: 2, html: '<p>电话不写了。</p>' },
      changes: [
        { kind: 'same', text: '电话' },
        { kind: 'removed', text: '是13900000001' },
        { kind: 'added', text: '不写了' },
        { kind: 'same', text: '。' },
      ],
      earlier: [{ number: 1, text: '电话是13900000001。' }],
      decisions: [{ outcome: 'return', reasonText: '请删去电话。', revisionNumber: 1 }],
      root: { id: root.id, html: '<p>开头。</p>' },
      repliedTo: { id: before.id, html: '<p>前面的。</p>' },
      quoted: { id: root.id, html: '<p>开头。</p>' },
      byAuthor: [{ id: other.id }],
    })
    expect(item?.neighbours.map(({ id }) => id)).toEqual([before.id, after.id])
  })

  it('names its recusal, and that nothing is left to decide', async () => {
    const own = await makeComment(db(), { authorId: moderator.personId, status: 'rejected' })
    expect(await getReviewItem(scope(), own.id)).toMatchObject({ open: false, recusal: 'own' })
  })

  it('that is none is null', async () => {
    expect(await getReviewItem(scope(), 'nonsense')).toBeNull()
    expect(await getReviewItem(scope(), newId(TEST_NOW.getTime()))).toBeNull()
  })
})
