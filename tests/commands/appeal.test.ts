import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assessAppeal } from '~/commands/assess-appeal.server'
import { decideAppeal } from '~/commands/decide-appeal.server'
import { fileAppeal } from '~/commands/file-appeal.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { reviseDecision } from '~/commands/revise-decision.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { Actor } from '~/domain/person/actor'
import { getAppeal } from '~/queries/get-appeal.server'
import { getOpenness } from '~/queries/get-openness.server'
import { getReviewItem } from '~/queries/get-review-item.server'
import { getReceipt } from '~/queries/get-receipt.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { makeActor, makeComment } from '#tests/factories/make'
import { queueCounts } from '#tests/factories/queue'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let author: Actor
let first: Actor
let second: Actor
let commentId: string

beforeAll(async () => {
  await db().rejectionReason.create({
    data: { code: 'attack', label: '人身攻击', text: '您的发言含有人身攻击。', position: 1 },
  })
})

beforeEach(async () => {
  author = await makeActor(db(), [])
  first = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  second = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  const comment = await makeComment(db(), { status: 'pending', authorId: author.personId })
  commentId = comment.id
  await rejectComment(site.scope(first), {
    commentId,
    revisionId: comment.latestRevisionId,
    version: 1,
    reasonCode: 'attack',
    reasonText: '请去掉骂人的话。',
    note: '',
  })
})

const as = (viewer: Actor) => site.scope(viewer)
const file = (text = '我没有骂人，说的是事实。') => fileAppeal(as(author), { commentId, text })
const assess = (appealId: string, viewer = second) =>
  assessAppeal(as(viewer), { appealId, assessment: 'approve', note: '说的是事情，不是人。' })
const decide = (appealId: string, result: 'upheld' | 'overturned', viewer = second) =>
  decideAppeal(as(viewer), { appealId, result, explanation: '复审认为可以公开。' })

const problemOf = (promise: Promise<unknown>) =>
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

/** The last event of the comment with that act. */
const eventOf = (action: string) =>
  db().auditEvent.findFirstOrThrow({
    where: { objectId: commentId, action },
    orderBy: { id: 'desc' },
  })

