import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import { approveMasked } from '~/commands/approve-masked.server'
import { editComment } from '~/commands/edit-comment.server'
import { openSecondLook } from '~/commands/open-second-look.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { returnComment } from '~/commands/return-comment.server'
import { reviseDecision } from '~/commands/revise-decision.server'
import { undoDecision } from '~/commands/undo-decision.server'
import { upholdDecision } from '~/commands/uphold-decision.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { Actor } from '~/domain/person/actor'
import { settleDecisions } from '~/jobs/settle-decisions.server'
import { getNextReview } from '~/queries/get-next-review.server'
import { getReviewItem } from '~/queries/get-review-item.server'
import { getSecondLook } from '~/queries/get-second-look.server'
import { countContested, listContested } from '~/queries/list-contested.server'
import { listReviewQueue } from '~/queries/list-review-queue.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { lotOf } from '~/server/lot.server'
import { transact } from '~/server/transact.server'
import { makeActor, makeComment } from '#tests/factories/make'
import { queueCounts, queueForReview } from '#tests/factories/queue'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const as = (viewer: Actor) => site.scope(viewer)

let author: Actor
let first: Actor
let second: Actor
let senior: Actor

const REASON = { reasonCode: 'attack', reasonText: '请去掉骂人的话。', note: '' }

beforeAll(async () => {
  await db().rejectionReason.create({
    data: { code: 'attack', label: '人身攻击', text: '您的发言含有人身攻击。', position: 1 },
  })
})

beforeEach(async () => {
  await draw(100)
  author = await makeActor(db(), [])
  first = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  second = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  senior = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
})

const draw = (secondLookPercent: number, undoSeconds = 0) =>
  db().setting.update({
    where: { key: 'moderation' },
    data: { value: { undoSeconds, secondLookPercent } },
  })

interface Text {
  commentId: string
  revisionId: string
  version: number
}

async function waiting(text?: string): Promise<Text> {
  const comment = await makeComment(db(), {
    status: 'pending',
    authorId: author.personId,
    ...(text && { text }),
  })
  await queueForReview(db(), comment.id)
  return { commentId: comment.id, revisionId: comment.latestRevisionId, version: comment.version }
}

const lookOf = (commentId: string) =>
  db().secondLook.findFirst({ where: { decision: { commentId } }, include: { task: true } })

async function looked(text: Text) {
  const item = await getSecondLook(as(second), text.commentId)
  if (!item?.secondLookId) throw new Error('no second look waits')
  return { ...text, version: item.version, secondLookId: item.secondLookId }
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { code: string; params: Record<string, unknown> }) => ({
      code: error.code,
      ...error.params,
    }),
  )

async function expectNoDrift() {
  expect(await recountQueue(db())).toEqual(await queueCounts(db()))
}

describe('a decision that settles', () => {
  it('is drawn by its lot: exactly those below the percentage that is set', async () => {
    await draw(40)
    for (let i = 0; i < 5; i += 1) await approveComment(as(first), await waiting())
    const decisions = await db().moderationDecision.findMany({
      where: { moderatorId: first.personId },
      include: { secondLook: true },
    })
    expect(decisions).toHaveLength(5)
    for (const { id, secondLook } of decisions) {
      expect(secondLook !== null).toBe(lotOf(site.container.keys.secondLook, id) < 0.4)
    }
    await expectNoDrift()
  })

  it('is not drawn before it has settled, nor once it was undone', async () => {
    await draw(100, 10)
    const [stays, undone] = [await waiting(), await waiting()]
    await approveComment(as(first), stays)
    const { decisionId } = await approveComment(as(first), undone)
    await undoDecision(as(first), decisionId)
    expect(await lookOf(stays.commentId)).toBeNull()
    site.advance(11_000)
    await settleDecisions(site.container)
    site.now = TEST_NOW
    expect((await lookOf(stays.commentId))?.task).toMatchObject({
      kind: 'secondLook',
      barredId: first.personId,
      closedAt: null,
    })
    expect(await lookOf(undone.commentId)).toBeNull()
    await expectNoDrift()
  })

  it('is drawn once: what revises it is not looked at again', async () => {
    const text = await waiting()
    const { decisionId } = await approveComment(as(first), text)
    await reviseDecision(as(first), {
      previousId: decisionId,
      outcome: 'reject',
      reason: { code: 'attack', text: '请去掉骂人的话。' },
      note: null,
    })
    const looks = await db().secondLook.findMany({
      where: { decision: { commentId: text.commentId } },
    })
    expect(looks.map((look) => look.decisionId)).toEqual([decisionId])
  })
})

