import { describe, expect, it } from 'vitest'
import { grantRole } from '~/commands/grant-role.server'
import { revokeGrant } from '~/commands/revoke-grant.server'
import { imposeSanction } from '~/commands/impose-sanction.server'
import { proposeSanction } from '~/commands/propose-sanction.server'
import { grantProblems, type GrantShape } from '~/domain/person/grant-shape'
import { DUTIES, ROLES, type Duty, type Role } from '~/domain/person/role'
import { grantSchema } from '~/forms/administration'
import { parseForm } from '~/forms/form'
import { makeActor, makeDepartment, makePerson, makeStudio } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

const unbound = { duty: null, departmentId: null, studioId: null, title: null, until: null }

async function grantsOf(personId: string) {
  return db().grant.findMany({ where: { personId, revokedAt: null } })
}

describe('the shape of a grant', () => {
  it('is asked for alike by the rules and by the database, in every combination', async () => {
    const person = await makePerson(db())
    const department = await makeDepartment(db())
    const studio = await makeStudio(db())
    const list = (values: readonly string[]) => values.map((value) => `('${value}')`).join()
    // One round trip tries them all.
    await site.container.database.script(`
      CREATE FUNCTION "tried_grants"() RETURNS TABLE ("role" text, "duty" text, "department" text, "studio" text, "taken" boolean)
      LANGUAGE plpgsql AS $$
      BEGIN
        FOR "role", "duty", "department", "studio" IN
          SELECT r.v, d.v, e.v, s.v FROM (VALUES ${list(ROLES)}) r(v), (VALUES (NULL), ${list(DUTIES)}) d(v),
            (VALUES (NULL), ('${department.id}')) e(v), (VALUES (NULL), ('${studio.id}')) s(v)
        LOOP
          BEGIN
            INSERT INTO "grants" ("id", "personId", "role", "duty", "departmentId", "studioId", "grantedAt")
            VALUES (gen_random_uuid()::text, '${person.id}', "tried_grants"."role"::"Role", "tried_grants"."duty"::"Duty",
                    "department", "studio", now());
            "taken" := TRUE;
          EXCEPTION WHEN check_violation THEN "taken" := FALSE;
          END;
          RETURN NEXT;
        END LOOP;
      END $$;`)
    const { rows } = await site.container.database.query<{
      role: Role
      duty: Duty | null
      department: string | null
      studio: string | null
      taken: boolean
    }>('SELECT * FROM "tried_grants"()')
    expect(rows).toHaveLength(ROLES.length * (DUTIES.length + 1) * 4)
    const differing = rows.filter(
      ({ role, duty, department: departmentId, studio: studioId, taken }) => {
        const shape: GrantShape = { role, duty, departmentId, studioId }
        return taken !== (grantProblems(shape).length === 0)
      },
    )
    expect(differing).toEqual([])
    expect(rows.filter(({ taken }) => taken).length).toBeGreaterThan(ROLES.length)
  })

  it('is told in words where the form leaves something out', () => {
    const errorsOf = (values: Record<string, string>) => {
      const parsed = parseForm(grantSchema(TEST_NOW), values)
      return parsed.ok
        ? []
        : Object.entries(parsed.state.errors).map(([f, [e]]) => `${f} ${e?.key}`)
    }
    expect(errorsOf({})).toEqual(['office admin.grant.office.missing'])
    expect(errorsOf({ office: 'official:draft' })).toEqual([
      'departmentId admin.grant.department.missing',
    ])
    expect(errorsOf({ office: 'official:assign' })).toEqual([])
    expect(errorsOf({ office: 'convener' })).toEqual(['studioId admin.grant.studio.missing'])
    expect(errorsOf({ office: 'expert' })).toEqual(['title admin.grant.title.missing'])
    expect(errorsOf({ office: 'admin', until: '2026-11-22' })).toEqual([
      'until admin.grant.until.past',
    ])
    expect(errorsOf({ office: 'admin', until: '2026-02-30' })).toEqual(['until admin.error.date'])
  })

  it('holds to the end of its last day in Shanghai, and leaves out bodies that the office has not', () => {
    const parsed = parseForm(grantSchema(TEST_NOW), {
      office: 'moderator:review',
      until: '2026-11-23',
      departmentId: 'd1',
      studioId: 's1',
    })
    expect(parsed).toEqual({
      ok: true,
      data: {
        role: 'moderator',
        duty: 'review',
        departmentId: null,
        studioId: null,
        title: null,
        until: new Date('2026-11-23T16:00:00Z'),
      },
    })
  })
})

