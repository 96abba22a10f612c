import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { decideExtension } from '~/commands/decide-extension.server'
import { decideReturn } from '~/commands/decide-return.server'
import { handOverDesk } from '~/commands/hand-over-desk.server'
import { handOverPart } from '~/commands/hand-over-part.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { reassignPart } from '~/commands/reassign-part.server'
import { remindDepartment } from '~/commands/remind-department.server'
import { requestExtension } from '~/commands/request-extension.server'
import { requestReturn } from '~/commands/request-return.server'
import { saveContribution } from '~/commands/save-contribution.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { superviseAssignment } from '~/commands/supervise-assignment.server'
import type { Actor } from '~/domain/person/actor'
import { getPartActs } from '~/queries/get-part-acts.server'
import { getTopicTimeline, getWorkingTimeline } from '~/queries/get-topic-timeline.server'
import { listDesk } from '~/queries/list-desk.server'
import { listUnassigned } from '~/queries/list-unassigned.server'
import { newId } from '~/server/ids.server'
import {
  makeAssigner,
  makeAssignment,
  makeDraft,
  makeOffice,
  makeSubmitted,
} from '#tests/factories/desk'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

beforeAll(() => importCalendarIfEmpty(site.container))

/** The part as it stands on the page now. */
async function seen(assignmentId: string, departmentId: string) {
  const { version } = await part(assignmentId, departmentId)
  return { assignmentId, departmentId, version }
}

function part(assignmentId: string, departmentId: string) {
  return db().assignmentDepartment.findUniqueOrThrow({
    where: { assignmentId_departmentId: { assignmentId, departmentId } },
  })
}

async function asked(given: Parameters<typeof makeAssignment>[1] = {}) {
  const office = await makeOffice(site)
  const departmentId = office.department.id
  const made = await makeAssignment(site, {
    departments: [{ departmentId, part: 'lead' }],
    ...given,
  })
  const now = () => seen(made.assignmentId, departmentId)
  return { ...made, office, departmentId, now }
}

const kinds = async (topicId: string) =>
  (await getTopicTimeline(site.scope(), topicId)).map(({ kind }) => kind)
const allKinds = async (topicId: string) =>
  (await getWorkingTimeline(site.scope(), topicId)).map(({ kind, internal }) =>
    internal ? `(${kind})` : kind,
  )
const later = (scope: ReturnType<typeof site.scope>, days: number) => ({
  ...scope,
  now: new Date(TEST_NOW.getTime() + days * 86_400_000),
})

