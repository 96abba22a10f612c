import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import { approveMasked } from '~/commands/approve-masked.server'
import { decideAppeal } from '~/commands/decide-appeal.server'
import { assessAppeal } from '~/commands/assess-appeal.server'
import { editComment } from '~/commands/edit-comment.server'
import { escalateTask } from '~/commands/escalate-task.server'
import { fileAppeal } from '~/commands/file-appeal.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { reportComment } from '~/commands/report-comment.server'
import { returnComment } from '~/commands/return-comment.server'
import { undoDecision } from '~/commands/undo-decision.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { Actor } from '~/domain/person/actor'
import { settleDecisions } from '~/jobs/settle-decisions.server'
import { getReceipt } from '~/queries/get-receipt.server'
import { getReportForm } from '~/queries/get-report-form.server'
import { getReviewItem } from '~/queries/get-review-item.server'
import { listMyReports } from '~/queries/list-my-reports.server'
import { byIds, readComments } from '~/queries/read-comments.server'
import { listReviewQueue } from '~/queries/list-review-queue.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { queueCounts } from '#tests/factories/queue'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ RATE_LIMIT_FACTOR: 1 })
const db = () => site.container.database.prisma
const UNDO_SECONDS = 10
const REASON = { reasonCode: 'privacy', reasonText: '写出了别人的电话。' }

let moderator: Actor
let colleague: Actor
let author: Actor
let topicId: string

beforeAll(async () => {
  await db().setting.update({
    where: { key: 'moderation' },
    data: { value: { undoSeconds: UNDO_SECONDS } },
  })
  moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  colleague = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
  await db().rejectionReason.create({
    data: { code: 'privacy', label: '涉及他人隐私', text: '文字里有他人的个人信息。', position: 1 },
  })
})

beforeEach(async () => {
  author = await makeActor(db())
  topicId = (await makeTopic(db())).id
})

const published = (given: Parameters<typeof makeComment>[1] = {}) =>
  makeComment(db(), { topicId, authorId: author.personId, stance: 'support', ...given })

/** Different people report, one after the other. */
async function report(commentId: string, times: number): Promise<Actor[]> {
  const reporters: Actor[] = []
  for (let i = 0; i < times; i += 1) {
    const reporter = await makeActor(db())
    await reportComment(site.scope(reporter), { commentId, reason: 'privacy', text: '有电话号码' })
    reporters.push(reporter)
  }
  return reporters
}

/** The text that was reported, as the moderator has it before them. */
async function seen(commentId: string) {
  const item = await getReviewItem(site.scope(moderator), commentId, 'reported')
  if (!item) throw new Error('it is not there')
  return { commentId, revisionId: item.revision.id, version: item.version }
}

async function settle(): Promise<void> {
  site.advance((UNDO_SECONDS + 1) * 1000)
  await settleDecisions(site.container)
}

const comment = (id: string) => db().comment.findUniqueOrThrow({ where: { id } })
const topic = () => db().topic.findUniqueOrThrow({ where: { id: topicId } })
const results = async (commentId: string) =>
  (await db().report.findMany({ where: { commentId }, orderBy: { id: 'asc' } })).map(
    ({ result }) => result,
  )
