import { describe, expect, it } from 'vitest'
import { citeComments } from '~/commands/cite-comments.server'
import { publishSummary } from '~/commands/publish-summary.server'
import { saveSummary } from '~/commands/save-summary.server'
import { unpublishRevision } from '~/commands/publish-revision.server'
import type { Actor } from '~/domain/person/actor'
import type { Stage } from '~/domain/topic/stage'
import { getSummaryEditor } from '~/queries/get-summary-editor.server'
import { listSummaries } from '~/queries/list-summaries.server'
import { getTopicTimeline } from '~/queries/get-topic-timeline.server'
import { getCitableConversation, listCitableComments } from '~/queries/list-citable-comments.server'
import { newId } from '~/server/ids.server'
import { transact } from '~/server/transact.server'
import { makeActor, makeComment, makePerson, makeStudio, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

async function makeTalk(stage: Stage = 'concluding') {
  const studio = await makeStudio(db())
  const convener = await makeActor(db(), [{ role: 'convener', studioId: studio.id }])
  const liaison = await makeActor(db(), [{ role: 'liaison', studioId: studio.id }])
  const topic = await makeTopic(db(), { studioId: studio.id, stage })
  return { topic, topicId: topic.id, convener, liaison }
}

const POINT = { id: null, kind: 'consensus', text: '先算清账，再谈签字。' } as const

function save(
  actor: Actor,
  topicId: string,
  given: Partial<Parameters<typeof saveSummary>[1]> = {},
) {
  return saveSummary(site.scope(actor), {
    topicId,
    version: 0,
    verdict: 'partialConsensus',
    introduction: '居民、委员和专家发言三十余条。',
    points: [POINT],
    ...given,
  })
}

function cite(actor: Actor, topicId: string, pointId: string, version: number, ids: string[]) {
  return citeComments(site.scope(actor), { topicId, pointId, version, cite: ids, drop: [] })
}

async function withdraw(commentId: string) {
  await transact(site.scope(), (tx) => unpublishRevision(tx, { commentId, becomes: 'withdrawn' }))
}

describe('a draft of a summary', () => {
  it('keeps its points in their order, through moves and removals', async () => {
    const { topicId, convener } = await makeTalk()
    const first = await save(convener, topicId, {
      points: ['甲', '乙', '丙'].map((text) => ({ ...POINT, text })),
    })
    const [a, b, c] = first.pointIds as [string, string, string]
    const second = await save(convener, topicId, {
      version: first.version,
      points: [
        { id: c, kind: 'dissent', text: '丙' },
        { id: null, kind: 'suggestion', text: '丁' },
        { id: a, kind: 'consensus', text: '甲二' },
      ],
    })
    expect(second.pointIds[0]).toBe(c)
    const points = await db().summaryPoint.findMany({
      where: { summaryId: first.summaryId },
      orderBy: { position: 'asc' },
    })
    expect(points.map(({ position, text, kind }) => [position, text, kind])).toEqual([
      [0, '丙', 'dissent'],
      [1, '丁', 'suggestion'],
      [2, '甲二', 'consensus'],
    ])
    await expect(
      save(convener, topicId, {
        version: second.version,
        points: [{ id: b, kind: 'consensus', text: '乙' }],
      }),
    ).rejects.toMatchObject({ code: 'invalidInput' })
  })

  it('saved by two on one version goes to one; the other learns who', async () => {
    const { topicId, convener, liaison } = await makeTalk()
    const { version } = await save(convener, topicId)
    const results = await Promise.allSettled([
      save(convener, topicId, { version, introduction: '甲' }),
      save(liaison, topicId, { version, introduction: '乙' }),
    ])
    const won = results.findIndex(({ status }) => status === 'fulfilled')
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'conflict',
      params: { what: 'summary.drafted', who: [convener, liaison][won]?.displayName },
    })
    await expect(save(liaison, topicId)).rejects.toMatchObject({ code: 'conflict' })
    expect(await db().outcomeSummary.count({ where: { topicId } })).toBe(1)
  })

  it('is written by the studio alone, and not after closing', async () => {
    const { topicId, convener } = await makeTalk('closed')
    await expect(save(convener, topicId)).rejects.toMatchObject({ code: 'forbidden' })
    const talk = await makeTalk()
    await expect(save(convener, talk.topicId)).rejects.toMatchObject({ code: 'notFound' })
    const admin = await makeActor(db(), [{ role: 'admin' }])
    await expect(save(admin, talk.topicId)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('cites published comments of its own topic by revision, and counts how many', async () => {
    const { topicId, convener, liaison } = await makeTalk()
    const opening = await makeComment(db(), { topicId })
    const reply = await makeComment(db(), { topicId, rootId: opening.id })
    const waiting = await makeComment(db(), { topicId, status: 'pending' })
    await makeComment(db(), { topicId, createdAt: new Date(site.now.getTime() + 1) })
    const elsewhere = await makeComment(db())
    const draft = await save(liaison, topicId)
    const pointId = draft.pointIds[0]!
    const { version, citations } = await cite(liaison, topicId, pointId, draft.version, [
      reply.id,
      opening.id,
      waiting.id,
      elsewhere.id,
    ])
    expect(citations).toBe(2)
    const rows = await db().citation.findMany({ where: { pointId }, orderBy: { position: 'asc' } })
    expect(rows.map((row) => row.revisionId)).toEqual([
      opening.currentRevisionId,
      reply.currentRevisionId,
    ])
    const editor = await getSummaryEditor(site.scope(convener), topicId)
    expect(editor.coverage).toMatchObject({ published: 3, cited: 2 })
    expect(editor.missing).toEqual([])
    const listed = await listCitableComments(site.scope(), topicId, draft.summaryId)
    expect(
      listed.conversations.map(({ opening: one, replies }) => [one.citedBy, replies.length]),
    ).toEqual([
      [[1], 1],
      [[], 0],
    ])
    const uncited = await listCitableComments(site.scope(), topicId, draft.summaryId, {
      filter: { uncited: true },
    })
    expect(uncited.conversations).toHaveLength(1)
    const alone = await getCitableConversation(site.scope(), topicId, draft.summaryId, opening.id)
    expect(alone.conversations[0]?.replies[0]?.id).toBe(reply.id)
    await citeComments(site.scope(convener), {
      topicId,
      pointId,
      version,
      cite: [],
      drop: [reply.id],
    })
    expect(await db().citation.count({ where: { pointId } })).toBe(1)
  })
})

describe('publishing a summary', () => {
  it('says all that is missing, and needs the convener', async () => {
    const { topicId, convener, liaison } = await makeTalk()
    const { version } = await save(convener, topicId, {
      introduction: ' ',
      points: [POINT, { ...POINT, text: '' }],
    })
    expect(await publishSummary(site.scope(convener), { topicId, version })).toEqual({
      ok: false,
      missing: [
        { code: 'noIntroduction', n: 0 },
        { code: 'pointWithoutCitation', n: 1 },
        { code: 'pointWithoutText', n: 2 },
        { code: 'pointWithoutCitation', n: 2 },
      ],
    })
    await expect(publishSummary(site.scope(liaison), { topicId, version })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const early = await makeTalk('deliberating')
    const draft = await save(early.convener, early.topicId)
    await expect(
      publishSummary(site.scope(early.convener), {
        topicId: early.topicId,
        version: draft.version,
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('tells each cited author once, stands on the timeline and is found; nothing changes it then', async () => {
    const { topicId, convener } = await makeTalk()
    const author = await makePerson(db())
    const comments = [
      await makeComment(db(), { topicId, authorId: author.id }),
      await makeComment(db(), { topicId, authorId: author.id }),
    ]
    const draft = await save(convener, topicId)
    const { version } = await cite(
      convener,
      topicId,
      draft.pointIds[0]!,
      draft.version,
      comments.map(({ id }) => id),
    )
    const generation = site.container.pages.generation(`topic:${topicId}`)
    expect(await publishSummary(site.scope(convener), { topicId, version })).toEqual({ ok: true })
    expect(await db().textMessage.count({ where: { personId: author.id } })).toBe(1)
    expect(await getTopicTimeline(site.scope(), topicId)).toMatchObject([
      { kind: 'summaryPublished', data: { number: 1, verdict: 'partialConsensus' } },
    ])
    expect(
      await db().searchEntry.findUnique({ where: { objectId: draft.summaryId } }),
    ).toMatchObject({ kind: 'summary' })
    expect(site.container.pages.generation(`topic:${topicId}`)).toBeGreaterThan(generation)

    await expect(
      publishSummary(site.scope(convener), { topicId, version: version + 1 }),
    ).rejects.toMatchObject({ code: 'conflict', params: { what: 'summary.published' } })
    await expect(save(convener, topicId, { version: version + 1 })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(
      cite(convener, topicId, draft.pointIds[0]!, version + 1, []),
    ).rejects.toMatchObject({ code: 'conflict' })
    for (const statement of [
      `UPDATE outcome_summaries SET introduction = 'x' WHERE status = 'published'`,
      `UPDATE outcome_summaries SET status = 'draft' WHERE status = 'published'`,
      `UPDATE summary_points SET text = 'x'`,
      'DELETE FROM summary_points',
      'DELETE FROM citations',
    ]) {
      await expect(site.container.database.query(statement)).rejects.toThrow(/rewritten|stay/)
    }
    // A later one gets the next number and leaves the first as it was.
    const later = await save(convener, topicId, { introduction: '补充' })
    const summary = await db().outcomeSummary.findUniqueOrThrow({ where: { id: later.summaryId } })
    expect(summary).toMatchObject({ number: 2, status: 'draft' })
    expect((await listSummaries(site.scope(), topicId)).map(({ number }) => number)).toEqual([1])
  })

  it('keeps a citation’s place when its words are withdrawn, and its words when they are edited', async () => {
    const { topicId, convener } = await makeTalk()
    const edited = await makeComment(db(), { topicId, text: '先算账。' })
    const withdrawn = await makeComment(db(), { topicId, text: '我要撤回的话。' })
    const draft = await save(convener, topicId)
    const { version } = await cite(convener, topicId, draft.pointIds[0]!, draft.version, [
      edited.id,
      withdrawn.id,
    ])
    await publishSummary(site.scope(convener), { topicId, version })
    await withdraw(withdrawn.id)
    const revisionId = newId(site.now.getTime())
    await db().commentRevision.update({
      where: { id: edited.currentRevisionId ?? '' },
      data: { status: 'superseded' },
    })
    await db().commentRevision.create({
      data: {
        id: revisionId,
        commentId: edited.id,
        number: 2,
        text: '改过的话。',
        html: '',
        rendererVersion: 1,
        kind: 'opinion',
        status: 'published',
        createdAt: site.now,
      },
    })
    await db().comment.update({
      where: { id: edited.id },
      data: { currentRevisionId: revisionId, latestRevisionId: revisionId },
    })
    const [summary] = await listSummaries(site.scope(), topicId)
    const words = summary?.points[0]?.citations.map((citation) => [
      citation.commentId,
      citation.words?.excerpt ?? citation.gone,
      citation.words?.edited ?? false,
    ])
    expect(words).toEqual([
      [edited.id, '先算账。', true],
      [withdrawn.id, 'withdrawn', false],
    ])
    expect(JSON.stringify(summary)).not.toContain('我要撤回的话')
  })

  it('does not rest on words that were taken back before', async () => {
    const { topicId, convener } = await makeTalk()
    const comment = await makeComment(db(), { topicId })
    const draft = await save(convener, topicId)
    const { version } = await cite(convener, topicId, draft.pointIds[0]!, draft.version, [
      comment.id,
    ])
    await withdraw(comment.id)
    expect(await publishSummary(site.scope(convener), { topicId, version })).toEqual({
      ok: false,
      missing: [{ code: 'pointCitesOnlyWithdrawn', n: 1 }],
    })
  })
})
