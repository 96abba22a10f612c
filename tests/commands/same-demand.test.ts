import { beforeAll, describe, expect, it } from 'vitest'
import { decideMany } from '~/commands/decide-many.server'
import { joinSameDemand } from '~/commands/join-same-demand.server'
import { leaveSameDemand } from '~/commands/leave-same-demand.server'
import { postComment } from '~/commands/post-comment.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import { approveComment } from '~/commands/approve-comment.server'
import type { Stance } from '~/domain/comment/comment'
import type { Actor } from '~/domain/person/actor'
import { getReceipt } from '~/queries/get-receipt.server'
import { getSameDemand } from '~/queries/get-same-demand.server'
import { listComments } from '~/queries/list-comments.server'
import { findSimilarComments } from '~/queries/find-similar-comments.server'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ RATE_LIMIT_FACTOR: 100 })
const db = () => site.container.database.prisma
const TEXT = '消防通道天天被私家车堵住，请物业和交警管起来。'
const COPY = '消防通道天天被私家车堵住了，请交警和物业管起来！！'

const MODERATOR = [{ role: 'moderator', duty: 'review' }] as const
let moderator: Actor

beforeAll(async () => {
  moderator = await makeActor(db(), MODERATOR)
})

async function post(topicId: string, text: string, stance?: Stance, by?: Actor) {
  const author = by ?? (await makeActor(db()))
  const { commentId } = await postComment(site.scope(author), {
    topicId,
    text,
    stance,
    kind: 'opinion',
  })
  const { latestRevisionId: revisionId, version } = await read(commentId)
  return { author, text: { commentId, revisionId, version } }
}

const read = (id: string) => db().comment.findUniqueOrThrow({ where: { id } })
const groupIn = (topicId: string) => db().demandGroup.findFirstOrThrow({ where: { topicId } })

async function similar(commentId: string) {
  const { id, topicId, latestRevisionId } = await read(commentId)
  const { text, stance } = await db().commentRevision.findUniqueOrThrow({
    where: { id: latestRevisionId },
  })
  return findSimilarComments(site.scope(moderator), { id, topicId, text, stance })
}

