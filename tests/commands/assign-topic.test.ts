import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { getTopicTimeline } from '~/queries/get-topic-timeline.server'
import { makeAssigner, makeAssignment, makeOffice } from '#tests/factories/desk'
import { makeActor, makeComment, makeDepartment, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

beforeAll(() => importCalendarIfEmpty(site.container))

describe('assigning a topic', () => {
  it('asks a lead with a joint department, and reckons the due date in working days', async () => {
    const [lead, joint] = [await makeDepartment(db()), await makeDepartment(db())]
    const topic = await makeTopic(db())
    const assigner = await makeAssigner(site)
    const made = await assignTopic(site.scope(assigner), {
      topicId: topic.id,
      departments: [
        { departmentId: lead.id, part: 'lead' },
        { departmentId: joint.id, part: 'joint' },
      ],
      workingDays: 15,
      note: '请就停车问题答复。',
    })
    // From Monday 23 November: fifteen working days end on Monday 14 December, which runs to midnight.
    expect(made.dueAt).toEqual(new Date('2026-12-14T16:00:00.000Z'))
    expect(made.dueProvisional).toBe(false)
    const asked = await db().assignmentDepartment.findMany({
      where: { assignmentId: made.assignmentId },
      orderBy: { part: 'asc' },
    })
    expect(asked.map(({ part, dueAt }) => ({ part, dueAt }))).toEqual([
      { part: 'lead', dueAt: made.dueAt },
      { part: 'joint', dueAt: made.dueAt },
    ])
    const [entry] = await getTopicTimeline(site.scope(), topic.id)
    expect(entry).toMatchObject({
      kind: 'assigned',
      data: {
        dueOn: '2026-12-14',
        departments: [
          { name: lead.name, part: 'lead' },
          { name: joint.name, part: 'joint' },
        ],
      },
    })
    const audit = await db().auditEvent.findFirst({ where: { objectId: made.assignmentId } })
    expect(audit).toMatchObject({ action: 'assignment.made', actorId: assigner.personId })
  })

  it('marks a due date past the announced calendar as provisional', async () => {
    const { assignmentId } = await makeAssignment(site, { workingDays: 40 })
    const assignment = await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
    expect(assignment.dueProvisional).toBe(true)
    expect(assignment.dueAt.getTime()).toBeGreaterThan(Date.parse('2027-01-01'))
  })

  it('refuses departments that make up no assignment', async () => {
    const [a, b] = [await makeDepartment(db()), await makeDepartment(db())]
    const topic = await makeTopic(db())
    const scope = site.scope(await makeAssigner(site))
    const attempt = (departments: Parameters<typeof assignTopic>[1]['departments']) =>
      assignTopic(scope, { topicId: topic.id, departments, workingDays: 15 })
    await expect(attempt([])).rejects.toMatchObject({ params: { problem: 'nobody' } })
    await expect(attempt([{ departmentId: a.id, part: 'joint' }])).rejects.toMatchObject({
      params: { problem: 'noLead' },
    })
    await expect(attempt([{ departmentId: a.id, part: 'parallel' }])).rejects.toMatchObject({
      params: { problem: 'singleParallel' },
    })
    await expect(
      attempt([
        { departmentId: a.id, part: 'lead' },
        { departmentId: b.id, part: 'parallel' },
      ]),
    ).rejects.toMatchObject({ params: { problem: 'mixed' } })
    expect(await db().assignment.count({ where: { topicId: topic.id } })).toBe(0)
  })

  it('is refused to drafters, to a bound assigner beyond their department, and for other topics’ comments', async () => {
    const office = await makeOffice(site)
    const other = await makeDepartment(db())
    const bound = await makeActor(db(), [
      { role: 'official', duty: 'assign', departmentId: office.department.id },
    ])
    const topic = await makeTopic(db())
    const comment = await makeComment(db())
    const ask = (departmentId: string, commentId?: string) => ({
      topicId: topic.id,
      commentId,
      departments: [{ departmentId, part: 'lead' as const }],
      workingDays: 10,
    })
    await expect(
      assignTopic(site.scope(office.drafter), ask(office.department.id)),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(assignTopic(site.scope(bound), ask(other.id))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      assignTopic(site.scope(bound), ask(office.department.id, comment.id)),
    ).rejects.toMatchObject({ code: 'notFound' })
    await expect(assignTopic(site.scope(bound), ask(office.department.id))).resolves.toHaveProperty(
      'assignmentId',
    )
  })

  it('asks nobody twice for the same while the answer is owed, and says who asked first', async () => {
    const { topicId, office, assigner } = await makeAssignment(site)
    const again = assignTopic(site.scope(await makeAssigner(site)), {
      topicId,
      departments: [{ departmentId: office!.department.id, part: 'lead' }],
      workingDays: 15,
    })
    await expect(again).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'assignment.made', who: assigner.displayName, mine: 0 },
    })
  })
})

describe('acknowledging', () => {
  it('is done once, by the department, and stands on the timeline', async () => {
    const { assignmentId, topicId, office } = await makeAssignment(site)
    const input = { assignmentId, departmentId: office!.department.id }
    const stranger = (await makeOffice(site)).drafter
    await expect(acknowledgeAssignment(site.scope(stranger), input)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await acknowledgeAssignment(site.scope(office!.drafter), input)
    await expect(acknowledgeAssignment(site.scope(office!.signer), input)).rejects.toMatchObject({
      code: 'conflict',
      params: { who: office!.drafter.displayName, what: 'assignment.acknowledged' },
    })
    const timeline = await getTopicTimeline(site.scope(), topicId)
    expect(timeline.map(({ kind }) => kind)).toEqual(['assigned', 'acknowledged'])
  })
})
