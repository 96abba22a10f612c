import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/person/actor'
import { createSessions, type Sessions } from '~/server/auth/session.server'
import { makeActor } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const MINUTE = 60_000

let sessions: Sessions
let staff: Actor
let resident: Actor

beforeEach(async () => {
  sessions = createSessions(site.container)
  const db = site.container.database.prisma
  staff = await makeActor(db, [{ role: 'auditor' }])
  resident = await makeActor(db, [{ role: 'resident' }])
})

const open = (personId: string, secondFactor = false) =>
  sessions.start({ personId, secondFactor, userAgent: '', addressHash: '', now: site.now })
const read = (cookie: string) => sessions.read(cookie, site.now)

describe('a session', () => {
  it('ends for staff after the time of idleness, and not for residents', async () => {
    const idle = site.env.STAFF_IDLE_MINUTES
    const [working, reading] = [await open(staff.personId), await open(resident.personId)]
    site.advance((idle - 1) * MINUTE)
    expect(await read(working)).toMatchObject({ personId: staff.personId })
    // What was done counts: the time begins anew.
    site.advance((idle - 1) * MINUTE)
    expect(await read(working)).toMatchObject({ personId: staff.personId })
    site.advance(idle * MINUTE + 1)
    expect(await read(working)).toBeNull()
    expect(await read(reading)).toMatchObject({ personId: resident.personId })
    // It is gone, not asleep.
    expect(
      await site.container.database.prisma.session.count({ where: { personId: staff.personId } }),
    ).toBe(0)
  })

  it('has a new secret each time, and the table holds none of them', async () => {
    const one = await open(resident.personId)
    const other = await open(resident.personId)
    const secrets = [sessions.secretOf(one), sessions.secretOf(other)]
    expect(secrets[0]).toBeDefined()
    expect(secrets[0]).not.toBe(secrets[1])
    const rows = await site.container.database.prisma.session.findMany()
    for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('brings how many notices its owner has not read', async () => {
    const cookie = await open(resident.personId)
    expect(await read(cookie)).toMatchObject({ unread: 0 })
    const { inbox } = site.container.database.prisma
    await inbox.create({ data: { personId: resident.personId, unread: 3 } })
    expect(await read(cookie)).toMatchObject({ unread: 3 })
  })

  it('is not found by an invented or a changed cookie', async () => {
    const cookie = await open(resident.personId)
    const [pair = ''] = cookie.split(';')
    const changed = pair.slice(0, -1) + (pair.endsWith('A') ? 'B' : 'A')
    expect(await read(changed)).toBeNull()
    expect(await read('session=invented.signature')).toBeNull()
    expect(await read(pair)).not.toBeNull()
  })

  it('knows whether it has shown its second factor', async () => {
    expect(await read(await open(staff.personId, true))).toMatchObject({ secondFactor: true })
    expect(await read(await open(staff.personId))).toMatchObject({ secondFactor: false })
  })

  it('is httpOnly and same-site, and __Host- behind TLS', async () => {
    expect(await open(resident.personId)).toMatch(/^session=.*HttpOnly.*SameSite=Lax/i)
    const env = { ...site.container.env, PUBLIC_URL: 'https://lianxin.example' }
    const secure = createSessions({ ...site.container, env })
    const cookie = await secure.start({
      personId: resident.personId,
      secondFactor: false,
      userAgent: '',
      addressHash: '',
      now: site.now,
    })
    expect(cookie).toMatch(/^__Host-session=/)
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']) {
      expect(cookie.split('; ')).toContain(attribute)
    }
    expect(cookie).not.toContain('Domain')
  })

  it('ends when the account is closed', async () => {
    const cookie = await open(resident.personId)
    await site.container.database.prisma.person.update({
      where: { id: resident.personId },
      data: { status: 'closed' },
    })
    expect(await read(cookie)).toBeNull()
  })
})
