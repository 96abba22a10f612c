import { beforeAll, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import { approveMasked } from '~/commands/approve-masked.server'
import { decideMany } from '~/commands/decide-many.server'
import { editComment } from '~/commands/edit-comment.server'
import { escalateTask } from '~/commands/escalate-task.server'
import { forwardComment } from '~/commands/forward-comment.server'
import { leaseTask } from '~/commands/lease-task.server'
import { postComment } from '~/commands/post-comment.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { undoDecision } from '~/commands/undo-decision.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { Actor } from '~/domain/person/actor'
import { settleDecisions } from '~/jobs/settle-decisions.server'
import { getReceipt } from '~/queries/get-receipt.server'
import { listUnassigned } from '~/queries/list-unassigned.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { makeAssignment } from '#tests/factories/desk'
import { makeActor, makeComment, makeDepartment, makeTopic } from '#tests/factories/make'
import { queueCounts } from '#tests/factories/queue'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ RATE_LIMIT_FACTOR: 100 })
const db = () => site.container.database.prisma
const SECOND_MS = 1000

let moderator: Actor
let senior: Actor
let author: Actor

beforeAll(async () => {
  await db().setting.update({
    where: { key: 'moderation' },
    data: { value: { undoSeconds: 10, leaseSeconds: 90, secondLookPercent: 0 } },
  })
  moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  senior = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
  author = await makeActor(db())
  await db().rejectionReason.create({
    data: { code: 'advertising', label: '广告', text: '含有商业推广。', position: 1 },
  })
})

async function makeWaiting(given: Parameters<typeof makeComment>[1] = {}) {
  const comment = await makeComment(db(), {
    status: 'pending',
    authorId: author.personId,
    ...given,
  })
  const { id: commentId, latestRevisionId: revisionId, version } = comment
  return { commentId, revisionId, version }
}

const read = (id: string) =>
  db().comment.findUniqueOrThrow({
    where: { id },
    include: { currentRevision: true, latestRevision: true, tasks: true },
  })
const reject = { reasonCode: 'advertising', reasonText: '含有商业推广。' }
const texts = () => db().textMessage.count()

async function settle(afterSeconds = 10): Promise<number> {
  site.advance(afterSeconds * SECOND_MS)
  return settleDecisions(site.container)
}

async function expectTrueCounts() {
  expect(await queueCounts(db())).toEqual(await recountQueue(db()))
}

describe('a decision', () => {
  it('is known to nobody but moderators until it settles, and then to all at once', async () => {
    const text = await makeWaiting()
    const told = await texts()
    const decided = await approveComment(site.scope(moderator), text)
    expect(decided.settlesAt).toEqual(new Date(site.now.getTime() + 10 * SECOND_MS))
    expect(await read(text.commentId)).toMatchObject({
      status: 'pending',
      version: text.version,
      tasks: [{ closedAt: site.now }],
    })
    const receipt = await getReceipt(site.scope(author), text.commentId)
    expect(receipt).toMatchObject({ standing: 'pending', sending: { decision: null } })
    expect(await texts()).toBe(told)
    await expectTrueCounts()

    expect(await settle(9)).toBe(0)
    expect(await settle(1)).toBe(1)
    expect(await settle(0)).toBe(0)
    expect(await read(text.commentId)).toMatchObject({
      status: 'published',
      version: text.version + 1,
    })
    expect(await getReceipt(site.scope(author), text.commentId)).toMatchObject({
      standing: 'published',
      sending: { decision: { outcome: 'approve' } },
    })
    expect(await texts()).toBe(told + 1)
    await expectTrueCounts()
  })

  it('that is undone leaves nothing but its record, and the comment waits where it waited', async () => {
    const text = await makeWaiting()
    const before = await read(text.commentId)
    const told = await texts()
    const { decisionId } = await rejectComment(site.scope(moderator), { ...text, ...reject })
    await expect(undoDecision(site.scope(senior), decisionId)).rejects.toMatchObject({
      code: 'notFound',
    })
    site.advance(9 * SECOND_MS)
    await undoDecision(site.scope(moderator), decisionId)
    expect(await read(text.commentId)).toMatchObject({
      version: text.version,
      tasks: [{ id: before.tasks[0]?.id, dueAt: before.tasks[0]?.dueAt, closedAt: null }],
    })
    expect(await settle()).toBe(0)
    expect(await texts()).toBe(told)
    const events = await db().auditEvent.findMany({
      where: { objectId: text.commentId },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ action }) => action)).toEqual([
      'comment.rejected',
      'comment.decisionUndone',
    ])
    await expectTrueCounts()
    await approveComment(site.scope(moderator), text)
    expect(await settle()).toBe(1)
    expect((await read(text.commentId)).status).toBe('published')
    await expectTrueCounts()
  })

  it('cannot be undone once its time is over', async () => {
    const text = await makeWaiting()
    const { decisionId } = await approveComment(site.scope(moderator), text)
    site.advance(10 * SECOND_MS)
    await expect(undoDecision(site.scope(moderator), decisionId)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'settled' },
    })
    expect(await settle(0)).toBe(1)
  })

  it('gives way to the author who edits or withdraws before it settles', async () => {
    const topic = await makeTopic(db())
    const edited = await makeWaiting({ topicId: topic.id })
    await rejectComment(site.scope(moderator), { ...edited, ...reject })
    await editComment(site.scope(author), {
      commentId: edited.commentId,
      seenVersion: edited.version,
      text: '换了一种说法，没有推广。',
      kind: 'opinion',
    })
    const withdrawn = await makeWaiting({ topicId: topic.id })
    await approveComment(site.scope(moderator), withdrawn)
    await withdrawComment(site.scope(author), withdrawn.commentId)
    expect(await settle()).toBe(0)
    expect(await read(edited.commentId)).toMatchObject({ latestStatus: 'pending' })
    expect((await read(withdrawn.commentId)).status).toBe('withdrawn')
    await expectTrueCounts()
  })

  it('is settled once by many processes', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => makeWaiting()))
    for (const text of all) await approveComment(site.scope(moderator), text)
    site.advance(11 * SECOND_MS)
    const settled = await Promise.all(
      Array.from({ length: 4 }, () => settleDecisions(site.container)),
    )
    expect(settled.reduce((sum, n) => sum + n, 0)).toBe(12)
    await expectTrueCounts()
  })
})

