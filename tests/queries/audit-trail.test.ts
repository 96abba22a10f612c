import { beforeAll, describe, expect, it } from 'vitest'
import { idTime } from '~/domain/shared/id'
import {
  AUDIT_PAGE_SIZE,
  listAuditEvents,
  type AuditFilter,
} from '~/queries/list-audit-events.server'
import { listAuditKinds } from '~/queries/list-audit-kinds.server'
import type { Actor } from '~/domain/person/actor'
import { transact, type AuditRecord } from '~/server/transact.server'
import { makeActor, makeDepartment } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

const HOUR_MS = 60 * 60 * 1000
let auditor: Actor
let admin: Actor
let other: Actor
let departmentId: string

const list = (filter: AuditFilter = {}) => listAuditEvents(site.scope(auditor), filter)

/** Records events of an actor, one an hour from a time on. */
async function record(viewer: Actor | null, records: AuditRecord[], from = TEST_NOW) {
  for (const [index, each] of records.entries()) {
    const now = new Date(from.getTime() + index * HOUR_MS)
    await transact(site.scope(viewer, { now }), async (tx) => tx.audit(each))
  }
}

beforeAll(async () => {
  auditor = await makeActor(db(), [{ role: 'auditor' }])
  admin = await makeActor(db(), [{ role: 'admin' }], { displayName: '王芳' })
  other = await makeActor(db(), [{ role: 'admin' }], { displayName: '赵敏' })
  departmentId = (await makeDepartment(db(), { name: '区城管局' })).id
  await record(admin, [
    {
      action: 'department.changed',
      objectType: 'department',
      objectId: departmentId,
      role: 'admin',
      detail: { before: { districtId: departmentId }, after: { districtId: null } },
    },
    { action: 'department.deactivated', objectType: 'department', objectId: departmentId },
    {
      action: 'person.invited',
      objectType: 'person',
      objectId: other.personId,
      personal: { personId: other.personId, values: { displayName: '赵敏' } },
    },
  ])
  await record(other, [
    { action: 'department.changed', objectType: 'department', objectId: 'elsewhere' },
  ])
  await record(null, [
    { action: 'calendar.imported', objectType: 'calendar', objectId: 'calendar' },
  ])
  // Two days later, in Shanghai: half an hour before and after midnight.
  await record(
    admin,
    [
      { action: 'category.changed', objectType: 'category', objectId: 'late' },
      { action: 'category.changed', objectType: 'category', objectId: 'early' },
    ],
    new Date('2026-11-25T15:30:00Z'),
  )
})

const objects = (page: Awaited<ReturnType<typeof list>>) =>
  page.events.map(({ action, objectId }) => `${action} ${objectId}`)