describe('whoever looks a second time', () => {
  it('sees the text, what was found and what stood around it, and nothing of the first decision', async () => {
    const approved = await waiting('电话是一三八，请联系我。')
    await approveMasked(as(first), { ...approved, phrases: ['一三八'] })
    const refused = await waiting()
    await rejectComment(as(first), { ...refused, ...REASON })
    for (const text of [approved, refused]) {
      const item = await getSecondLook(as(second), text.commentId)
      expect(item).toMatchObject({
        status: 'pending',
        latestStatus: 'pending',
        decisions: [],
        earlier: [],
        open: true,
        recusal: null,
      })
      const told = JSON.stringify(item)
      for (const secret of [
        first.personId,
        '人身攻击',
        '骂人',
        '＊＊＊',
        'published',
        'rejected"',
      ]) {
        expect(told.replaceAll(/"(published|rejected|returned)":\d+/g, '')).not.toContain(secret)
      }
    }
    expect((await getSecondLook(as(second), approved.commentId))?.revision.text).toContain('一三八')
    const { entries } = await listReviewQueue(as(second), { view: 'secondLook' })
    const entry = entries.find(({ commentId }) => commentId === approved.commentId)
    expect(entry).toMatchObject({ decision: null, recusal: null })
    expect(entry?.excerpt).toContain('一三八')
  })

  it('sees the text that was decided on, though its author has replaced it since', async () => {
    const text = await waiting('原来的话。')
    await approveComment(as(first), text)
    const comment = await db().comment.findUniqueOrThrow({ where: { id: text.commentId } })
    await editComment(as(author), {
      commentId: text.commentId,
      seenVersion: comment.version,
      text: '后来的话。',
      kind: 'opinion',
      stance: 'support',
    })
    const item = await getSecondLook(as(second), text.commentId)
    expect(item?.revision).toMatchObject({ id: text.revisionId, text: '原来的话。' })
    expect(JSON.stringify(item)).not.toContain('后来的话')
    expect((await getReviewItem(as(second), text.commentId))?.revision.text).toBe('后来的话。')
  })

  it('is never the first moderator, who is given another', async () => {
    const text = await waiting()
    await approveComment(as(first), text)
    const seen = await looked(text)
    expect(await codeOf(approveComment(as(first), seen))).toMatchObject({
      code: 'forbidden',
      recusal: 'first',
    })
    expect(await getNextReview(as(first), { kind: 'secondLook' })).not.toBe(text.commentId)
    expect(await codeOf(approveComment(as(author), seen))).toMatchObject({ code: 'forbidden' })
  })

  it('records a view that changes nothing in public, and is counted', async () => {
    const text = await waiting()
    await approveComment(as(first), text)
    const before = await db().comment.findUniqueOrThrow({ where: { id: text.commentId } })
    await rejectComment(as(second), { ...(await looked(text)), ...REASON })
    expect(await db().comment.findUniqueOrThrow({ where: { id: text.commentId } })).toEqual(before)
    expect(await lookOf(text.commentId)).toMatchObject({
      moderatorId: second.personId,
      outcome: 'reject',
      reasonCode: 'attack',
      contested: true,
      result: null,
      task: { closedAt: TEST_NOW },
    })
    expect(
      await db().secondLookTally.findMany({ where: { moderatorId: first.personId } }),
    ).toMatchObject([{ first: 'approve', second: 'reject:attack', count: 1 }])
    await expectNoDrift()
  })

  it('is told who was faster, and decides nothing', async () => {
    const text = await waiting()
    await approveComment(as(first), text)
    const seen = await looked(text)
    await approveComment(as(senior), seen)
    expect(await codeOf(rejectComment(as(second), { ...seen, ...REASON }))).toMatchObject({
      code: 'conflict',
      what: 'approve',
      mine: 0,
    })
    expect((await lookOf(text.commentId))?.moderatorId).toBe(senior.personId)
  })

  it('has nothing to look at once the author took the text back', async () => {
    const text = await waiting()
    await approveComment(as(first), text)
    const seen = await looked(text)
    await withdrawComment(as(author), text.commentId)
    expect(await codeOf(approveComment(as(second), seen))).toMatchObject({
      code: 'conflict',
      what: 'withdrawn',
    })
    await expectNoDrift()
  })

  it('waits for one that is open on the same comment before another is opened', async () => {
    const text = await waiting()
    const { decisionId } = await approveComment(as(first), text)
    const again = await transact(as(first), (tx) =>
      openSecondLook(tx, { ...text, id: decisionId, moderatorId: first.personId, rules: [] }),
    )
    expect(again).toBeNull()
  })
})

