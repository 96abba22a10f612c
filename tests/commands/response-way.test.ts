import { beforeAll, describe, expect, it } from 'vitest'
import { abandonCorrection, beginCorrection } from '~/commands/correct-response.server'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { saveContribution } from '~/commands/save-contribution.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { takeBackResponse } from '~/commands/take-back-response.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { DeclaredResult } from '~/domain/response/response'
import { publishScheduled } from '~/jobs/publish-scheduled.server'
import { listContributions } from '~/queries/list-contributions.server'
import { getDeskItem } from '~/queries/get-desk-item.server'
import { listForSignature } from '~/queries/list-desk.server'
import { listResponses } from '~/queries/list-responses.server'
import { getTopicTimeline } from '~/queries/get-topic-timeline.server'
import {
  makeAssignment,
  makeDraft,
  makeOffice,
  makePublished,
  makeSubmitted,
  type Office,
} from '#tests/factories/desk'
import { makeActor, makeComment, makePerson } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const HOUR_MS = 60 * 60 * 1000

beforeAll(() => importCalendarIfEmpty(site.container))

async function makeCase(given: { joint?: Office } = {}) {
  const office = await makeOffice(site)
  const { assignmentId, topicId } = await makeAssignment(site, {
    departments: [
      { departmentId: office.department.id, part: 'lead' },
      ...(given.joint ? [{ departmentId: given.joint.department.id, part: 'joint' as const }] : []),
    ],
  })
  const save = (
    version: number,
    text: string,
    more: {
      atPause?: boolean
      changeNote?: string
      declaredResult?: DeclaredResult | null
      by?: Office['drafter']
    } = {},
  ) =>
    saveResponseDraft(site.scope(more.by ?? office.drafter), {
      assignmentId,
      departmentId: office.department.id,
      version,
      text,
      declaredResult: more.declaredResult === undefined ? 'resolving' : more.declaredResult,
      changeNote: more.changeNote,
      atPause: more.atPause,
      answer: [],
      leave: [],
    })
  const read = () =>
    db().response.findFirstOrThrow({
      where: { assignmentId },
      include: { drafts: { orderBy: { number: 'asc' } }, versions: { orderBy: { number: 'asc' } } },
    })
  return { office, assignmentId, topicId, save, read }
}

describe('a draft saved at pauses', () => {
  it('is one draft until it is kept; the trail names it once', async () => {
    const { office, assignmentId, save, read } = await makeCase()
    const departmentId = office.department.id
    await acknowledgeAssignment(site.scope(office.drafter), { assignmentId, departmentId })
    await save(0, '一', { atPause: true, declaredResult: null })
    await save(1, '一二', { atPause: true })
    await save(2, '一二三', { atPause: true })
    expect((await read()).drafts).toMatchObject([{ number: 1, text: '一二三', keptAt: null }])
    const trail = { objectType: 'response', action: 'response.drafted' }
    const { id: objectId } = await read()
    expect(await db().auditEvent.count({ where: { ...trail, objectId } })).toBe(1)
    // By hand: kept as it is, and written on in the next.
    await save(3, '一二三', {})
    await save(4, '一二三四', { atPause: true })
    const { drafts } = await read()
    expect(drafts.map(({ text, keptAt }) => [text, keptAt !== null])).toEqual([
      ['一二三', true],
      ['一二三四', false],
    ])
    await expect(
      db().responseDraft.update({ where: { id: drafts[0]!.id }, data: { text: 'x' } }),
    ).rejects.toThrow('not rewritten')
  })

  it('is left to its author: a colleague writes on in the next', async () => {
    const { office, assignmentId, save, read } = await makeCase()
    const departmentId = office.department.id
    const colleague = await makeActor(db(), [{ role: 'official', duty: 'draft', departmentId }])
    await acknowledgeAssignment(site.scope(office.drafter), { assignmentId, departmentId })
    await save(0, '甲', { atPause: true })
    await save(1, '甲乙', { atPause: true, by: colleague })
    expect((await read()).drafts).toMatchObject([
      { text: '甲', authorId: office.drafter.personId, keptAt: site.now },
      { text: '甲乙', authorId: colleague.personId, keptAt: null },
    ])
    // Who saved on the older version learns of it, and has overwritten nothing.
    await expect(save(1, '丙', { atPause: true })).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'response.drafted', who: colleague.displayName, mine: 0 },
    })
  })

  it('is not submitted without a result, and is written on no more afterwards', async () => {
    const { office, assignmentId, save, read } = await makeCase()
    const departmentId = office.department.id
    await acknowledgeAssignment(site.scope(office.drafter), { assignmentId, departmentId })
    const open = await save(0, '甲', { atPause: true, declaredResult: null })
    const submit = (seen: { responseId: string; version: number }) =>
      submitResponse(site.scope(office.drafter), seen)
    await expect(submit(open)).rejects.toMatchObject({ params: { problem: 'noResult' } })
    await submit(await save(1, '甲', { atPause: true }))
    expect((await read()).drafts[0]?.keptAt).toEqual(site.now)
    await expect(save(3, '乙', { atPause: true })).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'response.submitted', mine: 1 },
    })
  })
})

