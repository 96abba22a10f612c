import { describe, expect, it } from 'vitest'
import { postComment } from '~/commands/post-comment.server'
import { closeReviewTask, openReviewTask } from '~/commands/review-task.server'
import { NO_FILTER } from '~/domain/moderation/review-filter'
import { listReviewQueue } from '~/queries/list-review-queue.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { newId } from '~/server/ids.server'
import { transact } from '~/server/transact.server'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { queueCounts } from '#tests/factories/queue'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const HOUR_MS = 60 * 60 * 1000

describe('a review task', () => {
  it('carries what the queue filters by, is due by the settings, and is counted', async () => {
    await db().setting.update({
      where: { key: 'moderation' },
      data: { value: { undoSeconds: 0, reviewHours: 2 } },
    })
    const comment = await makeComment(db())
    const { topic } = await db().comment.findUniqueOrThrow({
      where: { id: comment.id },
      select: { topic: true },
    })
    const opened = await transact(site.scope(), (tx) =>
      openReviewTask(tx, { kind: 'reported', commentId: comment.id, risk: 3, rules: ['phone'] }),
    )
    expect(opened).toMatchObject({ opened: true })
    expect(await db().reviewTask.findUniqueOrThrow({ where: { id: opened?.id } })).toMatchObject({
      kind: 'reported',
      revisionId: comment.latestRevisionId,
      topicId: topic.id,
      studioId: topic.studioId,
      categoryId: topic.categoryId,
      authorId: comment.authorId,
      voice: 'resident',
      dueAt: new Date(TEST_NOW.getTime() + 2 * HOUR_MS),
      risk: 3,
      rules: ['phone'],
      senior: false,
      closedAt: null,
    })
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
    expect((await queueCounts(db()))['reported']).toBe(1)
    await db().setting.update({
      where: { key: 'moderation' },
      data: { value: { undoSeconds: 0 } },
    })
  })

  it('is due at a quarter of an hour, so that of two sent minutes apart the riskier comes first', async () => {
    const { id: topicId } = await makeTopic(db())
    const author = await makeActor(db(), [], { createdAt: new Date('2025-01-01T00:00:00Z') })
    const send = async (text: string) => {
      site.advance(60_000)
      return (await postComment(site.scope(author), { topicId, text, kind: 'opinion' })).commentId
    }
    const plain = await send('楼道里的灯坏了一个月了。')
    const risky = await send('报名看这里 http://a.example http://b.example http://c.example')
    const tasks = await db().reviewTask.findMany({ where: { topicId } })
    const dueAt = new Date(TEST_NOW.getTime() + 4 * HOUR_MS)
    expect(tasks).toMatchObject([{ dueAt }, { dueAt }])
    const moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    const { entries } = await listReviewQueue(site.scope(moderator), {
      view: 'pending',
      filter: { ...NO_FILTER, topic: topicId },
    })
    expect(entries.map(({ commentId }) => commentId)).toEqual([risky, plain])
  })

  it('is one of its kind for a comment: a second keeps the place for the newer text', async () => {
    const comment = await makeComment(db(), { status: 'pending' })
    const before = await db().reviewTask.findFirstOrThrow({ where: { commentId: comment.id } })
    const again = await transact(site.scope(), (tx) =>
      openReviewTask(tx, { kind: 'pending', commentId: comment.id, risk: 5, rules: ['advert'] }),
    )
    expect(again).toEqual({ id: before.id, opened: false })
    expect(await db().reviewTask.findMany({ where: { commentId: comment.id } })).toMatchObject([
      { id: before.id, dueAt: before.dueAt, risk: 5, rules: ['advert'] },
    ])
    const other = await transact(site.scope(), (tx) =>
      openReviewTask(tx, { kind: 'appeal', commentId: comment.id }),
    )
    expect(other).toMatchObject({ opened: true })
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  })

  it('is closed once, by kind or with all of the comment', async () => {
    const comment = await makeComment(db(), { status: 'pending' })
    const close = (kind?: 'pending') =>
      transact(site.scope(), (tx) => closeReviewTask(tx, { commentId: comment.id, kind }))
    await transact(site.scope(), (tx) =>
      openReviewTask(tx, { kind: 'secondLook', commentId: comment.id }),
    )
    expect(await close('pending')).toMatchObject([{ kind: 'pending' }])
    expect(await close('pending')).toEqual([])
    expect(await close()).toMatchObject([{ kind: 'secondLook' }])
    await db().comment.update({ where: { id: comment.id }, data: { latestStatus: 'withdrawn' } })
    expect(await queueCounts(db())).toEqual(await recountQueue(db()))
  })

  it('of a comment that there is not is none', async () => {
    const opened = await transact(site.scope(), (tx) =>
      openReviewTask(tx, { kind: 'reported', commentId: newId(TEST_NOW.getTime()) }),
    )
    expect(opened).toBeNull()
  })
})
