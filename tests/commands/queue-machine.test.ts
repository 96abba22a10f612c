import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import { assessAppeal } from '~/commands/assess-appeal.server'
import { approveMasked } from '~/commands/approve-masked.server'
import { decideAppeal } from '~/commands/decide-appeal.server'
import { editComment } from '~/commands/edit-comment.server'
import { escalateTask } from '~/commands/escalate-task.server'
import { fileAppeal } from '~/commands/file-appeal.server'
import { forwardComment } from '~/commands/forward-comment.server'
import { joinSameDemand } from '~/commands/join-same-demand.server'
import { postComment } from '~/commands/post-comment.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { returnComment } from '~/commands/return-comment.server'
import { reportComment } from '~/commands/report-comment.server'
import { sealAuditEvents } from '~/commands/seal-audit-events.server'
import { undoDecision } from '~/commands/undo-decision.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import { isAppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'
import { settleDecisions } from '~/jobs/settle-decisions.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { verifyAuditTrail } from '~/queries/verify-audit-trail.server'
import { makeActor, makeComment, makePerson, makeTopic } from '#tests/factories/make'
import { queueCounts } from '#tests/factories/queue'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ RATE_LIMIT_FACTOR: 100_000 })
const db = () => site.container.database.prisma
const SECOND_MS = 1000

let moderators: Actor[]
let author: Actor
let reporters: Actor[]
let topics: string[]

beforeAll(async () => {
  await db().setting.update({
    where: { key: 'moderation' },
    data: { value: { undoSeconds: 10, hideAtWeight: 2, secondLookPercent: 50 } },
  })
  moderators = [
    await makeActor(db(), [{ role: 'moderator', duty: 'review' }]),
    await makeActor(db(), [{ role: 'moderator', duty: 'senior' }]),
  ]
  author = await makeActor(db())
  reporters = [await makeActor(db()), await makeActor(db()), await makeActor(db())]
  topics = [(await makeTopic(db())).id, (await makeTopic(db(), { mode: 'postModeration' })).id]
  await db().rejectionReason.create({
    data: { code: 'advertising', label: '广告', text: '含有商业推广。', position: 1 },
  })
})

const DEEDS = [
  'post',
  'edit',
  'withdraw',
  'approve',
  'reject',
  'return',
  'mask',
  'forward',
  'escalate',
  'revise',
  'undo',
  'lookAgain',
  'join',
  'appeal',
  'report',
  'reportTwice',
  'wait',
  'settle',
] as const

interface Step {
  deed: (typeof DEEDS)[number]
  /** Which comment, moderator and topic, each by its number. */
  which: number
  who: number
}

const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom(...DEEDS),
  which: fc.nat(3),
  who: fc.nat(1),
})