describe('重审', () => {
  it('puts another decision in the place of one that has settled', async () => {
    const text = await makeWaiting()
    const first = await approveComment(site.scope(moderator), text)
    const again = { ...text, ...reject, previousId: first.decisionId }
    await expect(rejectComment(site.scope(senior), again)).rejects.toMatchObject({
      code: 'conflict',
    })
    await settle()
    const colleague = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    await expect(rejectComment(site.scope(colleague), again)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const second = await rejectComment(site.scope(senior), again)
    expect((await read(text.commentId)).status).toBe('published')
    await expect(rejectComment(site.scope(senior), again)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'reject' },
    })
    await settle()
    expect((await read(text.commentId)).status).toBe('rejected')
    const decisions = await db().moderationDecision.findMany({
      where: { commentId: text.commentId },
      orderBy: { id: 'asc' },
    })
    expect(decisions).toMatchObject([
      { id: first.decisionId, current: false, outcome: 'approve' },
      { id: second.decisionId, current: true, outcome: 'reject', previousId: first.decisionId },
    ])
    expect(
      await db().auditEvent.count({
        where: { objectId: text.commentId, action: 'comment.decisionRevised' },
      }),
    ).toBe(1)
    await expectTrueCounts()
  })

  it('that is undone has the former decision hold again', async () => {
    const text = await makeWaiting()
    const first = await rejectComment(site.scope(moderator), { ...text, ...reject })
    await settle()
    const second = await approveComment(site.scope(moderator), {
      ...text,
      previousId: first.decisionId,
    })
    await undoDecision(site.scope(moderator), second.decisionId)
    expect(await settle()).toBe(0)
    expect((await read(text.commentId)).status).toBe('rejected')
    const third = await approveComment(site.scope(moderator), {
      ...text,
      previousId: first.decisionId,
    })
    expect(third.decisionId).not.toBe(second.decisionId)
    await settle()
    expect((await read(text.commentId)).status).toBe('published')
    await expectTrueCounts()
  })
})

