import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { newId } from '~/server/ids.server'
import { getTopicTimeline } from '~/queries/get-topic-timeline.server'
import { listResponses } from '~/queries/list-responses.server'
import { makeAssignment, makeDraft, makeOffice, makeSubmitted } from '#tests/factories/desk'
import { makeActor, makeComment, makePerson, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

beforeAll(() => importCalendarIfEmpty(site.container))

async function makeCase() {
  const office = await makeOffice(site)
  const { assignmentId, topicId } = await makeAssignment(site, {
    departments: [{ departmentId: office.department.id, part: 'lead' }],
  })
  return { office, assignmentId, topicId }
}

describe('a draft', () => {
  it('keeps every version of its words, and what it answers', async () => {
    const { office, assignmentId, topicId } = await makeCase()
    const [first, second] = [
      await makeComment(db(), { topicId }),
      await makeComment(db(), { topicId }),
    ]
    const elsewhere = await makeComment(db())
    const draft = await makeDraft(site, assignmentId, office, {
      text: '第一稿',
      answer: [first.id, elsewhere.id],
    })
    expect(draft).toMatchObject({ version: 1, draftNumber: 1 })
    const save = (version: number, text: string) =>
      saveResponseDraft(site.scope(office.drafter), {
        assignmentId,
        departmentId: office.department.id,
        version,
        text,
        declaredResult: 'resolved',
        answer: [second.id],
        leave: [first.id],
      })
    expect(await save(1, '第二稿')).toMatchObject({ version: 2, draftNumber: 2 })
    // The same words are no new draft.
    expect(await save(2, '第二稿')).toMatchObject({ version: 3, draftNumber: 2 })
    const response = await db().response.findUniqueOrThrow({
      where: { id: draft.responseId },
      include: { drafts: { orderBy: { number: 'asc' } }, answers: true, currentDraft: true },
    })
    expect(response.drafts.map(({ text }) => text)).toEqual(['第一稿', '第二稿'])
    expect(response.currentDraft?.html).toContain('<p>第二稿</p>')
    expect(response.answers.map(({ commentId }) => commentId)).toEqual([second.id])
    expect(response.declaredResult).toBe('resolved')
    await expect(
      site.container.database.query(`UPDATE response_drafts SET text = 'x'`),
    ).rejects.toThrow('not rewritten')
  })

  it('is not begun before receipt is acknowledged, nor by others', async () => {
    const { office, assignmentId } = await makeCase()
    const input = {
      assignmentId,
      departmentId: office.department.id,
      version: 0,
      text: '答复',
      declaredResult: 'planned',
      answer: [],
      leave: [],
    } as const
    await expect(saveResponseDraft(site.scope(office.drafter), input)).rejects.toMatchObject({
      params: { problem: 'notAcknowledged' },
    })
    await expect(saveResponseDraft(site.scope(office.signer), input)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const { drafter } = await makeOffice(site)
    await expect(saveResponseDraft(site.scope(drafter), input)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('saved by two on the same version goes to one; the other learns who and what', async () => {
    const { office, assignmentId } = await makeCase()
    const colleague = await makeActor(db(), [
      { role: 'official', duty: 'draft', departmentId: office.department.id },
    ])
    const { version } = await makeDraft(site, assignmentId, office)
    const save = (actor: typeof colleague, text: string) =>
      saveResponseDraft(site.scope(actor), {
        assignmentId,
        departmentId: office.department.id,
        version,
        text,
        declaredResult: 'resolved',
        answer: [],
        leave: [],
      })
    const results = await Promise.allSettled([save(office.drafter, '甲'), save(colleague, '乙')])
    const won = results.findIndex(({ status }) => status === 'fulfilled')
    const lost = results.find((result) => result.status === 'rejected')
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(lost?.reason).toMatchObject({
      code: 'conflict',
      params: {
        what: 'response.drafted',
        who: [office.drafter, colleague][won]?.displayName,
        mine: 0,
      },
    })
    const drafts = await db().responseDraft.count({ where: { response: { assignmentId } } })
    expect(drafts).toBe(2)
  })

  it('begun by two at once is one response', async () => {
    const { office, assignmentId } = await makeCase()
    const departmentId = office.department.id
    await acknowledgeAssignment(site.scope(office.drafter), { assignmentId, departmentId })
    const begin = (text: string) =>
      saveResponseDraft(site.scope(office.drafter), {
        assignmentId,
        departmentId,
        version: 0,
        text,
        declaredResult: 'resolved',
        answer: [],
        leave: [],
      })
    const results = await Promise.allSettled([begin('甲'), begin('乙')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'conflict',
      params: { mine: 1 },
    })
    expect(await db().response.count({ where: { assignmentId } })).toBe(1)
  })
})

describe('signing off', () => {
  it('is refused to whoever wrote a draft, by the policy and by the database', async () => {
    const { office, assignmentId } = await makeCase()
    const both = await makeActor(db(), [
      { role: 'official', duty: 'draft', departmentId: office.department.id },
      { role: 'official', duty: 'sign', departmentId: office.department.id },
    ])
    const departmentId = office.department.id
    const draft = await makeDraft(site, assignmentId, office)
    // The signer helped with the second draft, the third is the drafter's again.
    const save = (actor: typeof both, version: number, text: string) =>
      saveResponseDraft(site.scope(actor), {
        assignmentId,
        departmentId,
        version,
        text,
        declaredResult: 'resolved',
        answer: [],
        leave: [],
      })
    await save(both, 1, '第二稿')
    await save(office.drafter, 2, '第三稿')
    const { version } = await submitResponse(site.scope(office.drafter), {
      responseId: draft.responseId,
      version: 3,
    })
    await expect(
      signOffResponse(site.scope(both), {
        responseId: draft.responseId,
        version,
        outcome: 'approve',
      }),
    ).rejects.toMatchObject({ code: 'forbidden', params: { obstacle: 'drafted' } })
    const response = await db().response.findUniqueOrThrow({ where: { id: draft.responseId } })
    const signOff = (drafterId: string, signerId: string) =>
      db().responseSignOff.create({
        data: {
          id: newId(site.now.getTime()),
          responseId: draft.responseId,
          draftId: response.currentDraftId ?? '',
          drafterId,
          signerId,
          outcome: 'approve',
          at: site.now,
        },
      })
    await expect(signOff(office.drafter.personId, office.drafter.personId)).rejects.toThrow()
    await expect(signOff(office.drafter.personId, both.personId)).rejects.toThrow(
      'does not sign it off',
    )
    await expect(signOff(both.personId, office.signer.personId)).rejects.toThrow('another drafter')
    await expect(
      db().response.update({
        where: { id: draft.responseId },
        data: { status: 'published', publishedAt: site.now },
      }),
    ).rejects.toThrow('signed off')
    expect(
      await signOffResponse(site.scope(office.signer), {
        responseId: draft.responseId,
        version,
        outcome: 'approve',
      }),
    ).toMatchObject({ published: true })
  })

  it('publishes with everything that belongs to it', async () => {
    const [lead, joint] = [await makeOffice(site), await makeOffice(site)]
    const topic = await makeTopic(db())
    const author = await makePerson(db())
    const [asked, same, untouched] = [
      await makeComment(db(), { topicId: topic.id, authorId: author.id }),
      await makeComment(db(), { topicId: topic.id, authorId: author.id }),
      await makeComment(db(), { topicId: topic.id }),
    ]
    const { assignmentId } = await makeAssignment(site, {
      topicId: topic.id,
      commentId: asked.id,
      departments: [
        { departmentId: lead.department.id, part: 'lead' },
        { departmentId: joint.department.id, part: 'joint' },
      ],
    })
    const waiting = await makeSubmitted(site, assignmentId, lead, {
      text: '**已安排**施工，十二月底前完成。',
      answer: [same.id],
    })
    const generation = site.container.pages.generation(`topic:${topic.id}`)
    site.advance(60_000)
    await signOffResponse(site.scope(lead.signer), { ...waiting, outcome: 'approve' })

    const response = await db().response.findUniqueOrThrow({ where: { id: waiting.responseId } })
    expect(response).toMatchObject({ status: 'published', publishedAt: site.now })
    const after = await db().topic.findUniqueOrThrow({ where: { id: topic.id } })
    expect(after).toMatchObject({ responseCount: 1, respondedAt: site.now })
    const comments = await db().comment.findMany({
      where: { topicId: topic.id },
      orderBy: { id: 'asc' },
    })
    expect(comments.map(({ id, respondedAt }) => [id, respondedAt])).toEqual(
      [asked, same, untouched]
        .map(({ id }) => [id, id === untouched.id ? null : site.now])
        .sort(([a], [b]) => String(a).localeCompare(String(b))),
    )
    const parts = await db().assignmentDepartment.findMany({ where: { assignmentId } })
    expect(parts.every(({ answeredAt }) => answeredAt?.getTime() === site.now.getTime())).toBe(true)
    const assignment = await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
    expect(assignment.answeredAt).toEqual(site.now)
    const [shown] = (await listResponses(site.scope(), topic.id)).responses
    expect(shown).toMatchObject({
      department: lead.department.name,
      jointDepartments: [joint.department.name],
      result: 'resolving',
      answeredCount: 2,
    })
    expect(shown?.html).toContain('<strong>已安排</strong>')
    const timeline = await getTopicTimeline(site.scope(), topic.id)
    expect(timeline.at(-1)).toMatchObject({
      kind: 'responsePublished',
      data: { responseId: waiting.responseId, joint: [joint.department.name] },
    })
    expect(
      await db().searchEntry.findUnique({ where: { objectId: waiting.responseId } }),
    ).toMatchObject({ kind: 'response', topicId: topic.id })
    // One message, though two of their comments were answered.
    const texts = await db().textMessage.findMany({ where: { personId: author.id } })
    expect(texts).toHaveLength(1)
    expect(texts[0]?.body).toContain(lead.department.name)
    const told = { body: { contains: `/topics/${topic.id}` } }
    expect(await db().textMessage.count({ where: told })).toBe(1)
    expect(site.container.pages.generation(`topic:${topic.id}`)).toBeGreaterThan(generation)
    expect(
      await db().auditEvent.findFirst({
        where: { objectId: waiting.responseId, action: 'response.published' },
      }),
    ).toMatchObject({ actorId: lead.signer.personId })
  })

  it('waits with the assignment for the last of several 分办', async () => {
    const offices = [await makeOffice(site), await makeOffice(site)]
    const { assignmentId } = await makeAssignment(site, {
      departments: offices.map(({ department }) => ({
        departmentId: department.id,
        part: 'parallel' as const,
      })),
    })
    const waiting = await Promise.all(
      offices.map((office) => makeSubmitted(site, assignmentId, office)),
    )
    await signOffResponse(site.scope(offices[0]!.signer), { ...waiting[0]!, outcome: 'approve' })
    const half = await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
    expect(half.answeredAt).toBeNull()
    await signOffResponse(site.scope(offices[1]!.signer), { ...waiting[1]!, outcome: 'approve' })
    const whole = await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
    expect(whole.answeredAt).toEqual(site.now)
  })

  it('by two signers at once publishes once', async () => {
    const { office, assignmentId, topicId } = await makeCase()
    const other = await makeActor(db(), [
      { role: 'official', duty: 'sign', departmentId: office.department.id },
    ])
    const waiting = await makeSubmitted(site, assignmentId, office)
    const results = await Promise.allSettled(
      [office.signer, other].map((signer) =>
        signOffResponse(site.scope(signer), { ...waiting, outcome: 'approve' }),
      ),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'conflict',
      params: { what: 'response.published' },
    })
    const topic = await db().topic.findUniqueOrThrow({ where: { id: topicId } })
    expect(topic.responseCount).toBe(1)
  })

  it('returns a draft with a reason; the next draft goes the same way', async () => {
    const { office, assignmentId, topicId } = await makeCase()
    const waiting = await makeSubmitted(site, assignmentId, office)
    const sendBack = (comment: string) =>
      signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'return', comment })
    await expect(sendBack('  ')).rejects.toMatchObject({ params: { problem: 'noReason' } })
    expect(await sendBack('请补充完成时间。')).toMatchObject({ topicId, published: false })
    const response = await db().response.findUniqueOrThrow({
      where: { id: waiting.responseId },
      include: { signOffs: true },
    })
    expect(response).toMatchObject({ status: 'drafting', submittedAt: null })
    expect(response.signOffs[0]).toMatchObject({
      outcome: 'return',
      comment: '请补充完成时间。',
      drafterId: office.drafter.personId,
    })
    expect((await listResponses(site.scope(), topicId)).responses).toEqual([])
    await expect(
      signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'approve' }),
    ).rejects.toMatchObject({ code: 'conflict', params: { what: 'response.returned', mine: 1 } })
    const draft = await makeDraft(site, assignmentId, office, {
      version: response.version,
      text: '十二月底完成。',
    })
    const again = await submitResponse(site.scope(office.drafter), draft)
    await signOffResponse(site.scope(office.signer), {
      responseId: draft.responseId,
      version: again.version,
      outcome: 'approve',
    })
    expect((await listResponses(site.scope(), topicId)).responses).toHaveLength(1)
  })
})
