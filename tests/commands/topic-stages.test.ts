import { beforeAll, describe, expect, it } from 'vitest'
import { editTopic } from '~/commands/edit-topic.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { moveTopicStage } from '~/commands/move-topic-stage.server'
import { openTopic, type TopicWords } from '~/commands/open-topic.server'
import { pauseTopic } from '~/commands/pause-topic.server'
import { publishSummary } from '~/commands/publish-summary.server'
import { citeComments } from '~/commands/cite-comments.server'
import { saveSummary } from '~/commands/save-summary.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import type { Actor } from '~/domain/person/actor'
import type { Stage, Verdict } from '~/domain/topic/stage'
import { getStudioDesk } from '~/queries/get-studio-desk.server'
import { getTopicTimeline } from '~/queries/get-topic-timeline.server'
import { makeAssignment, makeOffice, makeSubmitted } from '#tests/factories/desk'
import {
  makeActor,
  makeCategory,
  makeComment,
  makeDistrict,
  makeStudio,
  makeTopic,
} from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const DAY_MS = 24 * 60 * 60 * 1000

beforeAll(() => importCalendarIfEmpty(site.container))

async function makeStudioPeople() {
  const studio = await makeStudio(db())
  const convener = await makeActor(db(), [{ role: 'convener', studioId: studio.id }])
  const liaison = await makeActor(db(), [{ role: 'liaison', studioId: studio.id }])
  return { studio, convener, liaison }
}

async function words(given: Partial<TopicWords> = {}): Promise<TopicWords> {
  return {
    title: '老旧小区停车怎么商量？',
    question: '夜间停车位不够，大家看怎么分？',
    background: '',
    categoryId: (await makeCategory(db())).id,
    districtId: (await makeDistrict(db())).id,
    tags: ['停车', '老旧小区'],
    closesAt: new Date(site.now.getTime() + 30 * DAY_MS),
    mode: 'preModeration',
    ...given,
  }
}

async function versionOf(topicId: string): Promise<number> {
  return (await db().topic.findUniqueOrThrow({ where: { id: topicId } })).version
}

async function move(actor: Actor, topicId: string, to: Stage, reason?: string) {
  return moveTopicStage(site.scope(actor), {
    topicId,
    version: await versionOf(topicId),
    to,
    reason,
  })
}

async function conclude(convener: Actor, topicId: string, verdict: Verdict) {
  const comment = await makeComment(db(), { topicId })
  const draft = await saveSummary(site.scope(convener), {
    topicId,
    version: 0,
    verdict,
    introduction: '协商历时一个月。',
    points: [{ id: null, kind: 'consensus', text: '夜间错时开放周边单位车位。' }],
  })
  const { version } = await citeComments(site.scope(convener), {
    topicId,
    pointId: draft.pointIds[0] ?? '',
    version: draft.version,
    cite: [comment.id],
    drop: [],
  })
  return publishSummary(site.scope(convener), { topicId, version })
}