describe('the paragraphs of a 会办', () => {
  it('are written by its own drafters, and hold the lead up until they are done or it goes on without', async () => {
    const joint = await makeOffice(site)
    const { office, assignmentId } = await makeCase({ joint })
    const departmentId = joint.department.id
    const write = (version: number, finished: boolean, by = joint.drafter) =>
      saveContribution(site.scope(by), {
        assignmentId,
        departmentId,
        version,
        text: `第${version + 1}次写的一段。`,
        finished,
      })
    await expect(write(0, false)).rejects.toMatchObject({ params: { problem: 'notAcknowledged' } })
    await acknowledgeAssignment(site.scope(joint.drafter), { assignmentId, departmentId })
    await expect(write(0, false, office.drafter)).rejects.toMatchObject({ code: 'forbidden' })
    await write(0, false)
    const draft = await makeDraft(site, assignmentId, office)
    const submit = (despiteUnfinished: boolean) =>
      submitResponse(site.scope(office.drafter), { ...draft, despiteUnfinished })
    await expect(submit(false)).rejects.toMatchObject({ params: { problem: 'unfinished' } })
    await expect(write(0, true)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'contribution.saved', mine: 1 },
    })
    await write(1, true)
    expect(await listContributions(site.scope(), assignmentId)).toMatchObject([
      { departmentId, text: '第2次写的一段。', finishedAt: site.now, version: 2 },
    ])
    await submit(false)
    await expect(write(2, false)).rejects.toMatchObject({ params: { problem: 'submitted' } })
  })

  it('may be gone without, which the trail names', async () => {
    const joint = await makeOffice(site)
    const { office, assignmentId } = await makeCase({ joint })
    const { responseId } = await makeSubmitted(site, assignmentId, office)
    const event = await db().auditEvent.findFirst({
      where: { objectId: responseId, action: 'response.submitted' },
    })
    expect(event?.detail).toMatchObject({ unfinished: [joint.department.id] })
    // The lead does not write another department's paragraphs.
    await expect(
      saveContribution(site.scope(office.drafter), {
        assignmentId,
        departmentId: office.department.id,
        version: 0,
        text: '主办自己的。',
        finished: false,
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a signed response with a time', () => {
  it('is published at that time, not before, by whoever is there, once', async () => {
    const { office, assignmentId, topicId, read } = await makeCase()
    const waiting = await makeSubmitted(site, assignmentId, office)
    const publishAt = new Date(site.now.getTime() + HOUR_MS)
    const sign = (at: Date) =>
      signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'approve', publishAt: at })
    await expect(sign(site.now)).rejects.toMatchObject({ params: { problem: 'past' } })
    expect(await sign(publishAt)).toEqual({ topicId, published: false, scheduledFor: publishAt })
    expect(await publishScheduled(site.container)).toBe(0)
    expect((await listResponses(site.scope(), topicId)).responses).toEqual([])
    site.advance(HOUR_MS)
    const [one, two] = await Promise.all([
      publishScheduled(site.container),
      publishScheduled(site.container),
    ])
    expect(one + two).toBe(1)
    expect(await read()).toMatchObject({
      status: 'published',
      scheduledFor: null,
      publishedAt: publishAt,
    })
    const event = await db().auditEvent.findFirstOrThrow({
      where: { objectId: waiting.responseId, action: 'response.published' },
    })
    expect(event).toMatchObject({
      actorId: null,
      detail: { by: 'schedule', signerId: office.signer.personId },
    })
  })

  it('goes back to the signer where the part is not the department’s any more', async () => {
    const { office, assignmentId, topicId, read } = await makeCase()
    const waiting = await makeSubmitted(site, assignmentId, office)
    await signOffResponse(site.scope(office.signer), {
      ...waiting,
      outcome: 'approve',
      publishAt: new Date(site.now.getTime() + HOUR_MS),
    })
    await db().assignmentDepartment.updateMany({
      where: { assignmentId },
      data: { state: 'withdrawn', closedAt: site.now },
    })
    site.advance(HOUR_MS)
    expect(await publishScheduled(site.container)).toBe(0)
    expect(await read()).toMatchObject({ status: 'awaitingSignOff', scheduledFor: null })
    expect((await listResponses(site.scope(), topicId)).responses).toEqual([])
  })

  it('is taken back until then, by who may sign it, and signed anew', async () => {
    const { office, assignmentId, topicId, read } = await makeCase()
    const waiting = await makeSubmitted(site, assignmentId, office)
    await signOffResponse(site.scope(office.signer), {
      ...waiting,
      outcome: 'approve',
      publishAt: new Date(site.now.getTime() + HOUR_MS),
    })
    const seen = { responseId: waiting.responseId, version: waiting.version + 1 }
    await expect(takeBackResponse(site.scope(office.drafter), seen)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await takeBackResponse(site.scope(office.signer), seen)
    expect(await read()).toMatchObject({ status: 'awaitingSignOff', scheduledFor: null })
    await expect(takeBackResponse(site.scope(office.signer), seen)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'response.unscheduled', mine: 1 },
    })
    site.advance(2 * HOUR_MS)
    expect(await publishScheduled(site.container)).toBe(0)
    await signOffResponse(site.scope(office.signer), {
      responseId: waiting.responseId,
      version: seen.version + 1,
      outcome: 'approve',
    })
    expect((await listResponses(site.scope(), topicId)).responses).toHaveLength(1)
  })
})