describe('通过（脱敏后）', () => {
  it('publishes the text with the phrases hidden, and keeps what was typed', async () => {
    const typed = '楼长王建国，电话13900000001，晚上找王建国。'
    const text = await makeWaiting({ text: typed })
    const mask = (phrases: string[]) => approveMasked(site.scope(moderator), { ...text, phrases })
    await expect(mask(['李四'])).rejects.toMatchObject({
      params: { field: 'hide', missing: '李四' },
    })
    await mask(['王建国', '13900000001'])
    expect((await read(text.commentId)).latestRevision.text).toBe(typed)
    await settle()
    const { currentRevision } = await read(text.commentId)
    expect(currentRevision).toMatchObject({
      text: '楼长＊＊＊，电话＊＊＊，晚上找＊＊＊。',
      originalText: typed,
    })
    expect(currentRevision?.html).not.toContain('王建国')
    expect(await getReceipt(site.scope(author), text.commentId)).toMatchObject({
      html: expect.not.stringContaining('王建国'),
      typed,
    })
  })

  it('hides what screening has hidden, too', async () => {
    const topic = await makeTopic(db())
    const { commentId } = await postComment(site.scope(author), {
      topicId: topic.id,
      text: '我是李建国，家住三号楼，我的手机号是13900000001，希望早点修好楼道里的灯。',
      kind: 'opinion',
    })
    const comment = await read(commentId)
    expect(comment.latestRevision.text).not.toContain('13900000001')
    await approveMasked(site.scope(moderator), {
      commentId,
      revisionId: comment.latestRevisionId,
      version: comment.version,
      phrases: ['李建国'],
    })
    await settle()
    const { currentRevision } = await read(commentId)
    expect(currentRevision?.text).toContain('家住三号楼')
    expect(currentRevision?.text).not.toMatch(/李建国|13900000001/)
    expect(currentRevision?.originalText).toContain('13900000001')
    await expectTrueCounts()
  })

  it('hides what a rule has both held and hidden', async () => {
    await db().screeningRule.create({
      data: { id: 'phone', mode: 'on', asks: 'hold', settings: {} },
    })
    site.container.pages.drop(['screening'])
    const topic = await makeTopic(db())
    const { commentId } = await postComment(site.scope(author), {
      topicId: topic.id,
      text: '我是赵建军，家住五号楼，我的手机号是13900000002，希望楼道里的灯亮得久一点。',
      kind: 'opinion',
    })
    await db().screeningRule.delete({ where: { id: 'phone' } })
    site.container.pages.drop(['screening'])
    const comment = await read(commentId)
    expect(comment.latestRevision.text).not.toContain('13900000002')
    await approveMasked(site.scope(moderator), {
      commentId,
      revisionId: comment.latestRevisionId,
      version: comment.version,
      phrases: ['赵建军'],
    })
    await settle()
    expect((await read(commentId)).currentRevision?.text).not.toMatch(/赵建军|13900000002/)
    await expectTrueCounts()
  })

  it('can be put in the place of a plain approval', async () => {
    const text = await makeWaiting({ text: '我是三号楼的张三。' })
    const first = await approveComment(site.scope(moderator), text)
    await settle()
    await approveMasked(site.scope(moderator), {
      ...text,
      previousId: first.decisionId,
      phrases: ['张三'],
    })
    await settle()
    expect((await read(text.commentId)).currentRevision).toMatchObject({
      text: '我是三号楼的＊＊＊。',
      originalText: '我是三号楼的张三。',
    })
    await expectTrueCounts()
  })
})

describe('转办', () => {
  it('tells the author where it belongs, or asks whoever assigns', async () => {
    const elsewhere = await makeWaiting()
    await forwardComment(site.scope(moderator), {
      ...elsewhere,
      way: 'elsewhere',
      words: '请拨打 12345。',
    })
    const assign = await makeWaiting()
    const department = await makeDepartment(db())
    const closed = await makeDepartment(db(), { active: false })
    const forward = { ...assign, way: 'assign', words: '请交城管。' } as const
    for (const departmentId of [closed.id, 'none']) {
      await expect(
        forwardComment(site.scope(moderator), { ...forward, departmentId }),
      ).rejects.toMatchObject({ code: 'invalidInput', params: { field: 'departmentId' } })
    }
    await forwardComment(site.scope(moderator), { ...forward, departmentId: department.id })
    await settle()
    expect(await getReceipt(site.scope(author), elsewhere.commentId)).toMatchObject({
      standing: 'rejected',
      sending: { decision: { outcome: 'forward', reasonText: '请拨打 12345。' } },
    })
    expect((await read(assign.commentId)).status).toBe('published')
    expect(await getReceipt(site.scope(author), assign.commentId)).toMatchObject({
      forwarded: { departments: [], dueAt: null },
    })
    expect(
      await db().moderationDecision.findFirst({ where: { commentId: assign.commentId } }),
    ).toMatchObject({
      outcome: 'approve',
      forwardNote: '请交城管。',
      forwardDepartmentId: department.id,
    })
    const assigner = await makeActor(db(), [{ role: 'official', duty: 'assign' }])
    const { comments } = await listUnassigned(site.scope(assigner))
    expect(comments).toMatchObject([
      {
        id: assign.commentId,
        forwardNote: '请交城管。',
        suggested: { id: department.id, name: department.name },
      },
    ])
    const event = await db().auditEvent.findFirst({
      where: { objectId: assign.commentId, action: 'comment.approved' },
    })
    expect(event?.detail).toMatchObject({ forwarded: true, departmentId: department.id })
    // Nobody was asked by that: only whoever assigns does.
    expect(await db().assignment.count({ where: { commentId: assign.commentId } })).toBe(0)

    const { topicId } = await db().comment.findUniqueOrThrow({ where: { id: assign.commentId } })
    const { commentId } = assign
    const { dueAt, office } = await makeAssignment(site, { topicId, commentId })
    expect((await listUnassigned(site.scope(assigner))).comments).toEqual([])
    expect(await getReceipt(site.scope(author), commentId)).toMatchObject({
      forwarded: { departments: [office?.department.name], dueAt },
    })
    await expectTrueCounts()
  })
})