describe('granting a role', () => {
  it('gives it, records it and drops the pages of its studio', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const person = await makePerson(db())
    const studio = await makeStudio(db())
    const generation = site.container.pages.generation(`studio:${studio.id}`)
    const done = await grantRole(site.scope(admin), {
      personId: person.id,
      grant: { ...unbound, role: 'convener', studioId: studio.id },
    })
    expect(done).toMatchObject({ ok: true })
    expect(await grantsOf(person.id)).toMatchObject([
      { role: 'convener', studioId: studio.id, grantedById: admin.personId, grantedAt: TEST_NOW },
    ])
    const event = await db().auditEvent.findFirstOrThrow({ where: { objectId: person.id } })
    expect(event).toMatchObject({
      action: 'grant.given',
      actorId: admin.personId,
      actorRole: 'admin',
      detail: { after: { role: 'convener', studioId: studio.id, until: null } },
    })
    expect(site.container.pages.generation(`studio:${studio.id}`)).toBeGreaterThan(generation)
  })

  it('is refused to who is no administrator, an auditor too', async () => {
    const person = await makePerson(db())
    for (const role of ['auditor', 'moderator', 'resident'] as const) {
      const duty = role === 'moderator' ? 'senior' : null
      const viewer = await makeActor(db(), [{ role, duty }])
      await expect(
        grantRole(site.scope(viewer), {
          personId: person.id,
          grant: { ...unbound, role: 'admin' },
        }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await grantsOf(person.id)).toEqual([])
  })

  it('is refused for oneself', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    await expect(
      grantRole(site.scope(admin), {
        personId: admin.personId,
        grant: { ...unbound, role: 'moderator', duty: 'senior' },
      }),
    ).rejects.toMatchObject({ code: 'forbidden', params: { bar: 'oneself' } })
    expect(await grantsOf(admin.personId)).toHaveLength(1)
  })

  it('keeps administrators and auditors apart', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const auditor = await makeActor(db(), [{ role: 'auditor' }])
    const done = await grantRole(site.scope(admin), {
      personId: auditor.personId,
      grant: { ...unbound, role: 'admin' },
    })
    expect(done).toMatchObject({ ok: false, error: { key: 'admin.bar.separateOffices' } })
  })

  it('gives nothing twice, to nobody suspended, and nothing in a body that is closed', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const held = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    const review = { ...unbound, role: 'moderator', duty: 'review' } as const
    expect(
      await grantRole(site.scope(admin), { personId: held.personId, grant: review }),
    ).toMatchObject({ ok: false, field: 'office', error: { key: 'admin.grant.alreadyHeld' } })

    const suspended = await makePerson(db(), { suspended: true })
    expect(
      await grantRole(site.scope(admin), { personId: suspended.id, grant: review }),
    ).toMatchObject({ ok: false, error: { key: 'admin.bar.notActive' } })

    const closed = await makeDepartment(db(), { active: false })
    const person = await makePerson(db())
    expect(
      await grantRole(site.scope(admin), {
        personId: person.id,
        grant: { ...unbound, role: 'official', duty: 'draft', departmentId: closed.id },
      }),
    ).toMatchObject({ ok: false, field: 'departmentId' })
  })

  it('answers in words for a shape that no form sends', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const person = await makePerson(db())
    const scope = site.scope(admin)
    await expect(
      grantRole(scope, { personId: person.id, grant: { ...unbound, role: 'convener' } }),
    ).rejects.toMatchObject({ code: 'invalidInput', params: { problem: 'studioMissing' } })
    await expect(
      grantRole(scope, { personId: 'nobody', grant: { ...unbound, role: 'expert' } }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('revoking a grant', () => {
  it('takes it back once, with the reason, and says who was faster', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }], { displayName: '王芳' })
    const slower = await makeActor(db(), [{ role: 'admin' }])
    const person = await makeActor(db(), [{ role: 'expert', title: '结构工程师' }])
    const [grant] = await grantsOf(person.personId)
    const input = { personId: person.personId, grantId: grant!.id, reason: '任期结束' }
    expect(await revokeGrant(site.scope(admin), input)).toEqual({ ok: true })
    expect(await grantsOf(person.personId)).toEqual([])
    const event = await db().auditEvent.findFirstOrThrow({ where: { objectId: person.personId } })
    expect(event).toMatchObject({
      action: 'grant.revoked',
      detail: { reason: '任期结束', before: { role: 'expert', title: '结构工程师' } },
    })
    await expect(revokeGrant(site.scope(slower), input)).rejects.toMatchObject({
      code: 'conflict',
      params: { who: '王芳', mine: 0, action: 'grant.revoked', at: TEST_NOW.toISOString() },
    })
  })

  it('is not done with the grant of another person', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const holder = await makeActor(db(), [{ role: 'expert' }])
    const other = await makePerson(db())
    const [grant] = await grantsOf(holder.personId)
    await expect(
      revokeGrant(site.scope(admin), { personId: other.id, grantId: grant!.id, reason: '误授' }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is refused for one’s own office as administrator, and allowed for others of one’s own', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }, { role: 'expert' }])
    const grants = await grantsOf(admin.personId)
    const revoke = (role: string) =>
      revokeGrant(site.scope(admin), {
        personId: admin.personId,
        grantId: grants.find((grant) => grant.role === role)!.id,
        reason: '不再担任',
      })
    await expect(revoke('admin')).rejects.toMatchObject({ params: { bar: 'oneself' } })
    expect(await revoke('expert')).toEqual({ ok: true })
  })
})