describe('申退', () => {
  it('goes back to whoever assigned, and with their consent to what waits to be assigned', async () => {
    const topic = await makeTopic(db(), { stage: 'handling' })
    const { office, assigner, assignmentId, now } = await asked({ topicId: topic.id })
    const waits = async () =>
      (await listUnassigned(site.scope(assigner))).topics.some(({ id }) => id === topic.id)
    expect(await waits()).toBe(false)
    await requestReturn(site.scope(office.drafter), {
      ...(await now()),
      reason: '不属于本单位职责。',
    })
    await decideReturn(site.scope(assigner), {
      ...(await now()),
      outcome: 'grant',
      successorId: null,
    })
    expect(await waits()).toBe(true)
    expect(await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
      answeredAt: null,
      closedAt: site.now,
    })
    // The public reads of the assignments, not of what was said within the offices.
    expect(await kinds(topic.id)).toEqual(['assigned'])
    expect(await allKinds(topic.id)).toEqual(['assigned', '(returnRequested)', '(returnDecided)'])
    const again = await makeOffice(site)
    await assignTopic(site.scope(assigner), {
      topicId: topic.id,
      departments: [{ departmentId: again.department.id, part: 'lead' }],
      workingDays: 5,
    })
    expect(await waits()).toBe(false)
  })

  it('may hand the part to another department, which is said in public', async () => {
    const { office, assigner, assignmentId, topicId, departmentId, now } = await asked()
    const other = await makeOffice(site)
    await requestReturn(site.scope(office.signer), { ...(await now()), reason: '职责已经调整。' })
    const before = await part(assignmentId, departmentId)
    await decideReturn(later(site.scope(assigner), 1), {
      ...(await now()),
      outcome: 'grant',
      successorId: other.department.id,
    })
    const successor = await part(assignmentId, other.department.id)
    expect(successor).toMatchObject({ part: 'lead', state: 'assigned' })
    expect(successor.dueAt.getTime()).toBeGreaterThan(before.dueAt.getTime())
    expect(await kinds(topicId)).toEqual(['assigned', 'reassigned'])
    await makeDraft(site, assignmentId, other)
  })

  it('is refused with a reason, and the matter goes on', async () => {
    const { office, assigner, assignmentId, departmentId, now } = await asked()
    await acknowledgeAssignment(site.scope(office.drafter), await now())
    await requestReturn(site.scope(office.drafter), { ...(await now()), reason: '人手不够。' })
    await expect(
      saveResponseDraft(site.scope(office.drafter), {
        assignmentId,
        departmentId,
        version: 0,
        text: '答复。',
        declaredResult: 'resolving',
        answer: [],
        leave: [],
      }),
    ).rejects.toMatchObject({ code: 'conflict', params: { what: 'assignment.returnRequested' } })
    const refuse = async (reason: string) =>
      decideReturn(site.scope(assigner), { ...(await now()), outcome: 'refuse', reason })
    await expect(refuse(' ')).rejects.toMatchObject({
      code: 'invalidInput',
      params: { obstacles: 'noReason' },
    })
    await refuse('这是你单位的职责。')
    expect(await part(assignmentId, departmentId)).toMatchObject({ state: 'handling' })
  })

  it('is too late after seven working days', async () => {
    const { office, now } = await asked()
    await expect(
      requestReturn(later(site.scope(office.drafter), 10), {
        ...(await now()),
        reason: '不属于本单位职责。',
      }),
    ).rejects.toMatchObject({ params: { obstacles: 'tooLateToReturn' } })
  })

  it('is decided by who assigned, on the part as it was on the page', async () => {
    const { office, assigner, now } = await asked()
    await requestReturn(site.scope(office.drafter), { ...(await now()), reason: '不属于职责。' })
    const decide = async (actor: Actor, version?: number) => {
      const part = await now()
      return decideReturn(site.scope(actor), {
        ...part,
        version: version ?? part.version,
        outcome: 'refuse',
        reason: '请继续。',
      })
    }
    await expect(decide(office.signer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decide(assigner, 1)).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'assignment.returnRequested', who: office.drafter.displayName },
    })
    const other = await makeActor(db(), [
      { role: 'official', duty: 'assign', departmentId: (await makeOffice(site)).department.id },
    ])
    await expect(decide(other)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('延期', () => {
  it('is granted for the lead and who joins, and shown in public with the new date', async () => {
    const [lead, joint] = [await makeOffice(site), await makeOffice(site)]
    const { assignmentId, topicId, assigner } = await makeAssignment(site, {
      departments: [
        { departmentId: lead.department.id, part: 'lead' },
        { departmentId: joint.department.id, part: 'joint' },
      ],
    })
    const now = () => seen(assignmentId, lead.department.id)
    await acknowledgeAssignment(site.scope(lead.drafter), await now())
    const ask = async (workingDays: number) =>
      requestExtension(site.scope(lead.drafter), {
        ...(await now()),
        workingDays,
        reason: '需要现场检测。',
      })
    await expect(ask(31)).rejects.toMatchObject({ params: { obstacles: 'tooFar' } })
    await ask(5)
    await expect(ask(5)).rejects.toMatchObject({ params: { obstacles: 'extensionPending' } })
    await decideExtension(site.scope(assigner), { ...(await now()), outcome: 'grant' })
    // 14 December and five working days more.
    const dueAt = new Date('2026-12-21T16:00:00Z')
    expect(await part(assignmentId, lead.department.id)).toMatchObject({ dueAt, extensions: 1 })
    expect(await part(assignmentId, joint.department.id)).toMatchObject({ dueAt })
    expect(await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
      dueAt,
    })
    const timeline = await getTopicTimeline(site.scope(), topicId)
    expect(timeline.at(-1)).toMatchObject({
      kind: 'extended',
      data: { dueOn: '2026-12-21', reason: '需要现场检测。' },
    })
    expect(await kinds(topicId)).not.toContain('extensionRequested')
    await ask(3)
    await decideExtension(site.scope(assigner), {
      ...(await now()),
      outcome: 'refuse',
      reason: '已经延期过一次。',
    })
    expect(await kinds(topicId)).not.toContain('extensionRefused')
  })

  it('tells the author of the comment', async () => {
    const topic = await makeTopic(db())
    const comment = await makeComment(db(), { topicId: topic.id, kind: 'help' })
    await db().person.update({
      where: { id: comment.authorId },
      data: {
        phoneConfirmedAt: TEST_NOW,
        detail: {
          upsert: {
            create: { phone: '13800000001', phoneHash: newId(1), updatedAt: TEST_NOW },
            update: {},
          },
        },
      },
    })
    const { office, assigner, now } = await asked({ topicId: topic.id, commentId: comment.id })
    await acknowledgeAssignment(site.scope(office.drafter), await now())
    await requestExtension(site.scope(office.drafter), {
      ...(await now()),
      workingDays: 2,
      reason: '等待检测结果。',
    })
    await decideExtension(site.scope(assigner), { ...(await now()), outcome: 'grant' })
    const [text] = await db().textMessage.findMany({ where: { personId: comment.authorId } })
    expect(text?.body).toContain('答复期限延长至')
  })
})

describe('催办 and 督办', () => {
  it('reminds once a day, counts, and keeps it within the offices', async () => {
    const { office, assigner, topicId, assignmentId, departmentId, now } = await asked()
    await remindDepartment(site.scope(assigner), await now())
    await expect(remindDepartment(site.scope(assigner), await now())).rejects.toMatchObject({
      params: { obstacles: 'remindedToday' },
    })
    await remindDepartment(later(site.scope(assigner), 1), await now())
    expect(await part(assignmentId, departmentId)).toMatchObject({ reminders: 2 })
    expect(await kinds(topicId)).toEqual(['assigned'])
    await expect(remindDepartment(site.scope(office.signer), await now())).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('supervises in public, and says what is asked within the offices alone', async () => {
    const { assigner, topicId, assignmentId, now } = await asked()
    await superviseAssignment(site.scope(assigner), { ...(await now()), note: '每周报告进展。' })
    expect(await allKinds(topicId)).toEqual(['assigned', 'supervised', '(note)'])
    expect(JSON.stringify(await getTopicTimeline(site.scope(), topicId))).not.toContain('每周报告')
    const topic = await db().topic.findUniqueOrThrow({ where: { id: topicId } })
    expect(topic.supervised).toBe(true)
    const assignment = await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
    expect(assignment.supervisedAt).toEqual(site.now)
  })
})

describe('改派', () => {
  it('takes the part away with what was drafted of it, and closes it for the first department', async () => {
    const { office, assigner, assignmentId, departmentId, now } = await asked()
    const other = await makeOffice(site)
    const waiting = await makeSubmitted(site, assignmentId, office)
    await reassignPart(site.scope(assigner), { ...(await now()), successorId: other.department.id })
    await expect(
      signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'approve' }),
    ).rejects.toMatchObject({ code: 'conflict', params: { what: 'assignment.reassigned' } })
    expect(await part(assignmentId, departmentId)).toMatchObject({ state: 'withdrawn' })
    const back = await seen(assignmentId, other.department.id)
    await expect(
      reassignPart(site.scope(assigner), { ...back, successorId: departmentId }),
    ).rejects.toMatchObject({ params: { obstacles: 'successorHasPart' } })
    await expect(
      reassignPart(site.scope(assigner), { ...back, successorId: newId(1) }),
    ).rejects.toMatchObject({ code: 'notFound' })
    const published = await makeSubmitted(site, assignmentId, other)
    await signOffResponse(site.scope(other.signer), { ...published, outcome: 'approve' })
    expect(await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
      answeredAt: site.now,
      closedAt: site.now,
    })
  })
})