describe('a published response', () => {
  it('bears the next number of its department and year', async () => {
    const office = await makeOffice(site, { shortName: '区测试委' })
    const numbers: Array<string | null> = []
    for (let index = 0; index < 2; index += 1) {
      const { assignmentId, topicId } = await makeAssignment(site, {
        departments: [{ departmentId: office.department.id, part: 'lead' }],
      })
      await makePublished(site, assignmentId, office)
      const { responses } = await listResponses(site.scope(), topicId)
      numbers.push(responses[0]?.reference ?? null)
    }
    expect(numbers).toEqual(['区测试委答〔2026〕1号', '区测试委答〔2026〕2号'])
  })
})

describe('a correction', () => {
  async function makeCorrected() {
    const made = await makeCase()
    const { office, assignmentId, topicId } = made
    const [author, gone] = [await makePerson(db()), await makeActor(db())]
    const asked = await makeComment(db(), { topicId, authorId: author.id })
    const withdrawn = await makeComment(db(), { topicId, authorId: gone.personId })
    const published = await makePublished(site, assignmentId, office, {
      text: '七月底前换好。',
      answer: [asked.id, withdrawn.id],
    })
    await withdrawComment(site.scope(gone), withdrawn.id)
    await beginCorrection(site.scope(office.drafter), published)
    return { ...made, ...published, author, gone, version: published.version + 1 }
  }

  it('goes the whole way again, says what it changes, and is told to those who were told of the first', async () => {
    const made = await makeCorrected()
    const { office, topicId, responseId, save, read, author, gone, version } = made
    const page = await getDeskItem(site.scope(office.drafter), made.assignmentId)
    expect(page.may.draft).toBe(true)
    const submit = (seen: number) =>
      submitResponse(site.scope(office.drafter), { responseId, version: seen })
    await expect(submit(version)).rejects.toMatchObject({ params: { problem: 'nothingChanged' } })
    await save(version, '八月底前换好。')
    await expect(submit(version + 1)).rejects.toMatchObject({ params: { problem: 'noChangeNote' } })
    const note = '完成时间由七月底改为八月底。'
    await save(version + 1, '八月底前换好。', { changeNote: note, declaredResult: 'planned' })
    const waiting = await submit(version + 2)
    const forSignature = await listForSignature(site.scope(office.signer))
    expect(forSignature.map((item) => item.assignmentId)).toContain(made.assignmentId)
    // The public goes on reading what was published.
    const before = (await listResponses(site.scope(), topicId)).responses[0]
    expect(before).toMatchObject({ result: 'resolving', correction: null })
    expect(before?.html).toContain('七月底')
    // Who drafted it does not sign it, though somebody else drafted the first.
    await expect(
      signOffResponse(site.scope(office.drafter), { responseId, ...waiting, outcome: 'approve' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const texts = await db().textMessage.count()
    site.advance(HOUR_MS)
    await signOffResponse(site.scope(office.signer), { responseId, ...waiting, outcome: 'approve' })

    const after = (await listResponses(site.scope(), topicId)).responses[0]
    expect(after).toMatchObject({
      result: 'planned',
      reference: before?.reference,
      publishedAt: before?.publishedAt,
      correction: { number: 2, at: site.now, change: note },
    })
    expect(after?.html).toContain('八月底')
    expect((await read()).versions).toMatchObject([
      { number: 1, declaredResult: 'resolving', changeNote: null },
      { number: 2, declaredResult: 'planned', changeNote: note },
    ])
    const topic = await db().topic.findUniqueOrThrow({ where: { id: topicId } })
    expect(topic.responseCount).toBe(1)
    expect((await getTopicTimeline(site.scope(), topicId)).at(-1)).toMatchObject({
      kind: 'responseCorrected',
      data: { responseId, change: note },
    })
    expect(await db().textMessage.count()).toBe(texts + 1)
    const told = await db().textMessage.findMany({ where: { personId: author.id } })
    expect(told.at(-1)?.body).toContain(note)
    expect(told.at(-1)?.body).toContain(`/responses/${responseId}`)
    // What its author took back is answered in public no more.
    expect(await db().textMessage.count({ where: { personId: gone.personId } })).toBe(1)
    await expect(
      site.container.database.query(`UPDATE response_versions SET "changeNote" = 'x'`),
    ).rejects.toThrow('append only')
  })

  it('may be given up while it is drafted; what is published stays', async () => {
    const { office, topicId, responseId, save, read, version } = await makeCorrected()
    await save(version, '八月底前换好。', { atPause: true, declaredResult: 'planned' })
    await abandonCorrection(site.scope(office.drafter), { responseId, version: version + 1 })
    expect(await read()).toMatchObject({ status: 'published', declaredResult: 'resolving' })
    const [shown] = (await listResponses(site.scope(), topicId)).responses
    expect(shown?.html).toContain('七月底')
    await expect(
      beginCorrection(site.scope(office.signer), { responseId, version: version + 2 }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await beginCorrection(site.scope(office.drafter), { responseId, version: version + 2 })
    await expect(
      beginCorrection(site.scope(office.drafter), { responseId, version: version + 2 }),
    ).rejects.toMatchObject({ code: 'conflict', params: { what: 'response.correctionBegun' } })
  })

  it('changing the result alone has a draft of its own, whose author does not sign', async () => {
    const { office, responseId, save, read, version } = await makeCorrected()
    const both = await makeActor(db(), [
      { role: 'official', duty: 'draft', departmentId: office.department.id },
      { role: 'official', duty: 'sign', departmentId: office.department.id },
    ])
    const saved = await save(version, '七月底前换好。', {
      by: both,
      declaredResult: 'resolved',
      changeNote: '已经换好，办理结果改为已解决。',
    })
    const waiting = await submitResponse(site.scope(office.drafter), saved)
    await expect(
      signOffResponse(site.scope(both), { responseId, ...waiting, outcome: 'approve' }),
    ).rejects.toMatchObject({ code: 'forbidden', params: { obstacle: 'drafted' } })
    expect((await read()).drafts.map(({ authorId }) => authorId)).toEqual([
      office.drafter.personId,
      both.personId,
    ])
  })
})