describe('a topic', () => {
  it('is opened by its convener, numbered in order, and found', async () => {
    const { studio, convener, liaison } = await makeStudioPeople()
    const input = { ...(await words()), studioId: studio.id }
    await expect(openTopic(site.scope(liaison), input)).rejects.toMatchObject({ code: 'forbidden' })
    const other = (await makeStudioPeople()).convener
    await expect(openTopic(site.scope(other), input)).rejects.toMatchObject({ code: 'forbidden' })
    const opened = await Promise.all([
      openTopic(site.scope(convener), input),
      openTopic(site.scope(convener), input),
    ])
    expect(opened.map(({ code }) => code).sort()).toEqual(['XS-2026-001', 'XS-2026-002'])
    await db().topic.update({
      where: { id: opened[0]?.topicId },
      data: { code: 'XS-2026-999' },
    })
    expect((await openTopic(site.scope(convener), input)).code).toBe('XS-2026-1000')
    expect((await openTopic(site.scope(convener), input)).code).toBe('XS-2026-1001')
    const topicId = opened[1]!.topicId
    expect(await db().searchEntry.findUnique({ where: { objectId: topicId } })).toMatchObject({
      kind: 'topic',
      title: input.title,
    })
    const [entry] = await getTopicTimeline(site.scope(), topicId)
    expect(entry).toMatchObject({ kind: 'opened', data: { studio: studio.name } })
  })

  it('takes what waits in it along into another category', async () => {
    const { studio, convener } = await makeStudioPeople()
    const topic = await makeTopic(db(), { studioId: studio.id })
    const { id: commentId } = await makeComment(db(), { topicId: topic.id, status: 'pending' })
    const category = await makeCategory(db())
    await editTopic(site.scope(convener), {
      ...(await words()),
      categoryId: category.id,
      topicId: topic.id,
      version: topic.version,
    })
    expect(await db().reviewTask.findFirstOrThrow({ where: { commentId } })).toMatchObject({
      categoryId: category.id,
    })
  })

  it('is edited by two, and the slower one learns who was faster', async () => {
    const { studio, convener, liaison } = await makeStudioPeople()
    const topic = await makeTopic(db(), { studioId: studio.id })
    const input = { ...(await words()), topicId: topic.id, version: topic.version }
    await editTopic(site.scope(liaison), { ...input, background: '车位 120 个，车 260 辆。' })
    await expect(editTopic(site.scope(convener), input)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'topic.edited', who: liaison.displayName },
    })
    const after = await db().topic.findUniqueOrThrow({ where: { id: topic.id } })
    expect(after.backgroundHtml).toContain('260')
    const event = await db().auditEvent.findFirstOrThrow({
      where: { action: 'topic.edited', objectId: topic.id },
    })
    expect(event.detail).toMatchObject({
      changed: { background: { before: '背景材料。', after: '车位 120 个，车 260 辆。' } },
    })
  })

  it('is paused and resumed by its convener while it takes in comments', async () => {
    const { studio, convener, liaison } = await makeStudioPeople()
    const topic = await makeTopic(db(), { studioId: studio.id })
    const input = { topicId: topic.id, version: topic.version, paused: true }
    await expect(pauseTopic(site.scope(liaison), input)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await pauseTopic(site.scope(convener), input)
    await expect(pauseTopic(site.scope(convener), input)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'topic.paused', mine: 1 },
    })
  })
})