describe('the term of a department that takes a part over', () => {
  it('goes by the rules of its category and kind, and is no shorter than it was', async () => {
    const topic = await makeTopic(db())
    const comment = await makeComment(db(), { topicId: topic.id, kind: 'help' })
    const rule = { categoryId: topic.categoryId, subject: 'help', workingDays: 20 }
    await db().dueRule.create({
      data: { ...rule, id: newId(TEST_NOW.getTime()) },
    })
    const { assigner, assignmentId, now } = await asked({
      topicId: topic.id,
      commentId: comment.id,
      workingDays: 3,
    })
    const [next, last] = [await makeOffice(site), await makeOffice(site)]
    await reassignPart(site.scope(assigner), { ...(await now()), successorId: next.department.id })
    // Twenty working days from Monday the 23rd of November.
    const dueAt = new Date('2026-12-21T16:00:00Z')
    expect(await part(assignmentId, next.department.id)).toMatchObject({ dueAt })

    await db().dueRule.updateMany({ where: rule, data: { workingDays: 2 } })
    await requestReturn(site.scope(next.drafter), {
      ...(await seen(assignmentId, next.department.id)),
      reason: '不属于职责。',
    })
    await decideReturn(site.scope(assigner), {
      ...(await seen(assignmentId, next.department.id)),
      outcome: 'grant',
      successorId: last.department.id,
    })
    expect(await part(assignmentId, last.department.id)).toMatchObject({ dueAt })
  })
})

