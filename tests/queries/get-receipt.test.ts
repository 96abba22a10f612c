import { describe, expect, it } from 'vitest'
import { firstWaitDay, histogramDay } from '~/domain/moderation/review-wait'
import { getReceipt } from '~/queries/get-receipt.server'
import { getUsualWait } from '~/queries/get-usual-wait.server'
import { listMyComments, MY_COMMENTS_PAGE_SIZE } from '~/queries/list-my-comments.server'
import { newId } from '~/server/ids.server'
import { makeAssignment, makeDraft, makeOffice, makePublished } from '#tests/factories/desk'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const DAY_MS = 24 * 60 * 60 * 1000
const id = () => newId(TEST_NOW.getTime())

async function countWaits(day: Date, waits: Record<number, number>, measure = 'review.wait') {
  await db().durationHistogram.createMany({
    data: Object.entries(waits).map(([value, count]) => ({
      measure,
      day,
      value: Number(value),
      count,
    })),
  })
}

describe('the usual wait', () => {
  it('is told from enough decisions of the last seven days alone', async () => {
    const today = histogramDay(TEST_NOW)
    const first = firstWaitDay(TEST_NOW)
    // Long ago, and of another measure: neither counts.
    await countWaits(new Date(first.getTime() - DAY_MS), { 500: 1000 })
    await countWaits(today, { 900: 1000 }, 'response.wait')
    expect(await getUsualWait(site.scope())).toBe('tooFew')

    await countWaits(first, { 4: 10 })
    await countWaits(today, { 6: 9 })
    expect(await getUsualWait(site.scope())).toBe('tooFew')

    await countWaits(new Date(today.getTime() - DAY_MS), { 60: 1 })
    expect(await getUsualWait(site.scope())).toEqual({ medianMinutes: 5, p90Minutes: 6 })

    await countWaits(new Date(today.getTime() - 2 * DAY_MS), { 60: 20 })
    expect(await getUsualWait(site.scope())).toEqual({ medianMinutes: 60, p90Minutes: 60 })
  })

  it('moves on with the days in Shanghai', async () => {
    // Sixteen hours later it is the 24th there: the day with ten waits of 4 minutes leaves.
    const now = new Date(TEST_NOW.getTime() + 16 * 60 * 60 * 1000)
    expect(await getUsualWait(site.scope(null, { now }))).toEqual({
      medianMinutes: 60,
      p90Minutes: 60,
    })
    const later = new Date(TEST_NOW.getTime() + 7 * DAY_MS)
    expect(await getUsualWait(site.scope(null, { now: later }))).toBe('tooFew')
  })
})

describe('a receipt', () => {
  it('is for its author alone', async () => {
    const author = await makeActor(db())
    const comment = await makeComment(db(), { authorId: author.personId, status: 'pending' })
    const receipt = await getReceipt(site.scope(author), comment.id)
    expect(receipt).toMatchObject({
      id: comment.id,
      topic: { id: comment.topicId, mode: 'preModeration' },
      standing: 'pending',
      receivedAt: TEST_NOW,
      sending: { number: 1, decision: null },
      earlier: [],
    })
    const others = [
      null,
      await makeActor(db()),
      await makeActor(db(), [{ role: 'moderator', duty: 'senior' }]),
      await makeActor(db(), [{ role: 'admin' }]),
    ]
    for (const viewer of others) {
      await expect(getReceipt(site.scope(viewer), comment.id)).rejects.toMatchObject({
        code: 'notFound',
      })
    }
    await expect(getReceipt(site.scope(author), 'nonsense')).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(getReceipt(site.scope(author), id())).rejects.toMatchObject({ code: 'notFound' })
  })

  it('tells the decision with its reason, and what was sent before', async () => {
    const author = await makeActor(db())
    const moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    const comment = await makeComment(db(), { authorId: author.personId, status: 'returned' })
    await db().moderationDecision.create({
      data: {
        id: id(),
        commentId: comment.id,
        revisionId: comment.latestRevisionId,
        outcome: 'return',
        reasonText: '请删去姓名。',
        note: '不给作者看',
        moderatorId: moderator.personId,
        decidedAt: TEST_NOW,
        settlesAt: TEST_NOW,
        settledAt: TEST_NOW,
        waitedMs: 1,
      },
    })
    const receipt = await getReceipt(site.scope(author), comment.id)
    expect(receipt).toMatchObject({
      standing: 'returned',
      sending: { decision: { outcome: 'return', at: TEST_NOW, reasonText: '请删去姓名。' } },
    })
    // Who decided, and what moderators tell one another, is not the author's to read.
    expect(JSON.stringify(receipt)).not.toContain('不给作者看')
    expect(JSON.stringify(receipt)).not.toContain(moderator.displayName)
    expect(JSON.stringify(receipt)).not.toContain(moderator.personId)
  })

  it('offers a change while the topic takes in comments, and never of what was refused', async () => {
    const author = await makeActor(db())
    const receiptOf = async (
      status: 'pending' | 'returned' | 'rejected' | 'withdrawn',
      stage: 'deliberating' | 'handling',
    ) => {
      const topicId = (await makeTopic(db(), { stage })).id
      const comment = await makeComment(db(), { authorId: author.personId, topicId, status })
      return getReceipt(site.scope(author), comment.id)
    }
    expect(await receiptOf('returned', 'deliberating')).toMatchObject({ canEdit: true })
    expect(await receiptOf('pending', 'deliberating')).toMatchObject({ canEdit: true })
    expect(await receiptOf('returned', 'handling')).toMatchObject({ canEdit: false })
    expect(await receiptOf('rejected', 'deliberating')).toMatchObject({ canEdit: false })
    expect(await receiptOf('withdrawn', 'deliberating')).toMatchObject({ canEdit: false })
    const { comments } = await listMyComments(site.scope(author))
    expect(comments.filter(({ awaitsEdit }) => awaitsEdit)).toMatchObject([
      { standing: 'returned' },
    ])
    expect(comments.find(({ standing }) => standing === 'withdrawn')).toMatchObject({
      excerpt: null,
    })
  })

  it('of a withdrawn comment has no words any more', async () => {
    const author = await makeActor(db())
    const comment = await makeComment(db(), { authorId: author.personId, status: 'withdrawn' })
    expect(await getReceipt(site.scope(author), comment.id)).toMatchObject({
      standing: 'withdrawn',
      html: null,
    })
  })
})

