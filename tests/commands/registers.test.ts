import { describe, expect, it } from 'vitest'
import { saveCategory } from '~/commands/save-category.server'
import { saveDepartment, type DepartmentFields } from '~/commands/save-department.server'
import { saveDistrict } from '~/commands/save-district.server'
import { saveRejectionReason } from '~/commands/save-rejection-reason.server'
import { saveStudioType } from '~/commands/save-studio-type.server'
import { saveStudio, type StudioFields } from '~/commands/save-studio.server'
import type { Viewer } from '~/domain/person/actor'
import { getStudio } from '~/queries/get-studio.server'
import { listRejectionReasonsAdmin } from '~/queries/list-rejection-reasons-admin.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import {
  makeActor,
  makeCategory,
  makeDepartment,
  makeDistrict,
  makePerson,
  makeStudio,
  makeTopic,
} from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

const admin = (displayName = '王芳') => makeActor(db(), [{ role: 'admin' }], { displayName })

async function lastEvent(objectId: string) {
  return db().auditEvent.findFirst({ where: { objectId }, orderBy: { id: 'desc' } })
}

const department = (given: Partial<DepartmentFields> = {}): DepartmentFields => ({
  name: '望川区城市管理局',
  shortName: '区城管局',
  districtId: null,
  telephone: null,
  active: true,
  ...given,
})

describe('a department', () => {
  it('is entered, changed and closed down, each with what was before and after', async () => {
    const scope = site.scope(await admin())
    const entered = await saveDepartment(scope, { seen: null, fields: department() })
    if (!entered.ok) throw new Error(entered.error.key)
    const { id } = entered
    expect(await lastEvent(id)).toMatchObject({
      action: 'department.created',
      actorRole: 'admin',
      detail: { after: { name: '望川区城市管理局', active: true } },
    })

    const renamed = department({ name: '望川区综合行政执法局', telephone: '0000-0000109' })
    const generation = site.container.pages.generation('site')
    await saveDepartment(scope, { seen: { id, version: 1 }, fields: renamed })
    expect(site.container.pages.generation('site')).toBeGreaterThan(generation)
    expect(await lastEvent(id)).toMatchObject({
      action: 'department.changed',
      detail: {
        before: { name: '望川区城市管理局', telephone: null },
        after: { name: '望川区综合行政执法局', telephone: '0000-0000109' },
      },
    })

    await saveDepartment(scope, {
      seen: { id, version: 2 },
      fields: { ...renamed, active: false },
    })
    expect(await lastEvent(id)).toMatchObject({
      action: 'department.deactivated',
      detail: { before: { active: true }, after: { active: false } },
    })
    expect(await db().department.findUnique({ where: { id } })).toMatchObject({
      name: '望川区综合行政执法局',
      active: false,
      version: 3,
    })
  })

  it('is not recorded where nothing changed', async () => {
    const scope = site.scope(await admin())
    const { id } = await makeDepartment(db(), department({ name: '区水务局', shortName: '水务' }))
    const fields = department({ name: '区水务局', shortName: '水务' })
    expect(await saveDepartment(scope, { seen: { id, version: 1 }, fields })).toMatchObject({
      ok: true,
    })
    expect(await lastEvent(id)).toBeNull()
  })

  it('says who was faster, and what they changed', async () => {
    const { id } = await makeDepartment(db(), department({ name: '区交通局' }))
    const seen = { id, version: 1 }
    const fields = department({ name: '区交通运输局', telephone: '0000-0000110' })
    await saveDepartment(site.scope(await admin('赵敏')), { seen, fields })
    const slower = saveDepartment(site.scope(await admin()), {
      seen,
      fields: department({ name: '区交通委' }),
    })
    await expect(slower).rejects.toMatchObject({
      code: 'conflict',
      params: { who: '赵敏', what: 'name,telephone', at: TEST_NOW.toISOString(), mine: 0 },
    })
    expect(await db().department.findUnique({ where: { id } })).toMatchObject({
      name: '区交通运输局',
    })
  })

  it('bears a name of its own and lies in a district that is there', async () => {
    const scope = site.scope(await admin())
    const { name } = await makeDepartment(db())
    expect(await saveDepartment(scope, { seen: null, fields: department({ name }) })).toMatchObject(
      {
        ok: false,
        field: 'name',
      },
    )
    expect(
      await saveDepartment(scope, {
        seen: null,
        fields: department({ name: '某局', districtId: 'nowhere' }),
      }),
    ).toMatchObject({ ok: false, field: 'districtId' })
  })

  it('stays in use while it owes an answer', async () => {
    const { id } = await makeDepartment(db(), department({ name: '区民政局' }))
    const topic = await makeTopic(db())
    const assigner = await makePerson(db())
    await db().assignment.create({
      data: {
        id: newId(TEST_NOW.getTime()),
        topicId: topic.id,
        assignedById: assigner.id,
        assignedAt: TEST_NOW,
        dueAt: TEST_NOW,
        departments: {
          create: { departmentId: id, part: 'lead', assignedAt: TEST_NOW, dueAt: TEST_NOW },
        },
      },
    })
    const closing = {
      seen: { id, version: 1 },
      fields: department({ name: '区民政局', active: false }),
    }
    const scope = site.scope(await admin())
    expect(await saveDepartment(scope, closing)).toMatchObject({
      ok: false,
      field: 'active',
      error: { params: { n: 1 } },
    })
    await db().assignmentDepartment.updateMany({
      data: { state: 'answered', answeredAt: TEST_NOW, closedAt: TEST_NOW },
    })
    expect(await saveDepartment(scope, closing)).toMatchObject({ ok: true })
  })
})

