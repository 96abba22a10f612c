import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { askReopening } from '~/commands/ask-reopening.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { decideExtension } from '~/commands/decide-extension.server'
import { decideReopening } from '~/commands/decide-reopening.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { rateResponse } from '~/commands/rate-response.server'
import { remindDepartment } from '~/commands/remind-department.server'
import { requestExtension } from '~/commands/request-extension.server'
import type { Actor } from '~/domain/person/actor'
import { newId } from '~/server/ids.server'
import { makeAnswered } from '#tests/factories/answered'
import { makeAssigner, makeAssignment, makeOffice, type Office } from '#tests/factories/desk'
import { makeActor } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

// Whom text messages about a matter reach in the offices.

const site = useTestSite()
const db = () => site.container.database.prisma
const DAY_MS = 24 * 60 * 60 * 1000

beforeAll(() => importCalendarIfEmpty(site.container))
beforeEach(async () => {
  site.now = TEST_NOW
  await db().textMessage.deleteMany({})
  // Who assigns to all departments is of one test alone.
  await db().grant.updateMany({
    where: { duty: 'assign', revokedAt: null },
    data: { revokedAt: site.now },
  })
})

/** What a person was told by text message, the oldest first. */
const texts = async ({ personId }: Actor) =>
  (await db().textMessage.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map(
    ({ body }) => body,
  )

async function asked() {
  const office = await makeOffice(site)
  const departmentId = office.department.id
  const made = await makeAssignment(site, { departments: [{ departmentId, part: 'lead' }] })
  const seen = async () => {
    const { assignmentId } = made
    const { version } = await db().assignmentDepartment.findUniqueOrThrow({
      where: { assignmentId_departmentId: { assignmentId, departmentId } },
    })
    return { assignmentId, departmentId, version }
  }
  return { ...made, office, departmentId, seen }
}

async function lend(office: Office, fromId: string, toId: string, days = 2): Promise<void> {
  await db().delegation.create({
    data: {
      id: newId(site.now.getTime()),
      departmentId: office.department.id,
      fromId,
      toId,
      startsAt: site.now,
      endsAt: new Date(site.now.getTime() + days * DAY_MS),
      reason: '出差',
      createdById: fromId,
      createdAt: site.now,
    },
  })
}

async function goes({ personId }: Actor): Promise<void> {
  await db().grant.updateMany({ where: { personId }, data: { revokedAt: site.now } })
  await db().textMessage.deleteMany({})
}

describe('a department', () => {
  it('hears that a matter was assigned to it', async () => {
    const { office } = await asked()
    expect(await texts(office.drafter)).toEqual([
      expect.stringContaining('已交给您单位办理，请签收'),
    ])
    expect(await texts(office.signer)).toEqual([])
  })

  it('hears that a matter is taken up again', async () => {
    const { resident, responseId, assigner, office } = await makeAnswered(site)
    await rateResponse(site.scope(resident), {
      responseId,
      resolution: 'dissatisfied',
      attitude: 'satisfied',
      speed: 'satisfied',
      reason: 'result',
      text: '',
      version: 0,
    })
    const { reopeningId } = await askReopening(site.scope(resident), {
      responseId,
      reason: '路灯还是不亮。',
    })
    await db().textMessage.deleteMany({})
    await decideReopening(site.scope(assigner), {
      reopeningId,
      version: 1,
      outcome: 'grant',
      explanation: '',
    })
    expect(await texts(office.drafter)).toEqual([expect.stringContaining('请签收')])
  })

  it('hears by who stands in for who is in charge, and by them again afterwards', async () => {
    const { office, assigner, seen } = await asked()
    await acknowledgeAssignment(site.scope(office.drafter), await seen())
    await lend(office, office.drafter.personId, office.signer.personId)
    await db().textMessage.deleteMany({})
    await remindDepartment(site.scope(assigner), await seen())
    expect(await texts(office.drafter)).toEqual([])
    expect(await texts(office.signer)).toHaveLength(1)
    site.advance(3 * DAY_MS)
    await remindDepartment(site.scope(assigner), await seen())
    expect(await texts(office.drafter)).toHaveLength(1)
    expect(await texts(office.signer)).toHaveLength(1)
  })

  it('hears by its drafters where who was in charge works there no more', async () => {
    const { office, assigner, departmentId, seen } = await asked()
    await acknowledgeAssignment(site.scope(office.drafter), await seen())
    const colleague = await makeActor(db(), [{ role: 'official', duty: 'draft', departmentId }])
    await goes(office.drafter)
    await remindDepartment(site.scope(assigner), await seen())
    expect(await texts(office.drafter)).toEqual([])
    expect(await texts(colleague)).toHaveLength(1)
  })

  it('hears nothing by who is under 暂停', async () => {
    const office = await makeOffice(site)
    const departmentId = office.department.id
    const suspended = await makeActor(db(), [{ role: 'official', duty: 'draft', departmentId }], {
      suspended: true,
    })
    await makeAssignment(site, { departments: [{ departmentId, part: 'lead' }] })
    expect(await texts(suspended)).toEqual([])
    expect(await texts(office.drafter)).toHaveLength(1)
  })
})

describe('who assigned', () => {
  const ask = async ({ office, seen }: Awaited<ReturnType<typeof asked>>) => {
    await acknowledgeAssignment(site.scope(office.drafter), await seen())
    await requestExtension(site.scope(office.drafter), {
      ...(await seen()),
      workingDays: 3,
      reason: '等待检测。',
    })
  }

  it('hears what is asked of them', async () => {
    const made = await asked()
    const other = await makeAssigner(site)
    await ask(made)
    expect(await texts(made.assigner)).toEqual([expect.stringContaining('申请延期')])
    expect(await texts(other)).toEqual([])
  })

  it('and assigns no more is passed over for those who do', async () => {
    const made = await asked()
    const [other, bound, elsewhere] = [
      await makeAssigner(site),
      await makeActor(db(), [
        { role: 'official', duty: 'assign', departmentId: made.departmentId },
      ]),
      await makeActor(db(), [
        { role: 'official', duty: 'assign', departmentId: (await makeOffice(site)).department.id },
      ]),
    ]
    await goes(made.assigner)
    await ask(made)
    expect(await texts(made.assigner)).toEqual([])
    expect(await texts(other)).toHaveLength(1)
    expect(await texts(bound)).toHaveLength(1)
    expect(await texts(elsewhere)).toEqual([])
  })
})

describe('a day in a text message', () => {
  it('is written in the language of its reader', async () => {
    const made = await asked()
    const { office, assigner, seen } = made
    await db().person.update({
      where: { id: office.drafter.personId },
      data: { language: 'en' },
    })
    await acknowledgeAssignment(site.scope(office.drafter), await seen())
    await db().textMessage.deleteMany({})
    await remindDepartment(site.scope(assigner), await seen())
    await requestExtension(site.scope(office.drafter), {
      ...(await seen()),
      workingDays: 5,
      reason: '等待检测。',
    })
    await decideExtension(site.scope(assigner), { ...(await seen()), outcome: 'grant' })
    expect(await texts(office.drafter)).toEqual([
      expect.stringContaining('by 14 December 2026'),
      expect.stringContaining('until 21 December 2026'),
    ])
  })
})

describe('a text message of a new matter', () => {
  it('is not sent where the matter could not be assigned', async () => {
    const { departmentId, topicId, assigner, office } = await asked()
    await db().textMessage.deleteMany({})
    await expect(
      assignTopic(site.scope(assigner), {
        topicId,
        departments: [{ departmentId, part: 'lead' }],
        workingDays: 5,
      }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await texts(office.drafter)).toEqual([])
  })
})