describe('my comments', () => {
  it('are one’s own, newest first, paged by key', async () => {
    const author = await makeActor(db())
    const topic = await makeTopic(db())
    const ids: string[] = []
    for (let i = 0; i < MY_COMMENTS_PAGE_SIZE + 3; i += 1) {
      const comment = await makeComment(db(), {
        authorId: author.personId,
        topicId: topic.id,
        createdAt: new Date(TEST_NOW.getTime() - (100 - i) * 60_000),
      })
      ids.unshift(comment.id)
    }
    await makeComment(db(), { topicId: topic.id })
    const first = await listMyComments(site.scope(author))
    const second = await listMyComments(site.scope(author), { after: first.nextAfter })
    expect(first.comments.map((comment) => comment.id)).toEqual(ids.slice(0, MY_COMMENTS_PAGE_SIZE))
    expect(second.comments.map((comment) => comment.id)).toEqual(ids.slice(MY_COMMENTS_PAGE_SIZE))
    expect(second.nextAfter).toBeNull()
    await expect(listMyComments(site.scope(author), { after: 'x' })).rejects.toMatchObject({
      code: 'invalidCursor',
    })
    await expect(listMyComments(site.scope(null))).rejects.toMatchObject({
      code: 'signInRequired',
    })
  })

  it('tell which were answered and cited, in public only', async () => {
    const author = await makeActor(db())
    const comment = await makeComment(db(), { authorId: author.personId })
    const { topicId } = comment
    const makeAnswer = async (make: typeof makeDraft | typeof makePublished, name: string) => {
      const office = await makeOffice(site, { name })
      const { assignmentId } = await makeAssignment(site, {
        topicId,
        departments: [{ departmentId: office.department.id, part: 'lead' }],
      })
      return (await make(site, assignmentId, office, { answer: [comment.id] })).responseId
    }
    const makeCitation = async (status: 'draft' | 'published', number: number) => {
      const [summaryId, pointId] = [id(), id()]
      await db().outcomeSummary.create({
        data: {
          id: summaryId,
          topicId,
          number,
          status: 'draft',
          verdict: 'consensus',
          introduction: '',
          introductionHtml: '',
          rendererVersion: 1,
          draftedById: author.personId,
          createdAt: TEST_NOW,
          updatedAt: TEST_NOW,
          points: {
            create: {
              id: pointId,
              position: 3,
              kind: 'consensus',
              text: '要点',
              html: '<p>要点</p>',
              rendererVersion: 1,
              citations: {
                create: {
                  commentId: comment.id,
                  revisionId: comment.latestRevisionId,
                  position: 1,
                },
              },
            },
          },
        },
      })
      if (status === 'published') {
        await db().outcomeSummary.update({
          where: { id: summaryId },
          data: { status, publishedAt: TEST_NOW, publishedById: author.personId },
        })
      }
      return pointId
    }
    await makeAnswer(makeDraft, '望川区民政局')
    await makeCitation('draft', 1)
    const [before] = (await listMyComments(site.scope(author))).comments
    expect(before).toMatchObject({ standing: 'published', answers: [], citations: [] })

    const responseId = await makeAnswer(makePublished, '望川区住建局')
    const pointId = await makeCitation('published', 2)
    const [after] = (await listMyComments(site.scope(author))).comments
    expect(after).toMatchObject({
      answers: [{ responseId, department: '望川区住建局', publishedAt: TEST_NOW }],
      citations: [{ pointId, position: 3 }],
    })
  })
})
