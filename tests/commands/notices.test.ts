import { describe, expect, it } from 'vitest'
import { announce } from '~/commands/announce.server'
import { fanOutNotice } from '~/commands/fan-out-notice.server'
import { expireNotices } from '~/commands/expire-notices.server'
import { follow } from '~/commands/follow.server'
import { markAllNoticesRead, markNoticeRead } from '~/commands/read-notices.server'
import { moveTopicStage } from '~/commands/move-topic-stage.server'
import { postComment } from '~/commands/post-comment.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import type { Actor } from '~/domain/person/actor'
import { NOTICE_KEPT_DAYS } from '~/domain/notice/sending'
import { getUnreadNotices } from '~/queries/get-unread-notices.server'
import { isFollowed, listFollowed } from '~/queries/list-followed.server'
import { getNotice, listNotices } from '~/queries/list-notices.server'
import { transact } from '~/server/transact.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { makeAssignment, makeOffice, makeSubmitted } from '#tests/factories/desk'
import { makeActor, makeComment, makePerson, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const DAY_MS = 24 * 60 * 60 * 1000

/** Tells followers of a topic that it moved on, and fans out. */
async function tell(
  topicId: string,
  options: { key?: string; actorId?: string; own?: string[] } = {},
) {
  const { key = `test:${topicId}:${Math.random()}`, actorId = null, own } = options
  await transact(site.scope(), (tx) =>
    announce(tx, {
      key,
      fact: { kind: 'stageMoved', data: { to: 'handling' } },
      topicId,
      actorId,
      own,
    }),
  )
  const notice = await db().notice.findUniqueOrThrow({ where: { key } })
  await fanOutNotice(site.scope(), notice.id)
  return notice.id
}

const unread = (viewer: Actor) => getUnreadNotices(site.scope(viewer))
const told = async (viewer: Actor) =>
  (await listNotices(site.scope(viewer), { after: null })).notices

/** How many fan-out jobs wait for a notice. */
async function jobsOf(noticeId: string): Promise<number> {
  const { rows } = await site.container.database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'fan-out-notice' AND data->>'noticeId' = $1`,
    [noticeId],
  )
  return rows[0]?.n ?? 0
}

describe('following', () => {
  it('is by subject, once, and can be ended', async () => {
    const reader = await makeActor(db())
    const topic = await makeTopic(db())
    const scope = site.scope(reader)
    const subject = { kind: 'topic', id: topic.id } as const
    expect(await isFollowed(scope, subject)).toBe(false)
    expect(await isFollowed(site.scope(null), subject)).toBeNull()
    await follow(scope, subject, true)
    await follow(scope, subject, true)
    await follow(scope, { kind: 'category', id: topic.categoryId }, true)
    expect(await isFollowed(scope, subject)).toBe(true)
    expect((await listFollowed(scope)).map(({ name }) => name)).toContain(topic.title)
    expect(await listFollowed(scope)).toHaveLength(2)
    await follow(scope, subject, false)
    expect(await isFollowed(scope, subject)).toBe(false)
  })

  it('of what is not there is refused', async () => {
    const reader = await makeActor(db())
    const someone = await makePerson(db())
    for (const id of [someone.id, 'nothing']) {
      await expect(follow(site.scope(reader), { kind: 'studio', id }, true)).rejects.toMatchObject({
        code: 'notFound',
      })
    }
  })
})

describe('a notice', () => {
  it('reaches each follower once, however often it is told and fanned out', async () => {
    const topic = await makeTopic(db())
    const readers = [await makeActor(db()), await makeActor(db()), await makeActor(db())]
    for (const reader of readers) {
      await follow(site.scope(reader), { kind: 'topic', id: topic.id }, true)
    }
    const stranger = await makeActor(db())
    const key = `twice:${topic.id}`
    const id = await tell(topic.id, { key })
    await tell(topic.id, { key })
    await Promise.all([fanOutNotice(site.scope(), id), fanOutNotice(site.scope(), id)])
    for (const reader of readers) {
      expect(await unread(reader)).toBe(1)
      expect(await told(reader)).toMatchObject([
        {
          id,
          own: false,
          read: false,
          topic: { title: topic.title },
          fact: { kind: 'stageMoved' },
        },
      ])
    }
    expect(await told(stranger)).toEqual([])
    expect(await jobsOf(id)).toBe(1)
  })

  it('tells nobody of what they did themselves, and closed accounts nothing', async () => {
    const topic = await makeTopic(db())
    const [actor, gone] = [await makeActor(db()), await makeActor(db())]
    for (const one of [actor, gone]) {
      await follow(site.scope(one), { kind: 'topic', id: topic.id }, true)
    }
    await db().person.update({ where: { id: gone.personId }, data: { status: 'closed' } })
    await tell(topic.id, { actorId: actor.personId, own: [actor.personId] })
    expect(await told(actor)).toEqual([])
    expect(await told(gone)).toEqual([])
  })

  it('that concerns a follower’s own words is told once, as that', async () => {
    const topic = await makeTopic(db())
    const reader = await makeActor(db())
    await follow(site.scope(reader), { kind: 'topic', id: topic.id }, true)
    await tell(topic.id, { own: [reader.personId] })
    expect(await told(reader)).toMatchObject([{ own: true }])
    expect(await unread(reader)).toBe(1)
  })

  it('is read once, alone or with all others', async () => {
    const topic = await makeTopic(db())
    const reader = await makeActor(db())
    const scope = site.scope(reader)
    await follow(scope, { kind: 'topic', id: topic.id }, true)
    const first = await tell(topic.id)
    await tell(topic.id)
    await tell(topic.id)
    expect(await unread(reader)).toBe(3)
    await Promise.all([markNoticeRead(scope, first), markNoticeRead(scope, first)])
    expect(await unread(reader)).toBe(2)
    expect(await getNotice(scope, first)).toMatchObject({ read: true })
    await Promise.all([markAllNoticesRead(scope), markAllNoticesRead(scope)])
    expect(await unread(reader)).toBe(0)
    const other = await makeActor(db())
    await expect(markNoticeRead(site.scope(other), first)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('is not there where what it tells of was rolled back', async () => {
    const topic = await makeTopic(db())
    const before = await db().notice.count()
    await expect(
      transact(site.scope(), async (tx) => {
        await announce(tx, {
          key: 'rolled-back',
          fact: { kind: 'stageMoved', data: { to: 'handling' } },
          topicId: topic.id,
          actorId: null,
        })
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await db().notice.count()).toBe(before)
  })
})

describe('what is told', () => {
  it('when an answer is published: the authors answered, and the followers of topic and department', async () => {
    await importCalendarIfEmpty(site.container)
    const office = await makeOffice(site)
    const { assignmentId, topicId } = await makeAssignment(site, {
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const author = await makeActor(db())
    const comment = await makeComment(db(), { topicId, authorId: author.personId })
    const [ofTopic, ofDepartment] = [await makeActor(db()), await makeActor(db())]
    await follow(site.scope(ofTopic), { kind: 'topic', id: topicId }, true)
    await follow(site.scope(ofDepartment), { kind: 'department', id: office.department.id }, true)
    const submitted = await makeSubmitted(site, assignmentId, office, { answer: [comment.id] })
    await signOffResponse(site.scope(office.signer), { ...submitted, outcome: 'approve' })
    const notice = await db().notice.findUniqueOrThrow({
      where: { key: `response:${submitted.responseId}` },
    })
    expect(await jobsOf(notice.id)).toBe(1)
    expect(await told(author)).toMatchObject([{ own: true, fact: { kind: 'responsePublished' } }])
    await fanOutNotice(site.scope(), notice.id)
    for (const follower of [ofTopic, ofDepartment]) {
      expect(await told(follower)).toMatchObject([
        { own: false, fact: { data: { department: office.department.name } } },
      ])
    }
  })

  it('when somebody replies: whose comment it is, and nobody who replies to themselves', async () => {
    const topic = await makeTopic(db(), { mode: 'postModeration' })
    const [author, replier] = [await makeActor(db()), await makeActor(db())]
    const root = await makeComment(db(), { topicId: topic.id, authorId: author.personId })
    const reply = { topicId: topic.id, replyTo: root.id, kind: 'opinion' as const }
    await postComment(site.scope(replier), { ...reply, text: '我家门口也是这样，很不方便。' })
    await postComment(site.scope(author), { ...reply, text: '补充一点：晚上更明显。' })
    expect(await told(author)).toMatchObject([{ own: true, fact: { kind: 'commentReplied' } }])
    expect(await told(replier)).toEqual([])
  })

  it('when a topic moves on', async () => {
    const convenerOf = await makeTopic(db(), { stage: 'collecting' })
    const convener = await makeActor(db(), [{ role: 'convener', studioId: convenerOf.studioId }])
    const reader = await makeActor(db())
    await follow(site.scope(reader), { kind: 'topic', id: convenerOf.id }, true)
    const moved = await moveTopicStage(site.scope(convener), {
      topicId: convenerOf.id,
      version: convenerOf.version,
      to: 'deliberating',
    })
    expect(moved).toEqual({ ok: true })
    const notice = await db().notice.findFirstOrThrow({ where: { topicId: convenerOf.id } })
    await fanOutNotice(site.scope(), notice.id)
    expect(await told(reader)).toMatchObject([{ fact: { data: { to: 'deliberating' } } }])
  })
})

describe('notices that are old', () => {
  it('go after a year, in parts, and count as unread no more', async () => {
    const [reader, other] = [await makeActor(db()), await makeActor(db())]
    const topic = await makeTopic(db())
    const own = [reader.personId, other.personId]
    const old = await tell(topic.id, { own })
    await markNoticeRead(site.scope(other), old)
    site.advance(2 * DAY_MS)
    const kept = await tell(topic.id, { own })
    expect([await unread(reader), await unread(other)]).toEqual([2, 1])

    site.advance(NOTICE_KEPT_DAYS * DAY_MS - DAY_MS)
    expect(await expireNotices(site.scope())).toBeGreaterThan(0)
    expect((await told(reader)).map(({ id }) => id)).toEqual([kept])
    expect([await unread(reader), await unread(other)]).toEqual([1, 1])
    expect(await db().notice.count({ where: { id: old } })).toBe(0)
    expect(await expireNotices(site.scope())).toBe(0)
  })
})
