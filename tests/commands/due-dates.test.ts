import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { announceCalendarYear } from '~/commands/announce-calendar-year.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { decideExtension } from '~/commands/decide-extension.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { requestExtension } from '~/commands/request-extension.server'
import { calendarOf2025, calendarOf2026 } from '~/domain/response/working-days.fixture'
import { getAssignForm } from '~/queries/get-assign-form.server'
import { getPartActs } from '~/queries/get-part-acts.server'
import { getTopicTimeline } from '~/queries/get-topic-timeline.server'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import { makeAssigner, makeAssignment, makeOffice } from '#tests/factories/desk'
import { makeActor, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const at = (text: string) => new Date(`${text}+08:00`)

beforeAll(() => importCalendarIfEmpty(site.container))

/** What the assigning of a topic at a time comes to. */
async function assignAt(now: Date, workingDays: number) {
  const office = await makeOffice(site)
  const topic = await makeTopic(db(), { stage: 'handling' })
  const scope = site.scope(await makeAssigner(site), { now })
  const made = await assignTopic(scope, {
    topicId: topic.id,
    departments: [{ departmentId: office.department.id, part: 'lead' }],
    workingDays,
  })
  return { ...made, office, topicId: topic.id, scope }
}

describe('the calendar that the package brings', () => {
  it('has the exceptions of 2025 and 2026 as they were announced, and no others', async () => {
    const { days, publishedThrough } = await loadCalendar(site.container)
    expect(publishedThrough).toBe('2026-12-31')
    for (const [year, { days: announced }] of [
      ['2025', calendarOf2025],
      ['2026', calendarOf2026],
    ] as const) {
      // Days off at a weekend are none that the week does not have.
      const exceptions = [...announced].filter(([date, working]) => {
        const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
        return working === (weekday === 0 || weekday === 6)
      })
      const imported = [...days].filter(([date]) => date.startsWith(year))
      expect(imported.sort()).toEqual(exceptions.sort())
    }
  })
})

describe('an assignment around the holidays', () => {
  it.each([
    ['the Friday before Spring Festival', '2026-02-13T16:00:00', 2, '2026-02-25T00:00:00'],
    ['the make-up Saturday', '2026-02-14T23:30:00', 1, '2026-02-25T00:00:00'],
    ['a day of the festival', '2026-02-18T09:00:00', 1, '2026-02-25T00:00:00'],
    ['a Tuesday, its term ending in the festival', '2026-02-10T09:00:00', 5, '2026-02-25T00:00:00'],
    ['the eve of National Day', '2026-09-30T17:00:00', 3, '2026-10-11T00:00:00'],
    ['the make-up Saturday after it', '2026-10-10T09:00:00', 1, '2026-10-13T00:00:00'],
  ])('made on %s is due at the end of a working day', async (_what, now, days, dueAt) => {
    const made = await assignAt(at(now), days)
    expect(made).toMatchObject({ dueAt: at(dueAt), dueProvisional: false })
    const part = await db().assignmentDepartment.findFirstOrThrow({
      where: { assignmentId: made.assignmentId },
    })
    expect(part.dueAt).toEqual(at(dueAt))
  })

  it('is returned and acknowledged by the working days of the calendar, too', async () => {
    const { assignmentId, scope } = await assignAt(at('2026-02-13T16:00:00'), 10)
    const { parts } = await getPartActs(scope, assignmentId)
    expect(parts[0]).toMatchObject({
      acknowledgeUntil: at('2026-02-15T00:00:00'),
      returnUntil: at('2026-03-03T00:00:00'),
    })
  })

  it('is due when its form said so', async () => {
    const topic = await makeTopic(db(), { stage: 'handling' })
    const scope = site.scope(await makeAssigner(site), { now: at('2026-09-18T10:00:00') })
    const form = await getAssignForm(scope, { topicId: topic.id })
    expect(form.due).toEqual({ dueAt: at('2026-10-16T00:00:00'), provisional: false })
    const { dueAt } = await assignAt(scope.now, form.workingDays)
    expect(dueAt).toEqual(form.due.dueAt)
  })

  it('is extended in working days from its due date', async () => {
    const now = at('2026-09-24T09:00:00')
    const { assignmentId, office, scope } = await assignAt(now, 3)
    const part = { assignmentId, departmentId: office.department.id }
    const drafter = site.scope(office.drafter, { now })
    await acknowledgeAssignment(drafter, part)
    await requestExtension(drafter, { ...part, workingDays: 3, reason: '现场检测需要时间。' })
    await decideExtension(scope, { ...part, outcome: 'grant' })
    expect(await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })).toMatchObject({
      dueAt: at('2026-10-11T00:00:00'),
      dueProvisional: false,
    })
  })
})