describe('会办 whose paragraphs are not done', () => {
  it('are named to the lead, until each says that its own are', async () => {
    const [lead, first, second] = [
      await makeOffice(site),
      await makeOffice(site, { name: '一局' }),
      await makeOffice(site, { name: '二局' }),
    ]
    const { assignmentId } = await makeAssignment(site, {
      departments: [
        { departmentId: lead.department.id, part: 'lead' },
        { departmentId: first.department.id, part: 'joint' },
        { departmentId: second.department.id, part: 'joint' },
      ],
    })
    const warned = async () => {
      const { unfinishedJoint } = await getPartActs(site.scope(lead.drafter), assignmentId)
      const { items } = await listDesk(site.scope(lead.drafter), { view: 'open' })
      expect(items[0]?.unfinishedJoint).toBe(unfinishedJoint.length)
      return unfinishedJoint
        .map(({ name, acknowledged }) => (acknowledged ? name : `(${name})`))
        .sort()
    }
    expect(await warned()).toEqual(['(一局)', '(二局)'])
    const { departmentId, write } = {
      departmentId: first.department.id,
      write: (version: number, finished: boolean) =>
        saveContribution(site.scope(first.drafter), {
          assignmentId,
          departmentId: first.department.id,
          version,
          text: '管线由我局迁改。',
          finished,
        }),
    }
    await acknowledgeAssignment(site.scope(first.drafter), { assignmentId, departmentId })
    await write(0, false)
    expect(await warned()).toEqual(['(二局)', '一局'])
    await write(1, true)
    expect(await warned()).toEqual(['(二局)'])
    await write(2, false)
    expect(await warned()).toEqual(['(二局)', '一局'])
  })
})

describe('a group of 同类诉求', () => {
  it('is assigned with the comment that leads it, and answered as one', async () => {
    const topic = await makeTopic(db())
    const lead = await makeComment(db(), { topicId: topic.id, kind: 'help' })
    const creator = await makeActor(db())
    const group = await db().demandGroup.create({
      data: {
        id: newId(TEST_NOW.getTime()),
        topicId: topic.id,
        leadCommentId: lead.id,
        size: 2,
        createdById: creator.personId,
        createdAt: TEST_NOW,
      },
    })
    const member = await makeComment(db(), {
      topicId: topic.id,
      kind: 'help',
      demandGroupId: group.id,
    })
    const office = await makeOffice(site)
    const assigner = await makeAssigner(site)
    const { assignmentId } = await assignTopic(site.scope(assigner), {
      topicId: topic.id,
      commentId: lead.id,
      wholeGroup: true,
      departments: [{ departmentId: office.department.id, part: 'lead' }],
      workingDays: 5,
    })
    const waiting = await makeSubmitted(site, assignmentId, office)
    await signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'approve' })
    for (const { id } of [lead, member]) {
      const comment = await db().comment.findUniqueOrThrow({ where: { id } })
      expect(comment.respondedAt).toEqual(site.now)
    }
  })
})

describe('经办人', () => {
  it('is who acknowledged, until the matter is handed to a colleague', async () => {
    const { office, assignmentId, departmentId, topicId, now } = await asked()
    await acknowledgeAssignment(site.scope(office.drafter), await now())
    expect(await part(assignmentId, departmentId)).toMatchObject({
      handlerId: office.drafter.personId,
    })
    const stranger = (await makeOffice(site)).signer
    const hand = async (actor: Actor, toId: string) =>
      handOverPart(site.scope(actor), { ...(await now()), toId })
    await expect(hand(stranger, stranger.personId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(hand(office.drafter, stranger.personId)).rejects.toMatchObject({
      code: 'notFound',
    })
    await hand(office.drafter, office.signer.personId)
    expect(await allKinds(topicId)).toContain('(handedOver)')
    expect(await part(assignmentId, departmentId)).toMatchObject({
      handlerId: office.signer.personId,
    })
  })

  it('hands everything over at once, by the head or an administrator', async () => {
    const { office, departmentId, assignmentId, now } = await asked()
    await acknowledgeAssignment(site.scope(office.drafter), await now())
    const input = {
      departmentId,
      fromId: office.drafter.personId,
      toId: office.signer.personId,
    }
    await expect(handOverDesk(site.scope(office.drafter), input)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const admin = await makeActor(db(), [{ role: 'admin' }])
    expect(await handOverDesk(site.scope(admin), input)).toEqual({ count: 1 })
    expect(await handOverDesk(site.scope(office.signer), input)).toEqual({ count: 0 })
    expect(await part(assignmentId, departmentId)).toMatchObject({
      handlerId: office.signer.personId,
    })
  })
})