describe('the audit trail', () => {
  it('is open to auditors alone', async () => {
    for (const viewer of [
      null,
      admin,
      await makeActor(db(), [{ role: 'moderator', duty: 'senior' }]),
    ]) {
      await expect(listAuditEvents(site.scope(viewer), {})).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(listAuditKinds(site.scope(viewer))).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('shows the newest first, verified, with the names of what it refers to', async () => {
    const page = await list()
    expect(page.events).toHaveLength(7)
    const times = page.events.map(({ id }) => idTime(id))
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(page.events.every(({ intact }) => intact)).toBe(true)
    expect(page.names).toMatchObject({
      [admin.personId]: '王芳',
      [departmentId]: '区城管局',
    })
    const invited = page.events.find(({ action }) => action === 'person.invited')
    expect(invited?.personal).toEqual([{ name: 'displayName', value: '赵敏' }])
  })

  it('is filtered by who: an id, a display name, or nobody', async () => {
    expect(objects(await list({ actor: other.personId }))).toEqual(['department.changed elsewhere'])
    expect(objects(await list({ actor: '赵敏' }))).toEqual(['department.changed elsewhere'])
    expect(objects(await list({ actor: 'system' }))).toEqual(['calendar.imported calendar'])
    expect(await list({ actor: '没有这个人' })).toMatchObject({ events: [], unknownActor: true })
  })

  it('takes namesakes together', async () => {
    const namesake = await makeActor(db(), [{ role: 'admin' }], { displayName: '赵敏' })
    await record(namesake, [
      { action: 'reason.changed', objectType: 'rejectionReason', objectId: 'x' },
    ])
    expect(objects(await list({ actor: '赵敏' })).sort()).toEqual([
      ...['department.changed elsewhere', 'reason.changed x'],
    ])
  })

  it('is filtered by what: one act, or everything of a noun', async () => {
    expect(objects(await list({ action: 'department.deactivated' }))).toEqual([
      `department.deactivated ${departmentId}`,
    ])
    const all = await list({ action: 'department.*' })
    expect(all.events.map(({ action }) => action).sort()).toEqual([
      ...['department.changed', 'department.changed', 'department.deactivated'],
    ])
    expect(objects(await list({ action: 'nothing.*' }))).toEqual([])
  })

  it('is filtered by what was acted on: an id, an address that holds it, or a key', async () => {
    const expected = [
      `department.deactivated ${departmentId}`,
      `department.changed ${departmentId}`,
    ]
    expect(objects(await list({ object: departmentId }))).toEqual(expected)
    const address = `https://lianxin.example/admin/departments/${departmentId}?done=saved`
    expect(objects(await list({ object: address }))).toEqual(expected)
    expect(objects(await list({ object: 'calendar' }))).toEqual(['calendar.imported calendar'])
  })

  it('is filtered by days in Shanghai, both included', async () => {
    expect(objects(await list({ from: '2026-11-25', to: '2026-11-25' }))).toEqual([
      'category.changed late',
    ])
    expect(objects(await list({ from: '2026-11-26' }))).toEqual(['category.changed early'])
    expect(objects(await list({ from: '1970-01-01', to: '2026-11-22' }))).toEqual([])
  })

  it('joins filters', async () => {
    const filter = { actor: '王芳', action: 'department.*', from: '2026-11-23', to: '2026-11-23' }
    expect((await list(filter)).events).toHaveLength(2)
    expect((await list({ ...filter, object: 'elsewhere' })).events).toHaveLength(0)
  })

  it('says which event is not what was written', async () => {
    await site.container.database.script(`
      ALTER TABLE "audit_events" DISABLE TRIGGER "audit_events_append_only";
      UPDATE "audit_events" SET "objectId" = 'forged' WHERE "objectId" = 'late';
      ALTER TABLE "audit_events" ENABLE TRIGGER "audit_events_append_only";`)
    const page = await list({ action: 'category.changed' })
    expect(page.events.map(({ objectId, intact }) => [objectId, intact])).toEqual([
      ['early', true],
      ['forged', false],
    ])
  })

  it('knows what kinds there are', async () => {
    expect(await listAuditKinds(site.scope(auditor))).toMatchObject({
      objectTypes: expect.arrayContaining(['calendar', 'category', 'department', 'person']),
      actions: expect.arrayContaining(['calendar.imported', 'department.changed']),
    })
  })

  it('is paged by key without gap or repetition, filtered too', async () => {
    const many = Array.from({ length: AUDIT_PAGE_SIZE + 5 }, (_, n) => ({
      action: n % 2 ? 'studio.changed' : 'studio.created',
      objectType: 'studio',
      objectId: `s${n}`,
    }))
    await record(admin, many, new Date('2026-12-01T00:00:00Z'))
    const first = await list({ action: 'studio.*' })
    expect(first.events).toHaveLength(AUDIT_PAGE_SIZE)
    expect(first.nextAfter).toBe(first.events.at(-1)?.id)
    const second = await list({ action: 'studio.*', after: first.nextAfter ?? '' })
    expect(second.events).toHaveLength(5)
    expect(second.nextAfter).toBeNull()
    const ids = [...first.events, ...second.events].map(({ id }) => id)
    expect(new Set(ids).size).toBe(many.length)
    await expect(list({ after: 'tampered' })).rejects.toMatchObject({ code: 'invalidCursor' })
  })
})