describe('the stages, end to end', () => {
  it('lead over the bridge only with a summary and every answer', async () => {
    const { studio, convener, liaison } = await makeStudioPeople()
    const { topicId } = await openTopic(site.scope(convener), {
      ...(await words()),
      studioId: studio.id,
    })
    expect(await move(liaison, topicId, 'deliberating')).toEqual({
      ok: false,
      missing: [
        { code: 'notConvener', params: {} },
        { code: 'noBackground', params: {} },
      ],
    })
    expect(await move(convener, topicId, 'handling')).toEqual({
      ok: false,
      missing: [{ code: 'notReachable', params: {} }],
    })
    await editTopic(site.scope(convener), {
      ...(await words({ background: '车位不够。' })),
      topicId,
      version: await versionOf(topicId),
    })
    expect(await move(convener, topicId, 'deliberating')).toEqual({ ok: true })
    expect(await move(convener, topicId, 'concluding')).toEqual({ ok: true })

    expect(await move(convener, topicId, 'handling')).toEqual({
      ok: false,
      missing: [{ code: 'noPublishedSummary', params: {} }],
    })
    expect(await conclude(convener, topicId, 'partialConsensus')).toEqual({ ok: true })
    expect(await move(convener, topicId, 'handling')).toEqual({ ok: true })

    expect(await move(convener, topicId, 'evaluating')).toMatchObject({
      missing: [{ code: 'nobodyAsked' }],
    })
    const offices = [await makeOffice(site), await makeOffice(site)]
    const { assignmentId } = await makeAssignment(site, {
      topicId,
      departments: offices.map(({ department }) => ({
        departmentId: department.id,
        part: 'parallel' as const,
      })),
    })
    for (const [index, office] of offices.entries()) {
      expect(await move(convener, topicId, 'evaluating')).toEqual({
        ok: false,
        missing: [{ code: 'unansweredDepartments', params: { n: 2 - index } }],
      })
      const waiting = await makeSubmitted(site, assignmentId, office)
      await signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'approve' })
    }
    expect(await move(convener, topicId, 'evaluating')).toEqual({ ok: true })
    expect(await move(convener, topicId, 'closed')).toEqual({ ok: true })
    // Closed with some consensus: there is no second round, whatever the reason.
    expect(await move(convener, topicId, 'deliberating', '再谈一轮')).toMatchObject({
      missing: [{ code: 'consensusReached' }],
    })
    const kinds = (await getTopicTimeline(site.scope(), topicId)).map(({ kind }) => kind)
    expect(kinds).toEqual([
      'opened',
      'stageMoved',
      'stageMoved',
      'summaryPublished',
      'stageMoved',
      'assigned',
      'acknowledged',
      'responsePublished',
      'acknowledged',
      'responsePublished',
      'stageMoved',
      'stageMoved',
    ])
  })

  it('open a second round after no consensus, which needs a summary of its own', async () => {
    const { studio, convener } = await makeStudioPeople()
    const topic = await makeTopic(db(), {
      studioId: studio.id,
      stage: 'concluding',
      closesAt: new Date(site.now.getTime() - DAY_MS / 2),
    })
    await conclude(convener, topic.id, 'noConsensus')
    expect(await move(convener, topic.id, 'closed')).toEqual({ ok: true })
    const admin = await makeActor(db(), [{ role: 'admin' }])
    expect(await move(admin, topic.id, 'deliberating', '再谈一轮')).toMatchObject({
      missing: [{ code: 'onlyConvener' }],
    })
    expect(await move(convener, topic.id, 'deliberating')).toMatchObject({
      missing: [{ code: 'noReason' }],
    })
    site.advance(60_000)
    expect(await move(convener, topic.id, 'deliberating', '新方案已经出来')).toEqual({ ok: true })
    expect(await db().topic.findUniqueOrThrow({ where: { id: topic.id } })).toMatchObject({
      stage: 'deliberating',
      closesAt: null,
    })
    expect((await getTopicTimeline(site.scope(), topic.id)).at(-1)).toMatchObject({
      data: { from: 'closed', to: 'deliberating', reason: '新方案已经出来' },
    })
    await move(convener, topic.id, 'concluding')
    expect(await move(convener, topic.id, 'closed')).toMatchObject({
      missing: [{ code: 'noPublishedSummary' }],
    })
    site.advance(60_000)
    await conclude(convener, topic.id, 'consensus')
    expect(await move(convener, topic.id, 'handling')).toEqual({ ok: true })
    const summaries = await db().outcomeSummary.findMany({
      where: { topicId: topic.id },
      orderBy: { number: 'asc' },
    })
    expect(summaries.map(({ number, verdict }) => [number, verdict])).toEqual([
      [1, 'noConsensus'],
      [2, 'consensus'],
    ])
  })

  it('move once when two move at the same time', async () => {
    const { studio, convener } = await makeStudioPeople()
    const topic = await makeTopic(db(), { studioId: studio.id })
    const attempt = () =>
      moveTopicStage(site.scope(convener), { topicId: topic.id, version: 1, to: 'concluding' })
    const results = await Promise.allSettled([attempt(), attempt()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'conflict',
      params: { what: 'topic.moved' },
    })
  })

  it('are seen by the studio with what is missing, and by nobody else', async () => {
    const { studio, convener, liaison } = await makeStudioPeople()
    await makeTopic(db(), { studioId: studio.id, stage: 'concluding' })
    await makeTopic(db(), { studioId: studio.id, stage: 'closed' })
    await makeTopic(db())
    const desk = await getStudioDesk(site.scope(convener))
    expect(desk.stages.map(({ stage }) => stage)).toEqual(['concluding'])
    expect(desk.stages[0]?.topics[0]?.next).toEqual({
      to: 'handling',
      missing: [{ code: 'noPublishedSummary', params: {} }],
    })
    expect(desk.closed).toHaveLength(1)
    expect(desk.mayOpen).toBe(true)
    expect((await getStudioDesk(site.scope(liaison))).mayOpen).toBe(false)
    const resident = await makeActor(db())
    await expect(getStudioDesk(site.scope(resident))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getStudioDesk(site.scope(convener), { after: 'x' })).rejects.toMatchObject({
      code: 'invalidCursor',
    })
  })
})