describe('a studio', () => {
  const fields = (typeId: string, given: Partial<StudioFields> = {}): StudioFields => ({
    name: '城市更新委员工作室',
    level: 'studio',
    typeId,
    districtId: null,
    sector: null,
    place: '政协委员之家三层',
    introduction: '',
    duties: '',
    rules: '',
    active: true,
    ...given,
  })

  it('is entered and changed, and drops the pages that show it', async () => {
    const scope = site.scope(await admin())
    const type = await saveStudioType(scope, { id: null, fields: { name: '专题型', position: 1 } })
    if (!type.ok) throw new Error('no type')
    const entered = await saveStudio(scope, { seen: null, fields: fields(type.id) })
    if (!entered.ok) throw new Error(entered.error.key)
    const { id } = entered
    const before = site.container.pages.generation(`studio:${id}`)
    await saveStudio(scope, {
      seen: { id, version: 1 },
      fields: fields(type.id, { place: '四层', duties: '- 听取意见' }),
    })
    expect(site.container.pages.generation(`studio:${id}`)).toBeGreaterThan(before)
    expect(await lastEvent(id)).toMatchObject({
      action: 'studio.changed',
      detail: {
        before: { place: '政协委员之家三层', duties: '' },
        after: { place: '四层', duties: '- 听取意见' },
      },
    })
    await expect(
      saveStudio(scope, { seen: { id, version: 1 }, fields: fields(type.id) }),
    ).rejects.toMatchObject({
      code: 'conflict',
      params: { what: expect.stringContaining('place'), mine: 1 },
    })
  })

  it('keeps its texts as its page shows them; one entered before is shown all the same', async () => {
    const scope = site.scope(await admin())
    const { id, typeId } = await makeStudio(db(), { rules: '**公开**' })
    expect((await getStudio(scope, id)).rulesHtml).toContain('<strong>公开</strong>')
    await saveStudio(scope, {
      seen: { id, version: 1 },
      fields: fields(typeId, { name: '柳堤工作室', rules: '*公开*' }),
    })
    const stored = await db().studio.findUniqueOrThrow({ where: { id } })
    expect(stored.rulesHtml).toContain('<em>公开</em>')
    expect((await getStudio(scope, id)).rulesHtml).toBe(stored.rulesHtml)
  })

  it('stays in use while a topic of it is open, and has a type that is there', async () => {
    const scope = site.scope(await admin())
    const studio = await makeStudio(db(), { name: '柳堤工作站' })
    const topic = await makeTopic(db(), { studioId: studio.id })
    const closing = {
      seen: { id: studio.id, version: 1 },
      fields: fields(studio.typeId, { name: '柳堤工作站', active: false }),
    }
    expect(await saveStudio(scope, closing)).toMatchObject({ ok: false, field: 'active' })
    await db().topic.update({ where: { id: topic.id }, data: { stage: 'closed' } })
    expect(await saveStudio(scope, closing)).toMatchObject({ ok: true })
    expect(
      await saveStudio(scope, { seen: null, fields: fields('none', { name: '甲' }) }),
    ).toMatchObject({ ok: false, field: 'typeId' })
  })
})