describe('升级', () => {
  it('leaves it to a 审核组长, with the note', async () => {
    const text = await makeWaiting()
    const escalate = (seniorNote: string) =>
      escalateTask(site.scope(moderator), { ...text, seniorNote })
    await expect(escalate(' ')).rejects.toMatchObject({ params: { field: 'seniorNote' } })
    await escalate('涉及具体单位，请组长定。')
    expect((await read(text.commentId)).tasks).toMatchObject([
      { senior: true, seniorNote: '涉及具体单位，请组长定。', closedAt: null },
    ])
    await expect(approveComment(site.scope(moderator), text)).rejects.toMatchObject({
      code: 'forbidden',
      params: { recusal: 'senior' },
    })
    await approveComment(site.scope(senior), text)
    await expectTrueCounts()
  })
})

describe('a lease', () => {
  it('keeps colleagues off while it is renewed, and can be taken over', async () => {
    const text = await makeWaiting()
    const taskId = (await read(text.commentId)).tasks[0]?.id ?? ''
    const lease = (viewer: Actor, take?: boolean) => leaseTask(site.scope(viewer), { taskId, take })
    expect(await lease(moderator)).toMatchObject({ mine: true })
    expect(await lease(senior)).toMatchObject({ mine: false })
    await expect(approveComment(site.scope(senior), text)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'leased', who: moderator.displayName },
    })
    site.advance(60 * SECOND_MS)
    expect(await lease(moderator)).toMatchObject({ mine: true })
    site.advance(60 * SECOND_MS)
    expect(await lease(senior)).toMatchObject({ mine: false })
    expect(await lease(senior, true)).toMatchObject({ mine: true })
    site.advance(7 * SECOND_MS)
    const { decisionId } = await approveComment(site.scope(senior), text)
    const decision = await db().moderationDecision.findUniqueOrThrow({ where: { id: decisionId } })
    expect(decision.tookMs).toBe(7 * SECOND_MS)
    expect(await lease(moderator)).toBeNull()
  })

  it('runs out by itself', async () => {
    const text = await makeWaiting()
    const taskId = (await read(text.commentId)).tasks[0]?.id ?? ''
    await leaseTask(site.scope(moderator), { taskId })
    site.advance(90 * SECOND_MS)
    expect(await leaseTask(site.scope(senior), { taskId })).toMatchObject({ mine: true })
  })
})

describe('one decision for many', () => {
  it('decides on each, and tells which were decided meanwhile, and by whom', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => makeWaiting()))
    const [taken] = all
    if (!taken) throw new Error('nothing waits')
    await approveComment(site.scope(senior), taken)
    const done = await decideMany(site.scope(moderator), {
      texts: all,
      verdict: { outcome: 'reject', reasonCode: 'advertising', reasonText: '' },
    })
    expect(done).toEqual({
      decided: 3,
      left: [
        {
          commentId: taken.commentId,
          authorName: author.displayName,
          why: 'approve',
          who: senior.displayName,
          reason: '',
          reasonText: '',
        },
      ],
    })
    const ids = all.slice(1).map(({ commentId }) => commentId)
    expect(
      await db().moderationDecision.count({
        where: { commentId: { in: ids }, reasonText: '含有商业推广。' },
      }),
    ).toBe(3)
    expect(
      await db().auditEvent.count({ where: { objectId: { in: ids }, action: 'comment.rejected' } }),
    ).toBe(3)
    await settle()
    await expectTrueCounts()
  })
})
