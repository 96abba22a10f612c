import { beforeAll, describe, expect, it } from 'vitest'
import { beginCorrection } from '~/commands/correct-response.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { savePassage } from '~/commands/save-passage.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { getDeskItem } from '~/queries/get-desk-item.server'
import { getPassages } from '~/queries/get-passages.server'
import { getResponseDocument } from '~/queries/get-response-document.server'
import { listEarlierAnswers } from '~/queries/list-earlier-answers.server'
import { makeAssignment, makeDraft, makeOffice, makePublished } from '#tests/factories/desk'
import { makeComment, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

beforeAll(() => importCalendarIfEmpty(site.container))

async function publish(text: string, topicId?: string) {
  const office = await makeOffice(site)
  const made = await makeAssignment(site, {
    topicId,
    departments: [{ departmentId: office.department.id, part: 'lead' }],
  })
  return { ...made, ...(await makePublished(site, made.assignmentId, office, { text })), office }
}

describe('earlier answers to the like', () => {
  it('are those of other topics with the most in common, found by the index of answers', async () => {
    const lamps = await publish('健身步道的路灯已经修好，夜间照明恢复，台阶加装反光条。')
    const lamp = await publish('路灯由市容环境科管护，步道另行整修。')
    await publish('养老助餐点每周七天供餐。')
    const { id: topicId } = await makeTopic(db())
    await publish('健身步道的路灯和台阶，本议题自己的答复。', topicId)
    const question = '健身步道的路灯坏了两盏，晚上看不清台阶，什么时候能修？'
    const found = await listEarlierAnswers(site.scope(), question, { topicId })
    expect(found.map(({ id }) => id)).toEqual([lamps.responseId, lamp.responseId])
    expect(await listEarlierAnswers(site.scope(), '？', { topicId })).toEqual([])
    // Among many others: with a handful the planner reads them all, by whatever index.
    await db().$executeRaw`
      INSERT INTO "search_entries" ("objectId", "kind", "topicId", "title", "excerpt", "publishedAt", "categoryId",
                                    "studioId", "tokens")
      SELECT 'other' || n, 'response', "topicId", '', '', "publishedAt", "categoryId", "studioId",
             to_tsvector('simple', '别的' || n)
        FROM "search_entries", generate_series(1, 3000) n WHERE "objectId" = ${lamp.responseId}`
    await db().$executeRaw`ANALYZE "search_entries"`
    const plan = await db().$queryRaw<Array<Record<string, string>>>`
      EXPLAIN SELECT * FROM "search_entries"
       WHERE "kind" = 'response' AND "tokens" @@ to_tsquery('simple', '(路灯&步道)|(路灯&台阶)')
       ORDER BY "publishedAt" DESC LIMIT 60`
    expect(JSON.stringify(plan)).toContain('search_entries_answer_tokens_idx')
  })
})

describe('the desk of an answer', () => {
  it('tells how many share the demand, checks the draft, and offers the department’s own passages', async () => {
    const office = await makeOffice(site)
    const { id: topicId } = await makeTopic(db())
    const asked = await makeComment(db(), { topicId, text: '北门台阶太陡，请加一段坡道。' })
    await db().demandGroup.create({
      data: {
        id: asked.id,
        topicId,
        leadCommentId: asked.id,
        size: 3,
        createdById: asked.authorId,
        createdAt: site.now,
      },
    })
    const { assignmentId } = await makeAssignment(site, {
      topicId,
      commentId: asked.id,
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const enter = (by: typeof office, kind: 'template' | 'passage', title: string) =>
      savePassage(site.scope(by.drafter), {
        id: null,
        departmentId: by.department.id,
        version: 0,
        fields: { kind, title, text: '您好！', position: 1, active: true },
      })
    await enter(office, 'passage', '结尾')
    await enter(office, 'template', '一般答复')
    await enter(await makeOffice(site), 'passage', '别家的')
    await makeDraft(site, assignmentId, office, { text: '我们将尽快研究。' })
    const item = await getDeskItem(site.scope(office.drafter), assignmentId)
    expect(item.assignment.comment?.leadOf).toMatchObject({ size: 3 })
    expect(item.desk.passages.map(({ title }) => title)).toEqual(['一般答复', '结尾'])
    expect(item.desk.check).toMatchObject({
      points: 1,
      unmet: [{ text: '北门台阶太陡，请加一段坡道。' }],
      hasDate: false,
      vague: ['尽快'],
    })
    // Who signs reads the check; passages are for who drafts.
    const signing = await getDeskItem(site.scope(office.signer), assignmentId)
    expect(signing.desk.passages).toEqual([])
  })

  it('keeps passages to their department, and lets one of two who change one know', async () => {
    const [office, other] = [await makeOffice(site), await makeOffice(site)]
    const departmentId = office.department.id
    const fields = {
      kind: 'passage',
      title: '开头',
      text: '您好！',
      position: 1,
      active: true,
    } as const
    const { id } = await savePassage(site.scope(office.drafter), {
      id: null,
      departmentId,
      version: 0,
      fields,
    })
    const change = (by: typeof office, seen: number, title: string) =>
      savePassage(site.scope(by.signer), {
        id,
        departmentId: by.department.id,
        version: seen,
        fields: { ...fields, title },
      })
    await expect(change(other, 1, '甲')).rejects.toMatchObject({ code: 'notFound' })
    await change(office, 1, '乙')
    await expect(change(office, 1, '丙')).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'title', mine: 1 },
    })
    const { passages } = await getPassages(site.scope(office.drafter))
    expect(passages).toMatchObject([{ title: '乙', version: 2 }])
    await expect(getPassages(site.scope(other.drafter), departmentId)).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('the document of an answer', () => {
  it('is the newest version or the one asked for, with what it changed', async () => {
    const { office, assignmentId, responseId, version } = await publish('七月底前换好。')
    expect(await getResponseDocument(site.scope(), responseId)).toMatchObject({
      reference: `${office.department.shortName}答〔2026〕1号`,
      shown: { number: 1, result: 'resolving', changeNote: null },
      changes: null,
    })
    await beginCorrection(site.scope(office.drafter), { responseId, version })
    const saved = await saveResponseDraft(site.scope(office.drafter), {
      assignmentId,
      departmentId: office.department.id,
      version: version + 1,
      text: '八月底前换好。',
      declaredResult: 'resolving',
      changeNote: '改了时间。',
      answer: [],
      leave: [],
    })
    const waiting = await submitResponse(site.scope(office.drafter), saved)
    await signOffResponse(site.scope(office.signer), { responseId, ...waiting, outcome: 'approve' })
    const present = await getResponseDocument(site.scope(), responseId)
    expect(present.shown).toMatchObject({ number: 2, changeNote: '改了时间。' })
    expect(present.changes).toEqual([
      { kind: 'removed', text: '七' },
      { kind: 'added', text: '八' },
      { kind: 'same', text: '月底前换好。' },
    ])
    const former = await getResponseDocument(site.scope(), responseId, 1)
    expect(former.shown.html).toContain('七月底')
    await expect(getResponseDocument(site.scope(), responseId, 3)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('is none while it is not published', async () => {
    const office = await makeOffice(site)
    const { assignmentId } = await makeAssignment(site, {
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const { responseId } = await makeDraft(site, assignmentId, office)
    await expect(getResponseDocument(site.scope(), responseId)).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