const actions = async (objectId: string) =>
  (await db().auditEvent.findMany({ where: { objectId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )
const textsTo = async ({ personId }: Actor) =>
  (await db().textMessage.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map(
    ({ body }) => body,
  )

describe('a report', () => {
  it('waits in the queue as one task a comment, the riskier the more it weighs', async () => {
    const { id } = await published()
    await report(id, 1)
    const first = await db().reviewTask.findFirstOrThrow({ where: { commentId: id } })
    expect(first).toMatchObject({ kind: 'reported', risk: 11, rules: ['report.privacy'] })
    const other = await makeActor(db())
    await reportComment(site.scope(other), { commentId: id, reason: 'attack' })
    expect(await db().reviewTask.findMany({ where: { commentId: id } })).toMatchObject([
      { id: first.id, risk: 21, rules: ['report.attack', 'report.privacy'] },
    ])
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
    expect(await actions(id)).toEqual(['comment.reported', 'comment.reported'])
    expect((await comment(id)).status).toBe('published')
  })

  it('is made by people with a confirmed number, of others’ public words, once', async () => {
    const { id } = await published()
    const waiting = await published({ status: 'pending' })
    const [reporter] = await report(id, 1)
    const of = (viewer: Actor | null, commentId: string) =>
      reportComment(site.scope(viewer), { commentId, reason: 'other', text: '不对' })
    const unconfirmed = await makeActor(db(), [], { phoneConfirmedAt: null })
    await expect(of(null, id)).rejects.toMatchObject({ code: 'signInRequired' })
    await expect(of(unconfirmed, id)).rejects.toMatchObject({ code: 'verificationRequired' })
    await expect(of(author, id)).rejects.toMatchObject({ params: { problem: 'own' } })
    await expect(of(reporter!, id)).rejects.toMatchObject({ params: { problem: 'open' } })
    await expect(of(reporter!, waiting.id)).rejects.toMatchObject({ code: 'notFound' })
    expect(await getReportForm(site.scope(reporter!), topicId, id)).toMatchObject({
      problem: 'open',
    })
    expect(await getReportForm(site.scope(author), topicId, id)).toMatchObject({ problem: 'own' })
    await expect(getReportForm(site.scope(reporter!), topicId, waiting.id)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('is kept once by the database, too', async () => {
    const { id, latestRevisionId } = await published()
    const [reporter] = await report(id, 1)
    const row = {
      commentId: id,
      revisionId: latestRevisionId,
      reporterId: reporter!.personId,
      reason: 'other' as const,
      weight: 1,
      createdAt: site.now,
    }
    await expect(db().report.create({ data: { ...row, id: 'a'.repeat(26) } })).rejects.toThrow()
  })

  it('is made ten times a day at most', async () => {
    const reporter = await makeActor(db())
    const comments = []
    for (let i = 0; i < 11; i += 1) comments.push(await published())
    const of = (commentId: string) =>
      reportComment(site.scope(reporter), { commentId, reason: 'advertising' })
    for (const { id } of comments.slice(0, 10)) await of(id)
    await expect(of(comments[10]!.id)).rejects.toMatchObject({ code: 'tooManyRequests' })
  })
})

describe('enough reports', () => {
  it('hide the comment: the words go, the place stays, the counts are right, its author is told', async () => {
    const { id } = await published()
    const reply = await published({ rootId: id, stance: undefined })
    const before = await topic()
    await report(id, 2)
    expect((await comment(id)).status).toBe('published')
    await report(id, 1)

    expect(await comment(id)).toMatchObject({ status: 'hidden', latestStatus: 'hidden' })
    expect((await topic()).commentCount).toBe(before.commentCount - 1)
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
    const { comments, places } = await readComments(site.scope(null), byIds([id, reply.id]), {
      replies: false,
    })
    expect(places).toMatchObject([{ id, gone: 'hidden' }])
    expect(comments.map((each) => each.id)).toEqual([reply.id])
    expect(await textsTo(author)).toEqual([expect.stringContaining('审核员正在复核')])
    const receipt = await getReceipt(site.scope(author), id)
    expect(receipt).toMatchObject({ standing: 'hidden', canEdit: false })
    expect(receipt.hiddenUntil).toBeInstanceOf(Date)
    expect((await actions(id)).at(-1)).toBe('comment.hidden')
  })

  it('take it out of search and out of quotes until it is decided', async () => {
    const root = await published()
    const quoting = await published({ quotedRevisionId: root.latestRevisionId })
    await report(root.id, 3)
    const read = async () => {
      const { comments } = await readComments(site.scope(null), byIds([quoting.id]), {
        replies: false,
      })
      return comments[0]?.quoted?.view.kind
    }
    expect(await read()).toBe('hidden')
    await approveComment(site.scope(moderator), await seen(root.id))
    await settle()
    expect(await read()).toBe('words')
  })

  it('are fewer or more as it was set', async () => {
    await db().setting.update({
      where: { key: 'moderation' },
      data: { value: { undoSeconds: UNDO_SECONDS, hideAtWeight: 1 } },
    })
    const { id } = await published()
    await report(id, 1)
    expect((await comment(id)).status).toBe('hidden')
    await db().setting.update({
      where: { key: 'moderation' },
      data: { value: { undoSeconds: UNDO_SECONDS } },
    })
  })

  it('leave no way out by an edit: what is hidden is not changed meanwhile', async () => {
    const { id, version } = await published()
    await report(id, 3)
    await expect(
      editComment(site.scope(author), {
        commentId: id,
        seenVersion: version,
        text: '改成了别的话。',
        kind: 'opinion',
      }),
    ).rejects.toMatchObject({ code: 'conflict', params: { what: 'hidden' } })
  })
})

describe('a decision on reports', () => {
  it('that dismisses them shows the comment again, as it was, and tells everybody', async () => {
    const { id, publishedAt } = await published()
    const before = await topic()
    const reporters = await report(id, 3)
    const decided = await approveComment(site.scope(moderator), await seen(id))
    expect((await comment(id)).status).toBe('hidden')
    expect(await results(id)).toEqual([null, null, null])
    await settle()

    expect(await comment(id)).toMatchObject({
      status: 'published',
      latestStatus: 'published',
      publishedAt,
    })
    expect(await topic()).toMatchObject({
      commentCount: before.commentCount,
      voiceCount: before.voiceCount,
      lastCommentAt: before.lastCommentAt ?? publishedAt,
    })
    expect(await results(id)).toEqual(['dismissed', 'dismissed', 'dismissed'])
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
    expect(await actions(id)).toEqual(
      expect.arrayContaining(['comment.hidden', 'comment.approved', 'comment.restored']),
    )
    for (const reporter of reporters) {
      expect(await textsTo(reporter)).toEqual([expect.stringContaining('举报不成立')])
      const { reports } = await listMyReports(site.scope(reporter))
      expect(reports).toMatchObject([{ result: { result: 'dismissed', outcome: null } }])
    }
    expect((await textsTo(author)).at(-1)).toContain('已恢复显示')
    const { sending } = await getReceipt(site.scope(author), id)
    expect(sending.decision).toMatchObject({ outcome: 'approve', onReports: true })
    expect(decided.settlesAt).not.toBeNull()
  })

  it('that dismisses them says nothing to an author who noticed nothing', async () => {
    const { id } = await published()
    await report(id, 1)
    await approveComment(site.scope(moderator), await seen(id))
    await settle()
    expect(await results(id)).toEqual(['dismissed'])
    expect(await textsTo(author)).toEqual([])
  })

  it('that upholds them takes the text down for good; its author may appeal, and the result follows', async () => {
    const { id } = await published()
    const [reporter] = await report(id, 3)
    await rejectComment(site.scope(moderator), { ...(await seen(id)), ...REASON })
    await settle()
    expect(await comment(id)).toMatchObject({
      status: 'rejected',
      latestStatus: 'rejected',
      currentRevisionId: null,
    })
    expect(await results(id)).toEqual(['upheld', 'upheld', 'upheld'])
    expect((await textsTo(author)).at(-1)).toContain('已不再公开')
    const { reports } = await listMyReports(site.scope(reporter!))
    expect(reports[0]?.result).toMatchObject({
      result: 'upheld',
      outcome: 'reject',
      rule: { label: '涉及他人隐私', text: '文字里有他人的个人信息。' },
    })

    const { appealId } = await fileAppeal(site.scope(author), { commentId: id, text: '没有电话。' })
    const second = site.scope(colleague)
    await assessAppeal(second, { appealId, assessment: 'approve', note: '没有。' })
    await decideAppeal(second, { appealId, result: 'overturned', explanation: '看过了，没有。' })
    expect((await comment(id)).status).toBe('published')
    expect(await results(id)).toEqual(['dismissed', 'dismissed', 'dismissed'])
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  })

  it('that masks the words upholds them and leaves the rest public', async () => {
    const { id } = await published({ text: '找张师傅，电话一三九。' })
    await report(id, 1)
    await approveMasked(site.scope(moderator), { ...(await seen(id)), phrases: ['电话一三九'] })
    await settle()
    expect((await comment(id)).status).toBe('published')
    expect(await results(id)).toEqual(['upheld'])
    expect((await textsTo(author)).at(-1)).toContain('隐去了部分字句')
  })

  it('that returns it upholds them', async () => {
    const { id } = await published()
    await report(id, 3)
    await returnComment(site.scope(moderator), { ...(await seen(id)), request: '请去掉电话。' })
    await settle()
    expect(await comment(id)).toMatchObject({ status: 'returned', currentRevisionId: null })
    expect(await results(id)).toEqual(['upheld', 'upheld', 'upheld'])
  })

  it('can be undone, and waits again', async () => {
    const { id } = await published()
    await report(id, 3)
    const { decisionId } = await approveComment(site.scope(moderator), await seen(id))
    expect(await undoDecision(site.scope(moderator), decisionId)).toEqual({
      commentId: id,
      waitsAs: 'reported',
    })
    await settle()
    expect((await comment(id)).status).toBe('hidden')
    expect(await results(id)).toEqual([null, null, null])
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  })

  it('is made once: whoever is later is told who was faster', async () => {
    const { id } = await published()
    await report(id, 1)
    const text = await seen(id)
    await approveComment(site.scope(moderator), text)
    await expect(
      rejectComment(site.scope(colleague), { ...text, ...REASON }),
    ).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'approve', who: moderator.displayName },
    })
    await settle()
    await expect(
      rejectComment(site.scope(colleague), { ...text, ...REASON }),
    ).rejects.toMatchObject({ code: 'conflict', params: { what: 'approve' } })
  })

  it('is not taken by a moderator who reported it', async () => {
    const { id } = await published()
    await reportComment(site.scope(moderator), { commentId: id, reason: 'attack' })
    const text = await seen(id)
    await expect(approveComment(site.scope(moderator), text)).rejects.toMatchObject({
      code: 'forbidden',
      params: { recusal: 'reported' },
    })
    const { entries } = await listReviewQueue(site.scope(moderator), { view: 'reported' })
    expect(entries.find(({ commentId }) => commentId === id)?.recusal).toBe('reported')
    await approveComment(site.scope(colleague), text)
  })

  it('can be left to a senior moderator', async () => {
    const { id } = await published()
    await report(id, 1)
    const text = await seen(id)
    await escalateTask(site.scope(moderator), { ...text, seniorNote: '拿不准。' })
    await expect(approveComment(site.scope(moderator), text)).rejects.toMatchObject({
      params: { recusal: 'senior' },
    })
    await approveComment(site.scope(colleague), text)
  })

  it('is on the public text, and leaves a newer one waiting', async () => {
    const { id, version, latestRevisionId } = await published()
    await report(id, 3)
    // Sent before it was hidden, as far as its author knew: brought about here by hand.
    await db().comment.update({ where: { id }, data: { status: 'published' } })
    await editComment(site.scope(author), {
      commentId: id,
      seenVersion: version,
      text: '改过的话，说得更具体了。',
      kind: 'opinion',
    })
    await db().comment.update({ where: { id }, data: { status: 'hidden' } })
    const text = await seen(id)
    expect(text.revisionId).toBe(latestRevisionId)
    await rejectComment(site.scope(moderator), { ...text, ...REASON })
    await settle()
    expect(await comment(id)).toMatchObject({
      status: 'pending',
      latestStatus: 'pending',
      currentRevisionId: null,
    })
    expect(await db().reviewTask.count({ where: { commentId: id, closedAt: null } })).toBe(1)
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  })
})

describe('after the decision', () => {
  it('the same text is not reported again by who did, nor hidden again; a changed one can be', async () => {
    const { id } = await published()
    const [reporter] = await report(id, 3)
    await approveComment(site.scope(moderator), await seen(id))
    await settle()
    const again = () =>
      reportComment(site.scope(reporter!), { commentId: id, reason: 'attack' as const })
    await expect(again()).rejects.toMatchObject({ params: { problem: 'decided' } })
    await report(id, 4)
    expect((await comment(id)).status).toBe('published')

    const { version } = await comment(id)
    await editComment(site.scope(author), {
      commentId: id,
      seenVersion: version,
      text: '另外的话，也说得具体。',
      kind: 'opinion',
    })
    const edited = await comment(id)
    const text = { commentId: id, revisionId: edited.latestRevisionId, version: edited.version }
    await approveComment(site.scope(moderator), text)
    await settle()
    await again()
    expect((await comment(id)).status).toBe('published')
    await report(id, 3)
    expect((await comment(id)).status).toBe('hidden')
    expect((await seen(id)).revisionId).toBe(edited.latestRevisionId)
  })

  it('who was wrong counts for less, and at last for nothing', async () => {
    const reporter = await makeActor(db())
    const { id: old, latestRevisionId } = await published()
    const row = (n: number, decidedAt: Date) => ({
      id: `${n}`.padStart(26, '0'),
      commentId: old,
      revisionId: latestRevisionId,
      reporterId: reporter.personId,
      reason: 'attack' as const,
      weight: 1,
      createdAt: decidedAt,
      result: 'dismissed' as const,
      decidedAt,
    })
    const daysAgo = (days: number) => new Date(site.now.getTime() - days * 86_400_000)
    const weightNow = async () => {
      const { id } = await published()
      const made = await reportComment(site.scope(reporter), { commentId: id, reason: 'attack' })
      const kept = await db().report.findUniqueOrThrow({ where: { id: made.reportId } })
      return kept.weight
    }
    await db().report.create({ data: row(1, daysAgo(200)) })
    expect(await weightNow()).toBe(1)
    await db().report.createMany({ data: [2, 3].map((n) => row(n, daysAgo(9))) })
    expect(await weightNow()).toBeCloseTo(0.5)
    await db().report.createMany({
      data: Array.from({ length: 9 }, (_, n) => row(n + 4, daysAgo(8))),
    })
    expect(await weightNow()).toBe(0)
  })
})

describe('a comment that its author takes back', () => {
  it('ends its reports, and the count against nobody', async () => {
    const { id } = await published()
    const before = await topic()
    const [reporter] = await report(id, 3)
    await withdrawComment(site.scope(author), id)
    expect(await comment(id)).toMatchObject({ status: 'withdrawn', currentRevisionId: null })
    expect((await topic()).commentCount).toBe(before.commentCount - 1)
    expect(await results(id)).toEqual(['lapsed', 'lapsed', 'lapsed'])
    const { reports } = await listMyReports(site.scope(reporter!))
    expect(reports).toMatchObject([{ words: null, result: { result: 'lapsed' } }])
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  })
})
