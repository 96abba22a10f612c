import { beforeAll, describe, expect, it } from 'vitest'
import { grantRole } from '~/commands/grant-role.server'
import type { Actor } from '~/domain/person/actor'
import { getAdminOverview } from '~/queries/get-admin-overview.server'
import { getPersonAdmin } from '~/queries/get-person-admin.server'
import { listDepartmentsAdmin } from '~/queries/list-departments-admin.server'
import { listPeople, PEOPLE_PAGE_SIZE } from '~/queries/list-people.server'
import { listStudiosAdmin } from '~/queries/list-studios-admin.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { makeActor, makeDepartment, makePerson, makeStudio } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let admin: Actor
const scope = () => site.scope(admin)
const names = async (input: Parameters<typeof listPeople>[1]) =>
  (await listPeople(scope(), input)).people.map(({ displayName }) => displayName)

beforeAll(async () => {
  admin = await makeActor(db(), [{ role: 'admin' }], { displayName: '管理甲' })
  await makePerson(db(), { displayName: '陈静' })
  await makePerson(db(), { displayName: '陈静怡', suspended: true })
  await makePerson(db(), { displayName: '已注销', status: 'closed' })
  await makeActor(db(), [{ role: 'expert', title: '工程师' }], { displayName: '陈立' })
})