/** Does one step; what the rules refuse is no step. Tells whether it was one. */
async function perform({ deed, which, who }: Step, posted: string[]): Promise<boolean> {
  const viewer = site.scope(moderators[who] ?? null)
  const byAuthor = site.scope(author)
  const commentId = posted[which % Math.max(1, posted.length)]
  if (deed === 'post') {
    const { commentId: id } = await postComment(byAuthor, {
      topicId: topics[who] ?? '',
      text: `第${posted.length}句话，${site.now.getTime()}，${which}。`,
      kind: 'opinion',
      stance: 'support',
    })
    if (!posted.includes(id)) posted.push(id)
    return true
  }
  if (deed === 'wait') {
    site.advance(6 * SECOND_MS)
    return true
  }
  if (deed === 'settle') return (await settleDecisions(site.container)) > 0
  if (!commentId) return false
  const comment = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    include: { decisions: { where: { current: true } }, latestRevision: true, tasks: true },
  })
  const present = comment.decisions.find(
    ({ revisionId }) => revisionId === comment.latestRevisionId,
  )
  // Every other decision is on what was reported, where that waits.
  const reported = comment.tasks.find(({ kind, closedAt }) => kind === 'reported' && !closedAt)
  const revisionId = (which > 1 && reported?.revisionId) || comment.latestRevisionId
  const text = { commentId, revisionId, version: comment.version }
  const undoable = comment.decisions.find(({ settledAt }) => settledAt === null)
  const previousId = deed === 'revise' ? present?.id : null
  const reason = { reasonCode: 'advertising', reasonText: '含有商业推广。' }
  try {
    switch (deed) {
      case 'edit': {
        const { unchanged } = await editComment(byAuthor, {
          commentId,
          seenVersion: comment.version,
          text: `改成${site.now.getTime()}，${which}。`,
          kind: 'opinion',
          stance: who === 0 ? 'oppose' : 'support',
        })
        return !unchanged
      }
      case 'withdraw':
        await withdrawComment(byAuthor, commentId)
        return true
      case 'approve':
        await approveComment(viewer, text)
        return true
      case 'mask':
        await approveMasked(viewer, {
          ...text,
          phrases: [[...(comment.latestRevision.originalText ?? comment.latestRevision.text)][0]!],
        })
        return true
      case 'reject':
        await rejectComment(viewer, { ...text, ...reason })
        return true
      case 'return':
        await returnComment(viewer, { ...text, request: '请补充。' })
        return true
      case 'forward':
        await forwardComment(viewer, { ...text, way: who ? 'assign' : 'elsewhere', words: '12345' })
        return true
      case 'escalate':
        await escalateTask(viewer, { ...text, seniorNote: '请看。' })
        return true
      case 'revise':
        if (!previousId) return false
        await (which % 2
          ? approveComment(viewer, { ...text, previousId })
          : rejectComment(viewer, { ...text, ...reason, previousId }))
        return true
      case 'undo':
        if (!undoable) return false
        await undoDecision(viewer, undoable.id)
        return true
      case 'lookAgain': {
        const look = await db().secondLook.findFirst({
          where: { decision: { commentId }, task: { closedAt: null } },
        })
        if (!look) return false
        const seen = { ...text, secondLookId: look.id }
        await (which % 2
          ? approveComment(viewer, seen)
          : rejectComment(viewer, { ...seen, ...reason }))
        return true
      }
      case 'join': {
        const other = await db().comment.findFirst({
          where: { topicId: comment.topicId, id: { not: commentId }, status: 'published' },
        })
        if (!other) return false
        await joinSameDemand(viewer, { ...text, sameAsId: other.id })
        return true
      }
      case 'appeal': {
        const appeal = await db().appeal.findUnique({ where: { commentId } })
        if (!appeal) {
          await fileAppeal(byAuthor, { commentId, text: '请再看一看。' })
          return true
        }
        await assessAppeal(viewer, { appealId: appeal.id, assessment: 'approve', note: '可以。' })
        await decideAppeal(viewer, {
          appealId: appeal.id,
          result: which % 2 ? 'overturned' : 'upheld',
          explanation: '复审认为如此。',
        })
        return true
      }
      case 'report':
        await report(commentId, which)
        return true
      case 'reportTwice':
        await report(commentId, which)
        await report(commentId, which + 1)
        return true
    }
  } catch (error) {
    if (!isAppError(error)) throw error
    expect(['conflict', 'forbidden', 'notFound', 'invalidInput']).toContain(error.code)
    return false
  }
}

/** Every event is in the log as it was written, and the log as it was signed. */
async function expectSoundTrail() {
  await sealAuditEvents(site.container)
  expect((await verifyAuditTrail(site.container)).findings).toEqual([])
}

/** One of three says that a comment is wrong; two of them hide it. */
async function report(commentId: string, by: number): Promise<void> {
  const reporter = site.scope(reporters[by % reporters.length] ?? null)
  await reportComment(reporter, { commentId, reason: by % 2 ? 'attack' : 'privacy' })
}

const STANDS = { approve: 'published', reject: 'rejected', return: 'returned', forward: 'rejected' }

async function expectInvariants(posted: readonly string[]) {
  expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  const comments = await db().comment.findMany({
    where: { id: { in: [...posted] } },
    include: {
      decisions: true,
      revisions: true,
      reports: { where: { result: null } },
      tasks: { where: { closedAt: null } },
    },
  })
  for (const comment of comments) {
    for (const { id } of comment.revisions) {
      const current = comment.decisions.filter((each) => each.revisionId === id && each.current)
      expect(current.length).toBeLessThanOrEqual(1)
    }
    const present = comment.decisions.find(
      (each) => each.revisionId === comment.latestRevisionId && each.current,
    )
    const pending = comment.tasks.filter(({ kind }) => kind === 'pending')
    expect(pending.length).toBeLessThanOrEqual(1)
    // What waits is undecided, and waits for its newest text.
    if (pending[0]) {
      expect(present).toBeUndefined()
      expect(pending[0].revisionId).toBe(comment.latestRevisionId)
    } else if (comment.latestStatus === 'pending') {
      expect(present?.settledAt).toBeNull()
    }
    if (present?.settledAt) {
      const stands = ['withdrawn', 'hidden'].find((status) => status === comment.latestStatus)
      expect(comment.latestStatus).toBe(stands ?? STANDS[present.outcome])
    }
    expectReports(comment)
  }
  await expectLooks()
  for (const id of topics) {
    const topic = await db().topic.findUniqueOrThrow({ where: { id } })
    expect(topic.commentCount).toBe(
      await db().comment.count({ where: { topicId: id, status: 'published' } }),
    )
  }
}

interface Reported {
  status: string
  currentRevisionId: string | null
  decisions: Array<{ revisionId: string; current: boolean; settledAt: Date | null }>
  revisions: Array<{ id: string; status: string }>
  reports: unknown[]
  tasks: Array<{ kind: string; revisionId: string }>
}