describe('an appeal', () => {
  it('leaves in the trail who filed it as what, its queue, and how long it waited and took', async () => {
    const { appealId } = await file()
    expect(await eventOf('appeal.filed')).toMatchObject({ actorRole: 'resident' })
    site.advance(60_000)
    await assess(appealId)
    await db().reviewTask.updateMany({
      where: { commentId, kind: 'appeal' },
      data: { leasedById: second.personId, leasedUntil: site.now, openedAt: site.now },
    })
    site.advance(5_000)
    await decide(appealId, 'overturned')
    expect((await eventOf('appeal.overturned')).detail).toMatchObject({
      queue: 'appeal',
      waitedMs: 65_000,
      tookMs: 5_000,
    })
    const decision = await db().moderationDecision.findFirstOrThrow({
      where: { commentId, current: true },
      include: { task: true },
    })
    expect(decision).toMatchObject({ tookMs: 5_000, task: { kind: 'appeal' } })
  })

  it('waits for another moderator, for three working days', async () => {
    await file()
    const task = await db().reviewTask.findFirstOrThrow({ where: { commentId, kind: 'appeal' } })
    expect(task).toMatchObject({ barredId: first.personId, closedAt: null })
    const days = (task.dueAt.getTime() - TEST_NOW.getTime()) / 86_400_000
    expect(days).toBeGreaterThan(2)
    expect(days).toBeLessThan(8)
    const receipt = await getReceipt(as(author), commentId)
    expect(receipt.appeal).toMatchObject({ kind: 'filed', waitsForAnother: false, result: null })
    await expectNoDrift()
  })

  it('is made once, by the author alone, with reasons', async () => {
    expect(await problemOf(file('  '))).toMatchObject({ code: 'invalidInput', field: 'text' })
    expect(
      await problemOf(fileAppeal(as(second), { commentId, text: '替他说一句。' })),
    ).toMatchObject({ code: 'notFound' })
    await file()
    expect(await problemOf(file())).toMatchObject({ code: 'invalidInput', problem: 'appealed' })
    expect(await db().reviewTask.count({ where: { commentId, kind: 'appeal' } })).toBe(1)
  })

  it('hides the first decision until the second moderator has said what they think', async () => {
    const { appealId } = await file()
    const before = await getAppeal(as(second), commentId)
    expect(before).toMatchObject({ assessment: null, first: null })
    expect(before?.item.decisions).toEqual([])
    expect(JSON.stringify(before)).not.toContain('请去掉骂人的话')
    expect(await problemOf(decide(appealId, 'overturned'))).toMatchObject({ problem: 'unassessed' })

    await assess(appealId)
    const after = await getAppeal(as(second), commentId)
    expect(after?.assessment).toEqual({ outcome: 'approve', note: '说的是事情，不是人。' })
    expect(after?.first?.reasonText).toBe('请去掉骂人的话。')
    // Others still form their own.
    const third = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    expect(await getAppeal(as(third), commentId)).toMatchObject({ first: null })
  })

  it('is not decided by whoever made the first decision, nor by the author', async () => {
    const { appealId } = await file()
    expect(await problemOf(assess(appealId, first))).toMatchObject({
      code: 'forbidden',
      recusal: 'first',
    })
    const moderating = {
      ...author,
      grants: first.grants,
    }
    expect(await problemOf(assess(appealId, moderating))).toMatchObject({ recusal: 'own' })
  })

  it('publishes the text when it is overturned, with a decision of its own', async () => {
    const { appealId } = await file()
    await assess(appealId)
    await decide(appealId, 'overturned')
    const comment = await db().comment.findUniqueOrThrow({ where: { id: commentId } })
    expect(comment).toMatchObject({ status: 'published', latestStatus: 'published' })
    const decisions = await db().moderationDecision.findMany({
      where: { commentId },
      orderBy: { id: 'asc' },
    })
    expect(decisions.map(({ outcome, current }) => ({ outcome, current }))).toEqual([
      { outcome: 'reject', current: false },
      { outcome: 'approve', current: true },
    ])
    expect(decisions[1]?.previousId).toBe(decisions[0]?.id)
    const receipt = await getReceipt(as(author), commentId)
    expect(receipt.standing).toBe('published')
    expect(receipt.appeal).toMatchObject({
      result: { result: 'overturned', explanation: '复审认为可以公开。' },
    })
    await expectNoDrift()
  })

  it('leaves what was decided when it is upheld, and tells the author why', async () => {
    const { appealId } = await file()
    await assess(appealId)
    await decide(appealId, 'upheld')
    const receipt = await getReceipt(as(author), commentId)
    expect(receipt.standing).toBe('rejected')
    expect(receipt.appeal).toMatchObject({ kind: 'filed', result: { result: 'upheld' } })
    expect(await db().reviewTask.count({ where: { commentId, closedAt: null } })).toBe(0)
    expect(await problemOf(decide(appealId, 'overturned'))).toMatchObject({
      code: 'conflict',
      what: 'upheld',
      mine: 1,
    })
    await expectNoDrift()
  })

  it('is not gone on with when the author takes the comment back', async () => {
    const { appealId } = await file()
    await withdrawComment(as(author), commentId)
    expect(await problemOf(assess(appealId))).toMatchObject({ code: 'conflict', what: 'withdrawn' })
    expect((await getReceipt(as(author), commentId)).appeal.kind).toBe('none')
    await expectNoDrift()
  })

  it('keeps the first decision from other moderators in every view of the queue', async () => {
    await file()
    for (const kind of ['pending', 'appeal'] as const) {
      const shown = JSON.stringify(await getReviewItem(as(second), commentId, kind))
      expect(shown).not.toContain('请去掉骂人的话')
      expect(shown).not.toContain(first.displayName)
    }
    const own = await getReviewItem(as(first), commentId, 'pending')
    expect(own?.decisions).toMatchObject([{ mine: true, revisable: false }])
  })

  it('cannot be forestalled by revising the decision', async () => {
    await file()
    const { decisionId } = await db().appeal.findUniqueOrThrow({ where: { commentId } })
    const revised = reviseDecision(as(first), {
      previousId: decisionId,
      outcome: 'reject',
      reason: { code: 'attack', text: '换个说法。' },
      note: null,
    })
    expect(await problemOf(revised)).toMatchObject({ code: 'forbidden' })
  })

  it('has one result when two decide at once', async () => {
    const { appealId } = await file()
    const third = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    await assess(appealId)
    const results = await Promise.all([
      problemOf(decide(appealId, 'overturned')),
      problemOf(decide(appealId, 'upheld')),
      problemOf(assess(appealId, third)),
    ])
    const appeal = await db().appeal.findUniqueOrThrow({ where: { id: appealId } })
    expect(results.slice(0, 2).filter((problem) => problem === null).length).toBeLessThanOrEqual(1)
    expect(await db().moderationDecision.count({ where: { commentId, current: true } })).toBe(1)
    expect(appeal.result === null).toBe(appeal.decidedAt === null)
    await expectNoDrift()
  })
})

describe('the public figures', () => {
  it('count what was decided and what was overturned of it', async () => {
    const before = (await getOpenness(site.scope())).appeals
    const { appealId } = await file()
    await assess(appealId)
    await decide(appealId, 'overturned')
    const after = (await getOpenness(site.scope())).appeals
    expect(after).toMatchObject({
      decided: before.decided + 1,
      overturned: before.overturned + 1,
    })
    expect(after.rate).toBe(after.overturned / after.decided)
  })
})