describe('a due date past what was announced', () => {
  it('is provisional from the first day after it', async () => {
    expect(await assignAt(at('2026-12-30T09:00:00'), 1)).toMatchObject({ dueProvisional: false })
    expect(await assignAt(at('2026-12-30T09:00:00'), 2)).toMatchObject({ dueProvisional: true })
  })

  it('is settled when the next year is announced, later by its holidays and never earlier', async () => {
    const [lead, joint, done] = [
      await makeOffice(site),
      await makeOffice(site),
      await makeAssignment(site, { workingDays: 40 }),
    ]
    const shared = await makeAssignment(site, {
      workingDays: 40,
      departments: [
        { departmentId: lead.department.id, part: 'lead' },
        { departmentId: joint.department.id, part: 'joint' },
      ],
    })
    const certain = await makeAssignment(site, { workingDays: 10 })
    // By the week alone its term ends on Monday 4 January, and a day is worked and another off before it.
    const still = await assignAt(at('2026-12-28T09:00:00'), 5)
    await db().assignmentDepartment.updateMany({
      where: { assignmentId: done.assignmentId },
      data: { state: 'merged', closedAt: site.now },
    })
    const admin = site.scope(await makeActor(db(), [{ role: 'admin' }]))
    const holidays = [
      { name: '元旦', from: '2027-01-01', to: '2027-01-03', makeUpDays: ['2027-01-02'] },
      { name: '腊八', from: '2027-01-15', to: '2027-01-15', makeUpDays: [] },
    ]
    expect(await announceCalendarYear(admin, { year: 2027, holidays })).toMatchObject({ ok: true })

    const due = async (assignmentId: string) => {
      const found = await db().assignment.findUniqueOrThrow({
        where: { id: assignmentId },
        select: { dueAt: true, dueProvisional: true, departments: { select: { dueAt: true } } },
      })
      return { ...found, departments: found.departments.map(({ dueAt }) => dueAt) }
    }
    expect(shared.dueAt).toEqual(at('2027-01-19T00:00:00'))
    const settled = at('2027-01-20T00:00:00')
    expect(await due(shared.assignmentId)).toEqual({
      dueAt: settled,
      dueProvisional: false,
      departments: [settled, settled],
    })
    expect(await due(certain.assignmentId)).toMatchObject({ dueAt: certain.dueAt })
    expect(await due(done.assignmentId)).toMatchObject({ departments: [done.dueAt] })
    expect(await due(still.assignmentId)).toMatchObject({
      dueAt: still.dueAt,
      dueProvisional: false,
    })

    const told = async (topicId: string) =>
      (await getTopicTimeline(site.scope(), topicId)).filter(({ kind }) => kind === 'dueSettled')
    expect(await told(still.topicId)).toEqual([])
    expect(await told(shared.topicId)).toMatchObject([
      { data: { department: lead.department.name, dueOn: '2027-01-19', provisional: false } },
      { data: { department: joint.department.name } },
    ])
    expect(
      await db().auditEvent.count({
        where: { action: 'assignment.dueSettled', objectId: shared.assignmentId },
      }),
    ).toBe(2)
  })
})