describe('the same demand', () => {
  it('is found when it is sent again in nearly the same words, and across topics as a copy', async () => {
    const { id: topicId } = await makeTopic(db())
    const first = await post(topicId, TEXT)
    await post(topicId, '希望社区食堂也供应晚饭，老人晚上做饭吃力。')
    const second = await post(topicId, COPY)
    const elsewhere = await post((await makeTopic(db())).id, TEXT)
    expect(await similar(second.text.commentId)).toMatchObject([
      { id: first.text.commentId, same: true, latestStatus: 'pending' },
    ])
    expect((await similar(first.text.commentId)).map(({ id }) => id).sort()).toEqual(
      [second.text.commentId, elsewhere.text.commentId].sort(),
    )
  })

  it('is approved and joined by one decision, and counts persons, not comments', async () => {
    const { id: topicId } = await makeTopic(db())
    const lead = await post(topicId, TEXT)
    await approveComment(site.scope(moderator), lead.text)
    const sameAsId = lead.text.commentId
    const member = await post(topicId, COPY)
    const again = await post(topicId, `${COPY}再说一遍。`, undefined, member.author)
    for (const { text } of [member, again]) {
      await joinSameDemand(site.scope(moderator), { ...text, sameAsId })
    }
    const made = await groupIn(topicId)
    expect(made).toMatchObject({ leadCommentId: sameAsId, size: 2 })
    expect(await read(member.text.commentId)).toMatchObject({
      status: 'published',
      demandGroupId: made.id,
    })
    expect(await read(sameAsId)).toMatchObject({ demandGroupId: null })
    expect(await db().moderationDecision.count({ where: { demandGroupId: made.id } })).toBe(2)

    const thread = await listComments(site.scope(), topicId, {
      sort: 'new',
      filter: null,
      start: { side: 'first' },
    })
    expect(thread.conversations.map(({ opening }) => opening)).toMatchObject([
      { id: sameAsId, sameDemand: { leadId: sameAsId, people: 2 } },
    ])
    const view = await getSameDemand(site.scope(), topicId, sameAsId, null)
    expect(view.comments.map(({ html }) => html).join('')).toContain('管起来！！再说一遍')
    const receipt = await getReceipt(site.scope(member.author), member.text.commentId)
    expect(receipt.sameDemand).toEqual({ leadId: sameAsId, people: 2 })

    const speaker = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    await makeComment(db(), { topicId, authorId: speaker.personId, status: 'published' })
    await expect(leaveSameDemand(site.scope(speaker), member.text.commentId)).rejects.toMatchObject(
      { code: 'forbidden', params: { recusal: 'spoke' } },
    )
    await leaveSameDemand(site.scope(moderator), member.text.commentId)
    expect(await read(member.text.commentId)).toMatchObject({
      status: 'published',
      demandGroupId: null,
    })
    expect(await groupIn(topicId)).toMatchObject({ size: 2 })
    await leaveSameDemand(site.scope(moderator), again.text.commentId)
    expect(await groupIn(topicId)).toMatchObject({ size: 1 })
  })

  it('has another lead when the first one is withdrawn', async () => {
    const { id: topicId } = await makeTopic(db())
    const lead = await post(topicId, TEXT)
    const members = [await post(topicId, COPY), await post(topicId, `${COPY}谢谢。`)]
    await approveComment(site.scope(moderator), lead.text)
    for (const { text } of members) {
      await joinSameDemand(site.scope(moderator), { ...text, sameAsId: lead.text.commentId })
    }
    await withdrawComment(site.scope(lead.author), lead.text.commentId)
    const heir = members[0]?.text.commentId ?? ''
    expect(await groupIn(topicId)).toMatchObject({ leadCommentId: heir, size: 2 })
    expect(await read(heir)).toMatchObject({ demandGroupId: null })
  })

  it('waits for its lead: a member that is public first stands for the group until then', async () => {
    const { id: topicId } = await makeTopic(db())
    const lead = await post(topicId, TEXT)
    const member = await post(topicId, COPY)
    await joinSameDemand(site.scope(moderator), { ...member.text, sameAsId: lead.text.commentId })
    const made = await groupIn(topicId)
    expect(made).toMatchObject({ leadCommentId: member.text.commentId, size: 1 })
    await approveComment(site.scope(moderator), lead.text)
    expect(await read(lead.text.commentId)).toMatchObject({ demandGroupId: made.id })
    expect(await groupIn(topicId)).toMatchObject({ size: 2 })
  })

  it('is approved and joined for many at once, each by itself; what was decided meanwhile is told', async () => {
    const { id: topicId } = await makeTopic(db())
    const lead = await post(topicId, TEXT)
    const copies = [await post(topicId, COPY), await post(topicId, `${COPY}谢谢。`)]
    const late = await post(topicId, `${COPY}拜托。`)
    await approveComment(site.scope(moderator), late.text)
    const done = await decideMany(site.scope(await makeActor(db(), MODERATOR)), {
      texts: [lead, ...copies, late].map(({ text }) => text),
      verdict: { outcome: 'join', sameAsId: lead.text.commentId },
    })
    expect(done).toMatchObject({
      decided: 3,
      left: [{ commentId: late.text.commentId, why: 'approve' }],
    })
    const made = await groupIn(topicId)
    expect(made).toMatchObject({ leadCommentId: lead.text.commentId })
    for (const { text } of copies) {
      expect(await read(text.commentId)).toMatchObject({ demandGroupId: made.id })
    }
    const decided = await db().moderationDecision.findMany({
      where: { commentId: { in: [lead, ...copies].map(({ text }) => text.commentId) } },
    })
    expect(decided).toMatchObject([
      { outcome: 'approve' },
      { outcome: 'approve' },
      { outcome: 'approve' },
    ])
    expect(
      await db().auditEvent.count({
        where: {
          objectId: { in: copies.map(({ text }) => text.commentId) },
          action: { startsWith: 'comment.' },
          NOT: { action: 'comment.posted' },
        },
      }),
    ).toBeGreaterThanOrEqual(2)
    const own = await post(topicId, `${TEXT}我也这么想。`, undefined, moderator)
    const left = await decideMany(site.scope(moderator), {
      texts: [own.text],
      verdict: { outcome: 'join', sameAsId: lead.text.commentId },
    })
    expect(left).toMatchObject({ decided: 0, left: [{ why: 'recusal' }] })
  })

  it('is refused for opposite stances, another topic, itself and a stranger to the queue', async () => {
    const { id: topicId } = await makeTopic(db())
    const support = await post(topicId, TEXT, 'support')
    const oppose = await post(topicId, COPY, 'oppose')
    const elsewhere = await post((await makeTopic(db())).id, TEXT)
    const join = (sameAsId: string, by = moderator) =>
      joinSameDemand(site.scope(by), { ...oppose.text, sameAsId })
    await expect(join(support.text.commentId)).rejects.toMatchObject({ code: 'invalidInput' })
    await expect(join(oppose.text.commentId)).rejects.toMatchObject({ code: 'invalidInput' })
    await expect(join(elsewhere.text.commentId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(join(support.text.commentId, support.author)).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await read(oppose.text.commentId)).toMatchObject({
      status: 'pending',
      demandGroupId: null,
    })
  })
})