/** What was reported waits, or is decided and can still be undone; what is hidden was reported. */
function expectReports({ status, currentRevisionId, reports, tasks, ...comment }: Reported) {
  const unsettled = comment.decisions.some(
    (each) => each.revisionId === currentRevisionId && each.current && !each.settledAt,
  )
  const [task, ...more] = tasks.filter(({ kind }) => kind === 'reported')
  expect(more).toEqual([])
  if (reports.length > 0) expect(task !== undefined || unsettled).toBe(true)
  if (task) {
    expect(reports.length).toBeGreaterThan(0)
    expect(task.revisionId).toBe(currentRevisionId)
    expect(['published', 'hidden']).toContain(status)
  }
  if (status === 'hidden') expect(reports.length).toBeGreaterThan(0)
  const publicTexts = comment.revisions.filter((each) => each.status === 'published')
  expect(publicTexts.map(({ id }) => id)).toEqual(status === 'published' ? [currentRevisionId] : [])
  const hiddenTexts = comment.revisions.filter((each) => each.status === 'hidden')
  expect(hiddenTexts.some(({ id }) => id === currentRevisionId)).toBe(status === 'hidden')
}

/** Each second look waits or is recorded, by another than the first moderator; each that is recorded is tallied. */
async function expectLooks() {
  const looks = await db().secondLook.findMany({ include: { task: true, decision: true } })
  for (const look of looks) {
    expect(look.decision.settledAt).not.toBeNull()
    if (look.outcome) expect(look.task.closedAt).not.toBeNull()
    expect(look.moderatorId).not.toBe(look.decision.moderatorId)
    if (look.contested && !look.result && !look.decision.current) {
      // What takes its place can still be undone.
      const revision = await db().moderationDecision.findFirst({
        where: { previousId: look.decisionId, undoneAt: null },
      })
      expect(revision?.settledAt).toBeNull()
    }
  }
  const tallied = await db().secondLookTally.aggregate({ _sum: { count: true } })
  expect(tallied._sum.count ?? 0).toBe(looks.filter(({ outcome }) => outcome).length)
}

describe('the queue', () => {
  let done = 0

  it('holds together whatever authors and moderators do, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const posted: string[] = []
        await perform({ deed: 'post', which: 0, who: 0 }, posted)
        for (const each of steps) {
          if (await perform(each, posted)) done += 1
          site.advance(1)
          await expectInvariants(posted)
        }
        site.advance(11 * SECOND_MS)
        await settleDecisions(site.container)
        await expectInvariants(posted)
        const unsettled = await db().moderationDecision.count({
          where: { settledAt: null, undoneAt: null },
        })
        expect(unsettled).toBe(0)
        // Whoever reported learns the result, with the decision.
        const told = await db().report.findMany({ where: { commentId: { in: posted } } })
        for (const { result, decidedAt } of told) expect(result === null).toBe(decidedAt === null)
        await expectSoundTrail()
      }),
      { numRuns: 12 },
    )
  }, 240_000)

  afterAll(() => {
    // Rules that refused everything would make the test true of nothing.
    expect(done).toBeGreaterThan(60)
  })
})

describe('eight moderators on the same hundred', () => {
  it('decide on each exactly once, and nothing is counted wrong', async () => {
    const topic = await makeTopic(db())
    const people = await Promise.all(Array.from({ length: 10 }, () => makePerson(db())))
    const reviewers = await Promise.all(
      Array.from({ length: 8 }, () => makeActor(db(), [{ role: 'moderator', duty: 'review' }])),
    )
    const texts: Array<{ commentId: string; revisionId: string; version: number }> = []
    for (let i = 0; i < 100; i += 1) {
      const comment = await makeComment(db(), {
        status: 'pending',
        topicId: topic.id,
        authorId: people[i % 10]?.id,
        createdAt: TEST_NOW,
      })
      texts.push({
        commentId: comment.id,
        revisionId: comment.latestRevisionId,
        version: comment.version,
      })
    }
    const results = await Promise.all(
      reviewers.map(async (reviewer, n) => {
        const won: string[] = []
        for (let i = 0; i < texts.length; i += 1) {
          // All begin at the same, and go in the same order.
          const text = texts[i]!
          try {
            await ((n + i) % 2 === 0
              ? approveComment(site.scope(reviewer), text)
              : returnComment(site.scope(reviewer), { ...text, request: '请补充。' }))
            won.push(text.commentId)
          } catch (error) {
            if (!isAppError(error) || error.code !== 'conflict') throw error
          }
        }
        return won
      }),
    )
    const won = results.flat()
    expect(won).toHaveLength(100)
    expect(new Set(won).size).toBe(100)
    const ids = texts.map(({ commentId }) => commentId)
    expect(await db().moderationDecision.count({ where: { commentId: { in: ids } } })).toBe(100)
    expect(
      await db().auditEvent.count({ where: { objectId: { in: ids }, objectType: 'comment' } }),
    ).toBe(100)
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
    site.advance(11 * SECOND_MS)
    expect(await settleDecisions(site.container)).toBe(100)
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
    await expectSoundTrail()
  }, 240_000)
})
