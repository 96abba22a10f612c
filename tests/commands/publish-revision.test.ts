import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishRevision, unpublishRevision } from '~/commands/publish-revision.server'
import type { Stance } from '~/domain/comment/comment'
import { commentHotScore, topicHotScore } from '~/domain/topic/hot'
import { newId } from '~/server/ids.server'
import { transact } from '~/server/transact.server'
import { makeComment, makePerson, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

/** A topic with the score that it is opened with. */
async function makeOpenTopic() {
  const topic = await makeTopic(db())
  const hot = topicHotScore({ people: 0, comments: 0, newestAt: topic.openedAt })
  return db().topic.update({ where: { id: topic.id }, data: { hot } })
}

/** Publishes the newest revision of a comment. */
async function publish(commentId: string) {
  const comment = await db().comment.findUniqueOrThrow({ where: { id: commentId } })
  return transact(site.scope(), (tx) =>
    publishRevision(tx, {
      commentId,
      revisionId: comment.latestRevisionId,
      seenVersion: comment.version,
      decided: true,
    }),
  )
}

async function unpublish(commentId: string, becomes: 'withdrawn' | 'rejected' = 'withdrawn') {
  return transact(site.scope(), (tx) => unpublishRevision(tx, { commentId, becomes }))
}

/** A new revision that waits, as the edit command leaves it. */
async function revise(commentId: string, stance: Stance | null, text = '改过的话。') {
  const comment = await db().comment.findUniqueOrThrow({ where: { id: commentId } })
  const number = await db().commentRevision.count({ where: { commentId } })
  const id = newId(site.now.getTime())
  await db().commentRevision.create({
    data: {
      id,
      commentId,
      number: number + 1,
      text,
      html: `<p>${text}</p>`,
      rendererVersion: 1,
      kind: comment.kind,
      stance,
      status: 'pending',
      createdAt: site.now,
    },
  })
  await db().comment.update({
    where: { id: commentId },
    data: { latestRevisionId: id, latestStatus: 'pending', version: { increment: 1 } },
  })
}

/** What the counters of a topic should be, counted anew from its comments. */
async function recount(topicId: string) {
  const topic = await db().topic.findUniqueOrThrow({ where: { id: topicId } })
  const all = await db().comment.findMany({ where: { topicId }, orderBy: { id: 'asc' } })
  const comments = all.filter(({ status }) => status === 'published')
  const people = new Set(comments.map(({ authorId }) => authorId))
  const newest = comments.map((comment) => comment.publishedAt?.getTime() ?? 0)
  const lastCommentAt = newest.length > 0 ? new Date(Math.max(...newest)) : null
  const tallies: Record<string, number> = {}
  for (const { rootId, stance } of comments) {
    if (!rootId && stance) tallies[stance] = (tallies[stance] ?? 0) + 1
  }
  const replies: Record<string, { count: number; hot: number }> = {}
  for (const root of all.filter(({ rootId, publishedAt }) => !rootId && publishedAt)) {
    const own = comments.filter(({ rootId }) => rootId === root.id)
    const times = own.map((reply) => reply.publishedAt?.getTime() ?? 0)
    const newestAt = times.length > 0 ? new Date(Math.max(...times)) : root.publishedAt
    const hot = newestAt ? commentHotScore({ replies: own.length, newestAt }) : 0
    replies[root.id] = { count: own.length, hot: rounded(hot) }
  }
  return {
    commentCount: comments.length,
    voiceCount: people.size,
    lastCommentAt,
    hot: rounded(
      topicHotScore({
        people: people.size,
        comments: comments.length,
        newestAt: lastCommentAt ?? topic.openedAt,
      }),
    ),
    tallies,
    replies,
    found: comments.map(({ id }) => id),
  }
}

async function kept(topicId: string) {
  const topic = await db().topic.findUniqueOrThrow({ where: { id: topicId } })
  const tallies = await db().stanceTally.findMany({ where: { topicId, count: { gt: 0 } } })
  const roots = await db().comment.findMany({
    where: { topicId, rootId: null, publishedAt: { not: null } },
  })
  const entries = await db().searchEntry.findMany({
    where: { topicId, kind: 'comment' },
    orderBy: { objectId: 'asc' },
  })
  return {
    commentCount: topic.commentCount,
    voiceCount: topic.voiceCount,
    lastCommentAt: topic.lastCommentAt,
    hot: rounded(topic.hot),
    tallies: Object.fromEntries(tallies.map(({ stance, count }) => [stance, count])),
    replies: Object.fromEntries(
      roots.map(({ id, replyCount, hot }) => [id, { count: replyCount, hot: rounded(hot) }]),
    ),
    found: entries.map(({ objectId }) => objectId),
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

describe('publishing a revision', () => {
  it('puts the comment, its counters and its search entry into public', async () => {
    const comment = await makeComment(db(), { status: 'pending', stance: 'oppose' })
    const tags: string[] = []
    const drop = site.container.pages.drop.bind(site.container.pages)
    site.container.pages.drop = (named) => {
      tags.push(...named)
      drop(named)
    }
    const published = await publish(comment.id)
    site.container.pages.drop = drop

    expect(published).toMatchObject({ firstTime: true, rootId: null, topicId: comment.topicId })
    expect(new Set(tags)).toEqual(new Set([`topic:${comment.topicId}`, 'topics']))
    const after = await db().comment.findUniqueOrThrow({
      where: { id: comment.id },
      include: { currentRevision: true },
    })
    expect(after).toMatchObject({ status: 'published', latestStatus: 'published', version: 2 })
    expect(after.publishedAt).toEqual(site.now)
    expect(after.currentRevision).toMatchObject({ status: 'published', decidedAt: site.now })
    expect(await kept(comment.topicId)).toEqual(await recount(comment.topicId))
  })

  it('supersedes the former revision of a published comment and moves its stance', async () => {
    const comment = await makeComment(db(), { status: 'pending', stance: 'oppose' })
    await publish(comment.id)
    const before = await db().comment.findUniqueOrThrow({ where: { id: comment.id } })
    await revise(comment.id, 'support')
    site.advance(60_000)
    const published = await publish(comment.id)

    expect(published?.firstTime).toBe(false)
    const after = await db().comment.findUniqueOrThrow({
      where: { id: comment.id },
      include: { revisions: { orderBy: { number: 'asc' } } },
    })
    expect(after.revisions.map(({ status }) => status)).toEqual(['superseded', 'published'])
    expect(after.stance).toBe('support')
    expect(after.publishedAt).toEqual(before.publishedAt)
    const tallies = await db().stanceTally.findMany({ where: { topicId: comment.topicId } })
    expect(Object.fromEntries(tallies.map(({ stance, count }) => [stance, count]))).toEqual({
      oppose: 0,
      support: 1,
    })
    expect(await kept(comment.topicId)).toEqual(await recount(comment.topicId))
  })

  it('changes nothing for who decided on an older version', async () => {
    const comment = await makeComment(db(), { status: 'pending' })
    const seen = await db().comment.findUniqueOrThrow({ where: { id: comment.id } })
    await db().comment.update({ where: { id: comment.id }, data: { version: { increment: 1 } } })
    const result = await transact(site.scope(), (tx) =>
      publishRevision(tx, {
        commentId: comment.id,
        revisionId: comment.latestRevisionId,
        seenVersion: seen.version,
        decided: true,
      }),
    )
    expect(result).toBeNull()
    const after = await db().comment.findUniqueOrThrow({ where: { id: comment.id } })
    expect(after.status).toBe('pending')
    expect((await kept(comment.topicId)).commentCount).toBe(0)
  })

  it('refuses a revision of another comment', async () => {
    const comment = await makeComment(db(), { status: 'pending' })
    const other = await makeComment(db(), { status: 'pending' })
    const result = await transact(site.scope(), (tx) =>
      publishRevision(tx, {
        commentId: comment.id,
        revisionId: other.latestRevisionId,
        seenVersion: 1,
        decided: true,
      }),
    )
    expect(result).toBeNull()
  })

  it('lets one of many win who publish at the same time', async () => {
    const comment = await makeComment(db(), { status: 'pending' })
    const results = await Promise.all(
      Array.from({ length: 5 }, () =>
        transact(site.scope(), (tx) =>
          publishRevision(tx, {
            commentId: comment.id,
            revisionId: comment.latestRevisionId,
            seenVersion: 1,
            decided: true,
          }),
        ),
      ),
    )
    expect(results.filter(Boolean)).toHaveLength(1)
    expect(await kept(comment.topicId)).toEqual(await recount(comment.topicId))
  })
})

describe('taking a comment out of public', () => {
  it('takes the words of every revision, and leaves the place', async () => {
    const comment = await makeComment(db(), { status: 'pending', stance: 'support' })
    await publish(comment.id)
    await revise(comment.id, 'support')
    await publish(comment.id)
    await revise(comment.id, 'support')
    await unpublish(comment.id)

    const after = await db().comment.findUniqueOrThrow({
      where: { id: comment.id },
      include: { revisions: true },
    })
    expect(after).toMatchObject({ status: 'withdrawn', latestStatus: 'withdrawn' })
    expect(after.currentRevisionId).toBeNull()
    expect(after.publishedAt).not.toBeNull()
    expect(after.revisions.map(({ status }) => status)).toEqual(Array(3).fill('withdrawn'))
    expect(await kept(comment.topicId)).toEqual(await recount(comment.topicId))
  })

  it('does nothing to what is not public', async () => {
    const comment = await makeComment(db(), { status: 'pending' })
    expect(await unpublish(comment.id)).toBeNull()
    const after = await db().comment.findUniqueOrThrow({ where: { id: comment.id } })
    expect(after).toMatchObject({ status: 'pending', version: 1 })
  })
})

describe('the counters', () => {
  it('equal a recount after any sequence of publishing, editing and withdrawing', async () => {
    const people = await Promise.all(Array.from({ length: 3 }, () => makePerson(db())))
    const step = fc.record({
      what: fc.constantFrom('open', 'reply', 'revise', 'withdraw', 'reject' as const),
      who: fc.nat(2),
      which: fc.nat(20),
      stance: fc.constantFrom('support', 'conditional', 'neutral', 'oppose', null),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const topic = await makeOpenTopic()
        const ids: string[] = []
        const roots: string[] = []
        for (const { what, who, which, stance } of steps) {
          site.advance(61_000)
          const target = ids[which % Math.max(ids.length, 1)]
          const root = roots[which % Math.max(roots.length, 1)]
          if (what === 'open' || (what === 'reply' && root)) {
            const comment = await makeComment(db(), {
              topicId: topic.id,
              authorId: people[who]?.id ?? '',
              status: 'pending',
              createdAt: site.now,
              stance: what === 'open' ? stance : null,
              rootId: what === 'reply' ? root : null,
            })
            await publish(comment.id)
            ids.push(comment.id)
            if (what === 'open') roots.push(comment.id)
          } else if (target) {
            const comment = await db().comment.findUniqueOrThrow({ where: { id: target } })
            if (comment.status !== 'published') continue
            if (what === 'withdraw') await unpublish(target)
            else if (what === 'reject') await unpublish(target, 'rejected')
            else if (what === 'revise') {
              await revise(target, comment.rootId ? null : stance)
              await publish(target)
            }
          }
        }
        expect(await kept(topic.id)).toEqual(await recount(topic.id))
      }),
      { numRuns: 8 },
    )
  })

  it('hold when many publish in one topic at the same time', async () => {
    const topic = await makeTopic(db())
    const root = await makeComment(db(), { topicId: topic.id, status: 'pending', stance: 'oppose' })
    await publish(root.id)
    const waiting = []
    for (let n = 0; n < 12; n++) {
      waiting.push(
        await makeComment(db(), {
          topicId: topic.id,
          status: 'pending',
          stance: n % 2 === 0 ? 'support' : null,
          rootId: n % 2 === 0 ? null : root.id,
        }),
      )
    }
    await Promise.all([...waiting.map(({ id }) => publish(id)), unpublish(root.id)])
    expect(await kept(topic.id)).toEqual(await recount(topic.id))
  })
})
