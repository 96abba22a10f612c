import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { beginCorrection } from '~/commands/correct-response.server'
import { decideExtension } from '~/commands/decide-extension.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { requestExtension } from '~/commands/request-extension.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import type { Actor } from '~/domain/person/actor'
import { getAssignForm } from '~/queries/get-assign-form.server'
import { getDeskItem } from '~/queries/get-desk-item.server'
import { getPartActs } from '~/queries/get-part-acts.server'
import { listAssigned } from '~/queries/list-assigned.server'
import { listDesk, listForSignature } from '~/queries/list-desk.server'
import { listRequests } from '~/queries/list-requests.server'
import { listResponses } from '~/queries/list-responses.server'
import { listUnassigned } from '~/queries/list-unassigned.server'
import { getTopicTimeline, getWorkingTimeline } from '~/queries/get-topic-timeline.server'
import { newId } from '~/server/ids.server'
import {
  makeAssigner,
  makeAssignment,
  makeDraft,
  makeOffice,
  makePublished,
  makeSubmitted,
  type Office,
} from '#tests/factories/desk'
import { makeActor, makeComment, makeDepartment, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

beforeAll(() => importCalendarIfEmpty(site.container))

/** What is followed up, over all pages. */
async function allAssigned(scope: ReturnType<typeof site.scope>) {
  const items = []
  let after: string | undefined
  for (;;) {
    const page = await listAssigned(scope, { after })
    items.push(...page.items)
    if (page.next === null) return items
    after = page.next
  }
}

describe('the desk', () => {
  it('lists what is owed by due date, over pages, for all departments of the official', async () => {
    const [one, two] = [await makeDepartment(db()), await makeDepartment(db())]
    const official = await makeActor(db(), [
      { role: 'official', duty: 'draft', departmentId: one.id },
      { role: 'official', duty: 'sign', departmentId: two.id },
    ])
    const made: string[] = []
    for (let index = 0; index < 23; index += 1) {
      const { assignmentId } = await makeAssignment(site, {
        workingDays: 23 - index,
        departments: [{ departmentId: index % 2 ? one.id : two.id, part: 'lead' }],
      })
      made.unshift(assignmentId)
    }
    const scope = site.scope(official)
    const first = await listDesk(scope, { view: 'open' })
    expect(first.items.map(({ assignmentId }) => assignmentId)).toEqual(made.slice(0, 20))
    expect(first.counts).toMatchObject({ open: 23, unacknowledged: 23, handling: 0, overdue: 0 })
    const second = await listDesk(scope, { view: 'open', after: first.next ?? '' })
    expect(second.items.map(({ assignmentId }) => assignmentId)).toEqual(made.slice(20))
    expect(second.next).toBeNull()
    for (const after of ['', 'x', '12.34.56', `${first.next}.x`, `-1${first.next}`]) {
      await expect(listDesk(scope, { view: 'open', after })).rejects.toMatchObject({
        code: 'invalidCursor',
      })
    }
    await expect(
      listDesk(site.scope(await makeAssigner(site)), { view: 'open' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('shows each matter in its view, and to sign only what the signer did not write', async () => {
    const office = await makeOffice(site)
    const ask = async () => {
      const { assignmentId } = await makeAssignment(site, {
        departments: [{ departmentId: office.department.id, part: 'lead' }],
      })
      return assignmentId
    }
    const [fresh, drafted, waiting, done] = [await ask(), await ask(), await ask(), await ask()]
    await makeDraft(site, drafted, office)
    const submitted = await makeSubmitted(site, waiting, office)
    const published = await makeSubmitted(site, done, office)
    await signOffResponse(site.scope(office.signer), { ...published, outcome: 'approve' })
    const view = async (name: Parameters<typeof listDesk>[1]['view']) =>
      (await listDesk(site.scope(office.signer), { view: name })).items.map(
        ({ assignmentId, forMySignature }) => [assignmentId, forMySignature],
      )
    expect(await view('unacknowledged')).toEqual([[fresh, false]])
    expect(await view('handling')).toEqual([[drafted, false]])
    expect(await view('awaitingSignOff')).toEqual([[waiting, true]])
    expect(await view('answered')).toEqual([[done, false]])
    expect(await view('open')).toHaveLength(3)
    expect(
      (await listForSignature(site.scope(office.signer))).map((item) => item.assignmentId),
    ).toEqual([waiting])
    expect(await listForSignature(site.scope(office.drafter))).toEqual([])

    const item = await getDeskItem(site.scope(office.signer), waiting)
    expect(item.may).toEqual({
      acknowledge: false,
      draft: false,
      signOff: true,
      followUp: true,
      obstacle: null,
    })
    expect(item.response?.id).toBe(submitted.responseId)
    const own = await getDeskItem(site.scope(office.drafter), waiting)
    expect(own.may).toMatchObject({ draft: false, signOff: false, obstacle: 'notSigner' })
  })

  it('shows a matter to those asked and who assigns, and to nobody else', async () => {
    const { assignmentId, assigner } = await makeAssignment(site)
    expect((await getDeskItem(site.scope(assigner), assignmentId)).may.draft).toBe(false)
    for (const stranger of [(await makeOffice(site)).drafter, await makeActor(db()), null]) {
      await expect(getDeskItem(site.scope(stranger), assignmentId)).rejects.toMatchObject({
        code: 'notFound',
      })
    }
    await expect(getDeskItem(site.scope(assigner), 'x')).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('lets who assigns follow each of several answers', async () => {
    const offices = [await makeOffice(site), await makeOffice(site)]
    const { assignmentId, assigner } = await makeAssignment(site, {
      departments: offices.map(({ department }) => ({
        departmentId: department.id,
        part: 'parallel' as const,
      })),
    })
    const [, second] = offices
    await makeDraft(site, assignmentId, second!, { text: '第二个单位的答复。' })
    const item = await getDeskItem(site.scope(assigner), assignmentId, {
      departmentId: second!.department.id,
    })
    expect(item).toMatchObject({ watches: true, response: { currentDraft: { number: 1 } } })
    expect(item.views).toHaveLength(2)
    // A department sees its own part alone.
    const own = await getDeskItem(site.scope(offices[0]!.drafter), assignmentId, {
      departmentId: second!.department.id,
    })
    expect(own).toMatchObject({ watches: false, response: null })
  })

  it('shows who answers apart their own date, until they have answered', async () => {
    const [prompt, slow] = [await makeOffice(site), await makeOffice(site)]
    const { assignmentId, assigner, dueAt } = await makeAssignment(site, {
      departments: [prompt, slow].map(({ department }) => ({
        departmentId: department.id,
        part: 'parallel' as const,
      })),
    })
    const departmentId = slow.department.id
    const part = async () => {
      const { version } = await db().assignmentDepartment.findUniqueOrThrow({
        where: { assignmentId_departmentId: { assignmentId, departmentId } },
      })
      return { assignmentId, departmentId, version }
    }
    await acknowledgeAssignment(site.scope(slow.drafter), { assignmentId, departmentId })
    // Past the end of the year, of which nothing is announced.
    await requestExtension(site.scope(slow.drafter), {
      ...(await part()),
      workingDays: 20,
      reason: '要等雨季过去。',
    })
    const { items } = await listRequests(site.scope(assigner))
    expect(items.find((each) => each.assignmentId === assignmentId)?.provisional).toBe(true)
    await decideExtension(site.scope(assigner), { ...(await part()), outcome: 'grant' })

    const due = async (viewer: Actor, from?: string) =>
      (await getDeskItem(site.scope(viewer), assignmentId, { departmentId: from })).due
    const own = { dueAt, provisional: false, owed: true }
    expect(await due(prompt.drafter)).toEqual(own)
    const late = await due(slow.drafter)
    expect(late).toMatchObject({ provisional: true, owed: true })
    expect(late.dueAt.getTime()).toBeGreaterThan(dueAt.getTime())
    expect(await due(assigner, departmentId)).toEqual(late)
    const listed = async ({ drafter }: Office) =>
      (await listDesk(site.scope(drafter), { view: 'open' })).items.map((each) => [
        each.dueAt,
        each.dueProvisional,
      ])
    expect([await listed(prompt), await listed(slow)]).toEqual([
      [[dueAt, false]],
      [[late.dueAt, true]],
    ])

    await makePublished(site, assignmentId, prompt)
    expect(await due(prompt.signer)).toEqual({ ...own, owed: false })
    expect(await due(slow.drafter)).toEqual(late)
  })

  it('says what was not acknowledged in time', async () => {
    const office = await makeOffice(site)
    const { assignmentId, assigner } = await makeAssignment(site, {
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const marked = async (now: Date) => {
      const [own] = (await listDesk(site.scope(office.drafter, { now }), { view: 'open' })).items
      const assigned = await allAssigned(site.scope(assigner, { now }))
      const followed = assigned.find((each) => each.assignmentId === assignmentId)
      const [part] = (await getPartActs(site.scope(office.drafter, { now }), assignmentId)).parts
      return [own, followed?.departments[0], part].map((each) => each?.acknowledgeOverdue)
    }
    // One working day: until the end of the Tuesday.
    const end = new Date('2026-11-25T00:00:00+08:00')
    expect(await marked(new Date(end.getTime() - 1))).toEqual([false, false, false])
    expect(await marked(end)).toEqual([true, true, true])
    await acknowledgeAssignment(site.scope(office.drafter), {
      assignmentId,
      departmentId: office.department.id,
    })
    expect(await marked(end)).toEqual([false, false, false])
  })

  it('holds corrections in what waits to be signed, and counts them', async () => {
    const office = await makeOffice(site)
    const ask = async (workingDays: number) => {
      const { assignmentId } = await makeAssignment(site, {
        workingDays,
        departments: [{ departmentId: office.department.id, part: 'lead' }],
      })
      return assignmentId
    }
    const [first, corrected, done] = [await ask(12), await ask(10), await ask(5)]
    await makeSubmitted(site, first, office)
    await makePublished(site, done, office)
    const { responseId, version } = await makePublished(site, corrected, office)
    const drafter = site.scope(office.drafter)
    await beginCorrection(drafter, { responseId, version })
    const waits = async () => {
      const page = await listDesk(site.scope(office.signer), { view: 'awaitingSignOff' })
      expect(page.counts.awaitingSignOff).toBe(page.items.length)
      return page.items.map((each) => [each.assignmentId, each.answeredAt !== null])
    }
    expect(await waits()).toEqual([[first, false]])
    const draft = await saveResponseDraft(drafter, {
      assignmentId: corrected,
      departmentId: office.department.id,
      version: version + 1,
      text: '更正后的答复。',
      declaredResult: 'resolving',
      changeNote: '改正了一处笔误。',
      answer: [],
      leave: [],
    })
    await submitResponse(drafter, { ...draft, despiteUnfinished: true })
    expect(await waits()).toEqual([
      [corrected, true],
      [first, false],
    ])
  })

  it('lets a 会办 read the lead’s draft, not write it', async () => {
    const [lead, joint] = [await makeOffice(site), await makeOffice(site)]
    const { assignmentId } = await makeAssignment(site, {
      departments: [
        { departmentId: lead.department.id, part: 'lead' },
        { departmentId: joint.department.id, part: 'joint' },
      ],
    })
    await makeDraft(site, assignmentId, lead, { text: '由牵头单位起草。' })
    const item = await getDeskItem(site.scope(joint.drafter), assignmentId)
    expect(item.asked.part).toBe('joint')
    expect(item.response?.currentDraft?.text).toBe('由牵头单位起草。')
    expect(item.may).toMatchObject({ acknowledge: true, draft: false })
  })
})

describe('what waits to be assigned', () => {
  it('is topics in 办理中 that nobody was asked about, and unanswered inquiries', async () => {
    const assigner = await makeAssigner(site)
    const waiting = await makeTopic(db(), { stage: 'handling' })
    const asked = await makeTopic(db(), { stage: 'handling' })
    await makeAssignment(site, { topicId: asked.id })
    const inquiry = await makeComment(db(), { topicId: asked.id, kind: 'inquiry' })
    const help = await makeComment(db(), { topicId: asked.id, kind: 'help' })
    await makeComment(db(), { topicId: asked.id, kind: 'opinion' })
    await makeComment(db(), { topicId: asked.id, kind: 'help', status: 'pending' })
    const given = await makeComment(db(), { topicId: asked.id, kind: 'inquiry' })
    await makeAssignment(site, { topicId: asked.id, commentId: given.id })
    const scope = site.scope(assigner)
    const list = await listUnassigned(scope)
    expect(list.topics.map(({ id }) => id)).toEqual([waiting.id])
    expect(list.comments.map(({ id }) => id)).toEqual([help.id, inquiry.id].sort().reverse())
    expect((await listUnassigned(scope, { after: list.comments[0]?.id })).comments).toHaveLength(1)
    await expect(listUnassigned(scope, { after: "x'" })).rejects.toMatchObject({
      code: 'invalidCursor',
    })
    const form = await getAssignForm(scope, { commentId: inquiry.id })
    expect(form).toMatchObject({ workingDays: 10, bound: false, topic: { id: asked.id } })
    expect((await getAssignForm(scope, { topicId: asked.id })).before).toHaveLength(1)
    const open = await listAssigned(scope)
    expect(open.items.map(({ dueAt }) => dueAt.getTime())).toEqual(
      open.items.map(({ dueAt }) => dueAt.getTime()).sort((a, b) => a - b),
    )
    const states = open.items.flatMap(({ departments }) => departments.map(({ state }) => state))
    expect(states).toContain('assigned')
  })
})

describe('what the public reads', () => {
  it('pages published responses and leaves out internal entries', async () => {
    const topic = await makeTopic(db())
    for (let index = 0; index < 3; index += 1) {
      const office = await makeOffice(site)
      const { assignmentId } = await makeAssignment(site, {
        topicId: topic.id,
        departments: [{ departmentId: office.department.id, part: 'lead' }],
      })
      const waiting = await makeSubmitted(site, assignmentId, office, { text: `答复${index}` })
      if (index === 2) continue
      await signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'approve' })
    }
    const first = await listResponses(site.scope(), topic.id, { take: 1 })
    const second = await listResponses(site.scope(), topic.id, { take: 1, after: first.next ?? '' })
    expect([...first.responses, ...second.responses].map(({ html }) => html)).toHaveLength(2)
    expect(second.next).toBeNull()
    await expect(listResponses(site.scope(), topic.id, { after: topic.id })).rejects.toMatchObject({
      code: 'invalidCursor',
    })
    await db().timelineEntry.create({
      data: {
        id: newId(site.now.getTime()),
        topicId: topic.id,
        kind: 'note',
        at: site.now,
        internal: true,
        data: { text: '领导批示' },
      },
    })
    const shown = await getTopicTimeline(site.scope(), topic.id)
    expect(JSON.stringify(shown)).not.toContain('领导批示')
    expect((await getWorkingTimeline(site.scope(), topic.id)).at(-1)).toMatchObject({
      internal: true,
      data: { text: '领导批示' },
    })
  })
})