describe('the last administrator', () => {
  /** Everybody else's office is taken away past the commands, so that these two are the only ones. */
  async function onlyTwo() {
    await db().grant.updateMany({ where: { role: 'admin' }, data: { revokedAt: TEST_NOW } })
    return [
      await makeActor(db(), [{ role: 'admin' }]),
      await makeActor(db(), [{ role: 'admin' }]),
    ] as const
  }

  it('stays when two take each other’s office away at the same time', async () => {
    const [a, b] = await onlyTwo()
    const [ofA] = await grantsOf(a.personId)
    const [ofB] = await grantsOf(b.personId)
    const results = await Promise.all([
      revokeGrant(site.scope(a), { personId: b.personId, grantId: ofB!.id, reason: '调整' }),
      revokeGrant(site.scope(b), { personId: a.personId, grantId: ofA!.id, reason: '调整' }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({
      error: { key: 'admin.bar.lastAdministrator' },
    })
    expect(await db().grant.count({ where: { role: 'admin', revokedAt: null } })).toBe(1)
  })

  it('is neither taken away nor suspended by one whose own office has just ended', async () => {
    const [a, b] = await onlyTwo()
    await db().grant.updateMany({ where: { personId: b.personId }, data: { revokedAt: TEST_NOW } })
    const [ofA] = await grantsOf(a.personId)
    expect(
      await revokeGrant(site.scope(b), { personId: a.personId, grantId: ofA!.id, reason: '调整' }),
    ).toMatchObject({ ok: false, error: { key: 'admin.bar.lastAdministrator' } })
    const step = { step: 'suspended', days: 30 } as const
    const { sanctionId } = await proposeSanction(site.scope(b), {
      ...step,
      personId: a.personId,
      note: '调整',
    })
    expect(
      await imposeSanction(site.scope(b), { ...step, sanctionId, version: 1, reason: '调整' }),
    ).toMatchObject({ ok: false, error: { key: 'admin.bar.lastAdministrator' } })
  })
})