describe('a decision that a second look contests', () => {
  let text: Text
  let decisionId: string

  beforeEach(async () => {
    text = await waiting('大家来看这条。')
    decisionId = (await approveComment(as(first), text)).decisionId
    await rejectComment(as(second), { ...(await looked(text)), ...REASON })
  })

  const found = async (viewer = senior) =>
    (await listContested(as(viewer), null)).entries.find(
      ({ commentId }) => commentId === text.commentId,
    )

  it('is shown to a senior with both decisions, and to nobody else', async () => {
    expect(await found()).toMatchObject({
      text: '大家来看这条。',
      first: { outcome: 'approve', reasonLabel: null },
      second: { outcome: 'reject', reasonLabel: '人身攻击', reasonText: '请去掉骂人的话。' },
      revisable: true,
      recusal: null,
    })
    expect(await countContested(as(senior))).toBeGreaterThan(0)
    expect(await codeOf(listContested(as(second), null))).toMatchObject({ code: 'forbidden' })
  })

  it('is upheld by a senior, once', async () => {
    const id = (await found())?.id ?? ''
    expect(await codeOf(upholdDecision(as(second), id))).toMatchObject({ code: 'forbidden' })
    await upholdDecision(as(senior), id)
    expect(await found()).toBeUndefined()
    expect(await codeOf(upholdDecision(as(senior), id))).toMatchObject({
      code: 'conflict',
      what: 'upheld',
      mine: 1,
    })
  })

  it('is resolved when another decision settles in its place, not before', async () => {
    await draw(100, 10)
    const revised = await reviseDecision(as(senior), {
      previousId: decisionId,
      outcome: 'reject',
      reason: { code: 'attack', text: '请去掉骂人的话。' },
      note: null,
    })
    expect(await found()).toMatchObject({ revisable: false })
    await undoDecision(as(senior), revised.decisionId)
    expect(await found()).toMatchObject({ revisable: true })
    await draw(100)
    await reviseDecision(as(senior), {
      previousId: decisionId,
      outcome: 'return',
      reason: { code: null, text: '请改。' },
      note: null,
    })
    expect(await found()).toBeUndefined()
    expect(await lookOf(text.commentId)).toMatchObject({
      result: 'overturned',
      resolvedById: senior.personId,
    })
  })

  it('is not left as it is by a senior who wrote it, or takes part in the topic', async () => {
    const id = (await found())?.id ?? ''
    const writer = { ...senior, personId: author.personId }
    const { topicId } = await db().comment.findUniqueOrThrow({ where: { id: text.commentId } })
    const speaker = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
    await makeComment(db(), { topicId, authorId: speaker.personId, status: 'published' })
    expect((await found(writer))?.recusal).toBe('own')
    expect((await found(speaker))?.recusal).toBe('spoke')
    for (const [viewer, recusal] of [
      [writer, 'own'],
      [speaker, 'spoke'],
    ] as const) {
      expect(await codeOf(upholdDecision(as(viewer), id))).toMatchObject({
        code: 'forbidden',
        recusal,
      })
    }
    expect((await found())?.recusal).toBeNull()
  })

  it('is not left as it is by the senior who made it', async () => {
    const own = await waiting()
    await approveComment(as(senior), own)
    await rejectComment(as(second), { ...(await looked(own)), ...REASON })
    const { entries } = await listContested(as(senior), null)
    const entry = entries.find(({ commentId }) => commentId === own.commentId)
    expect(entry?.recusal).toBe('first')
    expect(await codeOf(upholdDecision(as(senior), entry?.id ?? ''))).toMatchObject({
      code: 'forbidden',
      recusal: 'first',
    })
  })
})

describe('a second look that only disagrees about how', () => {
  it('is for nobody: in public nothing would change', async () => {
    const text = await waiting()
    await rejectComment(as(first), { ...text, ...REASON })
    await returnComment(as(second), { ...(await looked(text)), request: '请改一改。' })
    expect(await lookOf(text.commentId)).toMatchObject({ outcome: 'return', contested: false })
  })
})

describe('a decision that was revised while its second look waited', () => {
  it('needs no senior any more', async () => {
    const text = await waiting()
    const { decisionId } = await approveComment(as(first), text)
    const seen = await looked(text)
    await reviseDecision(as(first), {
      previousId: decisionId,
      outcome: 'reject',
      reason: { code: 'attack', text: '请去掉骂人的话。' },
      note: null,
    })
    await rejectComment(as(second), { ...seen, ...REASON })
    expect(await lookOf(text.commentId)).toMatchObject({
      contested: true,
      result: 'overturned',
      resolvedById: first.personId,
    })
  })
})