describe('a category', () => {
  it('is given up, not deleted, on the version that was seen', async () => {
    const scope = site.scope(await admin())
    const category = await makeCategory(db(), { name: '城市管理', position: 3 })
    const { id } = category
    const fields = { name: '城市管理', position: 3, active: false }
    expect(await saveCategory(scope, { seen: { id, version: 1 }, fields })).toMatchObject({
      ok: true,
    })
    expect(await lastEvent(id)).toMatchObject({ action: 'category.deactivated' })
    await expect(
      saveCategory(scope, { seen: { id, version: 1 }, fields: { ...fields, active: true } }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(
      await saveCategory(scope, { seen: null, fields: { ...fields, active: true } }),
    ).toMatchObject({ ok: false, field: 'name' })
    await expect(
      saveCategory(scope, { seen: { id: 'none', version: 1 }, fields }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a district', () => {
  it('lies in another, never in itself, and has a name of its own there', async () => {
    const scope = site.scope(await admin())
    const city = await saveDistrict(scope, {
      id: null,
      fields: { name: '云澜市', parentId: null, position: 1 },
    })
    if (!city.ok) throw new Error('no city')
    const within = { name: '望川区', parentId: city.id, position: 1 }
    const district = await saveDistrict(scope, { id: null, fields: within })
    if (!district.ok) throw new Error('no district')
    expect(await saveDistrict(scope, { id: null, fields: within })).toMatchObject({
      ok: false,
      field: 'name',
    })
    expect(
      await saveDistrict(scope, {
        id: city.id,
        fields: { name: '云澜市', parentId: district.id, position: 1 },
      }),
    ).toMatchObject({ ok: false, error: { key: 'admin.district.withinItself' } })
    expect(
      await saveDistrict(scope, {
        id: city.id,
        fields: { name: '云澜市', parentId: city.id, position: 1 },
      }),
    ).toMatchObject({ ok: false, error: { key: 'admin.district.withinItself' } })
    expect(
      await saveDistrict(scope, {
        id: null,
        fields: { name: '某街道', parentId: 'none', position: 1 },
      }),
    ).toMatchObject({ ok: false, field: 'parentId' })
  })

  it('lies five levels deep at most', async () => {
    const scope = site.scope(await admin())
    let parentId: string | null = null
    for (const name of ['省', '市', '区', '街道', '社区']) {
      const { id }: { id: string } = await makeDistrict(db(), { name, parentId })
      parentId = id
    }
    expect(
      await saveDistrict(scope, { id: null, fields: { name: '楼栋', parentId, position: 1 } }),
    ).toMatchObject({ ok: false, error: { key: 'admin.district.tooDeep' } })
  })
})

describe('a reason not to publish', () => {
  it('keeps its code, and one at least stays in use', async () => {
    const scope = site.scope(await admin())
    const fields = {
      label: '与议题无关',
      text: '请到相关议题发表。',
      position: 1,
      active: true,
      breach: true,
    }
    const first = { code: 'off-topic', isNew: true, fields }
    expect(await saveRejectionReason(scope, first)).toMatchObject({ ok: true })
    expect(await saveRejectionReason(scope, first)).toMatchObject({ ok: false, field: 'key' })
    const givenUp = { code: 'off-topic', isNew: false, fields: { ...fields, active: false } }
    expect(await saveRejectionReason(scope, givenUp)).toMatchObject({
      ok: false,
      error: { key: 'admin.reason.lastOne' },
    })
    await saveRejectionReason(scope, { ...first, code: 'other' })
    expect(await saveRejectionReason(scope, givenUp)).toMatchObject({ ok: true })
    expect(await lastEvent('off-topic')).toMatchObject({ action: 'rejectionReason.deactivated' })
    await expect(saveRejectionReason(scope, { ...givenUp, code: 'nothing' })).rejects.toMatchObject(
      { code: 'notFound' },
    )
  })

  it('is kept by a 审核组长 too, and not by other moderators', async () => {
    const senior = site.scope(await makeActor(db(), [{ role: 'moderator', duty: 'senior' }]))
    const fields = { label: '重复', text: '已经发过。', position: 9, active: true, breach: false }
    const reason = { code: 'repeated', isNew: true, fields }
    expect(await saveRejectionReason(senior, reason)).toMatchObject({ ok: true })
    expect(await lastEvent('repeated')).toMatchObject({ actorRole: 'moderator' })
    expect(await listRejectionReasonsAdmin(senior)).toContainEqual({ code: 'repeated', ...fields })
    const reviewer = site.scope(await makeActor(db(), [{ role: 'moderator', duty: 'review' }]))
    await expect(saveRejectionReason(reviewer, reason)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listRejectionReasonsAdmin(reviewer)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the registers', () => {
  const writes: Array<[string, (scope: Scope) => Promise<unknown>]> = [
    ['departments', (scope) => saveDepartment(scope, { seen: null, fields: department() })],
    [
      'studios',
      (scope) =>
        saveStudio(scope, { seen: null, fields: { name: '甲' } as unknown as StudioFields }),
    ],
    ['types', (scope) => saveStudioType(scope, { id: null, fields: { name: '甲', position: 1 } })],
    [
      'categories',
      (scope) =>
        saveCategory(scope, { seen: null, fields: { name: '甲', position: 1, active: true } }),
    ],
    [
      'districts',
      (scope) =>
        saveDistrict(scope, { id: null, fields: { name: '甲', parentId: null, position: 1 } }),
    ],
  ]

  it.each(writes)('of %s are kept by administrators alone', async (_name, write) => {
    const viewers: Viewer[] = [
      null,
      await makeActor(db(), [{ role: 'auditor' }]),
      await makeActor(db(), [{ role: 'moderator', duty: 'senior' }]),
      { ...(await admin()), suspended: true },
    ]
    for (const viewer of viewers) {
      await expect(write(site.scope(viewer))).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})
