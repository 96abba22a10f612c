import { describe, expect, it } from 'vitest'
import { closeReviewTask, openReviewTask } from '~/commands/review-task.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { newId } from '~/server/ids.server'
import { transact } from '~/server/transact.server'
import { makeComment } from '#tests/factories/make'
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