describe('the register of people', () => {
  it('is open to administrators alone', async () => {
    const auditor = await makeActor(db(), [{ role: 'auditor' }], { displayName: '审计甲' })
    for (const viewer of [null, auditor]) {
      await expect(listPeople(site.scope(viewer), {})).rejects.toMatchObject({ code: 'forbidden' })
      await expect(getPersonAdmin(site.scope(viewer), admin.personId)).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })

  it('lists first those who hold a duty now', async () => {
    const ended = await makePerson(db(), { displayName: '前专家' })
    await db().grant.create({
      data: {
        ...{ id: 'ended', personId: ended.id, role: 'expert', grantedAt: TEST_NOW },
        until: TEST_NOW,
      },
    })
    const people = await names({})
    expect(people).toContain('管理甲')
    expect(people).toContain('陈立')
    expect(people).not.toContain('陈静')
    expect(people).not.toContain('前专家')
  })

  it('finds everybody by the beginning of the name, in the order of names', async () => {
    expect(await names({ q: '陈' })).toEqual(['陈立', '陈静', '陈静怡'])
    expect(await names({ q: '陈静' })).toEqual(['陈静', '陈静怡'])
    expect(await names({ q: '静' })).toEqual([])
    expect(await names({ q: '已注销' })).toEqual([])
    expect(await names({ q: '陈', group: 'expert' })).toEqual(['陈立'])
  })

  it('takes no sign for a pattern, and no character that cannot be stored', async () => {
    expect(await names({ q: '%' })).toEqual([])
    expect(await names({ q: '陈_' })).toEqual([])
    expect(await names({ q: '陈\0静\ud800' })).toEqual(['陈静', '陈静怡'])
  })

  it('finds a person by the whole telephone number, and shows only its ends', async () => {
    const phone = '+8613912345678'
    const hash = phoneHash(site.container.keys, phone)
    const found = await makePerson(db(), { displayName: '李静' })
    await db().personDetail.update({
      where: { personId: found.id },
      data: { phone, phoneHash: hash },
    })
    const page = await listPeople(scope(), { q: '139 1234 5678' })
    expect(page).toMatchObject({ byPhone: true, people: [{ id: found.id, phone: '139****5678' }] })
    expect(await listPeople(scope(), { q: '13912345679' })).toMatchObject({
      byPhone: true,
      people: [],
    })
    expect(await names({ q: '1391234' })).toEqual([])
  })

  it('lists groups by role and state', async () => {
    expect(await names({ group: 'expert' })).toEqual(['陈立'])
    expect(await names({ group: 'suspended' })).toEqual(['陈静怡'])
    expect(await names({ group: 'withoutSecondFactor' })).toContain('管理甲')
    await db().secondFactor.create({
      data: { personId: admin.personId, secret: 'sealed', confirmedAt: TEST_NOW },
    })
    expect(await names({ group: 'withoutSecondFactor' })).not.toContain('管理甲')
  })

  it('is paged by key, by name and by age', async () => {
    for (let n = 0; n < PEOPLE_PAGE_SIZE + 3; n += 1) {
      const displayName = `名册${String(n % 7)}`
      await makeActor(db(), [{ role: 'member', title: '教育界' }], { displayName })
    }
    for (const query of [{ q: '名册' }, { group: 'member' as const }]) {
      const first = await listPeople(scope(), query)
      expect(first.people).toHaveLength(PEOPLE_PAGE_SIZE)
      const second = await listPeople(scope(), { ...query, after: first.nextAfter ?? '' })
      expect(second.people).toHaveLength(3)
      expect(second.nextAfter).toBeNull()
      const ids = [...first.people, ...second.people].map(({ id }) => id)
      expect(new Set(ids).size).toBe(PEOPLE_PAGE_SIZE + 3)
    }
    for (const after of ['tampered', '01kfy5axc6e0jr2pksapzatq1p']) {
      await expect(listPeople(scope(), { after })).rejects.toMatchObject({ code: 'invalidCursor' })
    }
  })
})

describe('a person', () => {
  it('is shown with what they hold, held, and what was done to them', async () => {
    const studio = await makeStudio(db(), { name: '柳堤工作室' })
    const person = await makePerson(db(), { displayName: '周岚' })
    await grantRole(scope(), {
      personId: person.id,
      grant: {
        ...{ role: 'convener', duty: null, departmentId: null, studioId: studio.id },
        ...{ title: null, until: null },
      },
    })
    await db().grant.create({
      data: {
        ...{ id: 'former', personId: person.id, role: 'expert', title: '律师' },
        ...{ grantedAt: TEST_NOW, revokedAt: TEST_NOW },
      },
    })
    const shown = await getPersonAdmin(scope(), person.id)
    expect(shown).toMatchObject({
      displayName: '周岚',
      status: 'active',
      secondFactor: 'missing',
      inForce: [{ office: 'convener', body: { type: 'studio', name: '柳堤工作室' } }],
      former: [{ office: 'expert', title: '律师' }],
      acts: [{ action: 'grant.given', actor: '管理甲' }],
      viewerThemselves: false,
    })
    expect(shown.names[studio.id]).toBe('柳堤工作室')
    await expect(getPersonAdmin(scope(), 'nobody')).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the registers of bodies', () => {
  it('count who drafts and signs at present, once each', async () => {
    const { id } = await makeDepartment(db(), { name: '区水务局' })
    const draft = { role: 'official', duty: 'draft', departmentId: id } as const
    await makeActor(db(), [draft, { ...draft, duty: 'sign' }])
    await makeActor(db(), [draft])
    const gone = await makeActor(db(), [draft])
    await db().grant.updateMany({
      where: { personId: gone.personId },
      data: { revokedAt: TEST_NOW },
    })
    const page = await listDepartmentsAdmin(scope(), { q: '水务' })
    expect(page.departments).toMatchObject([{ name: '区水务局', drafters: 2, signers: 1 }])
    expect((await listDepartmentsAdmin(scope(), { q: '%' })).departments).toEqual([])
  })

  it('keep those in use and the others apart, and are paged by key', async () => {
    await makeDepartment(db(), { name: '旧局', active: false })
    const closed = await listDepartmentsAdmin(scope(), { closed: true })
    expect(closed.departments.map(({ name }) => name)).toEqual(['旧局'])
    for (const list of [listDepartmentsAdmin, listStudiosAdmin]) {
      await expect(list(scope(), { after: 'tampered' })).rejects.toMatchObject({
        code: 'invalidCursor',
      })
    }
    const all = await listDepartmentsAdmin(scope(), {})
    const [first] = all.departments
    const rest = await listDepartmentsAdmin(scope(), { after: first?.id })
    expect(rest.departments).toEqual(all.departments.slice(1))
  })
})

describe('the overview', () => {
  it('says what needs care', async () => {
    const { id } = await makeDepartment(db(), { name: '无人局' })
    await makeStudio(db(), { name: '无人工作室' })
    const overview = await getAdminOverview(scope())
    expect(overview.calendar.publishedThrough).toBeNull()
    expect(overview.withoutDrafter.total).toBeGreaterThan(0)
    expect(overview.withoutConvener.total).toBeGreaterThan(0)
    expect(overview).toMatchObject({ administrators: 1, assigners: 0, seniorModerators: 0 })
    const before = overview.withoutDrafter.total
    await makeActor(db(), [{ role: 'official', duty: 'draft', departmentId: id }])
    expect((await getAdminOverview(scope())).withoutDrafter.total).toBe(before - 1)
    const suspended = await makeActor(db(), [{ role: 'official', duty: 'assign' }], {
      suspended: true,
    })
    expect(suspended.suspended).toBe(true)
    expect((await getAdminOverview(scope())).assigners).toBe(0)
  })
})
