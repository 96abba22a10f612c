import { describe, expect, it } from 'vitest'
import { sendTextMessage } from '~/jobs/send-text-message'
import { auditHash } from '~/server/audit/hashing.server'
import { transact } from '~/server/transact.server'
import { makeActor } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()

describe('a transaction', () => {
  it('keeps state, audit event and job together', async () => {
    const db = site.container.database.prisma
    await transact(site.scope(), async (tx) => {
      await tx.db.category.create({ data: { id: 'c1', name: '住房' } })
      tx.audit({ action: 'category.created', objectType: 'category', objectId: 'c1' })
      await tx.enqueue(sendTextMessage, { textMessageId: 'm1' })
    })
    const event = await db.auditEvent.findFirstOrThrow({ where: { objectId: 'c1' } })
    expect(event.hash).toBe(auditHash(event))
    const jobs = await site.container.database.query(
      `SELECT data FROM pgboss.job WHERE name = 'send-text-message'`,
    )
    expect(jobs.rows).toEqual([{ data: { textMessageId: 'm1' } }])
  })

  it('leaves nothing behind when it fails', async () => {
    const failing = transact(site.scope(), async (tx) => {
      await tx.db.category.create({ data: { id: 'c2', name: '交通' } })
      tx.audit({ action: 'category.created', objectType: 'category', objectId: 'c2' })
      await tx.enqueue(sendTextMessage, { textMessageId: 'm2' })
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    const db = site.container.database.prisma
    expect(await db.category.count({ where: { id: 'c2' } })).toBe(0)
    expect(await db.auditEvent.count({ where: { objectId: 'c2' } })).toBe(0)
    const jobs = await site.container.database.query(
      `SELECT 1 FROM pgboss.job WHERE data->>'textMessageId' = 'm2'`,
    )
    expect(jobs.rows).toHaveLength(0)
  })
})

describe('the audit trail', () => {
  it('keeps a detail whose hash still holds when it is read again', async () => {
    const db = site.container.database.prisma
    await transact(site.scope(), async (tx) => {
      tx.audit({
        action: 'grant.given',
        objectType: 'person',
        objectId: 'p1',
        detail: {
          before: { until: undefined },
          after: { until: new Date('2027-01-01T00:00:00Z'), title: '教育界\0\ud83d' },
          waitedMs: 12n,
          share: 1e-7,
        },
      })
    })
    const event = await db.auditEvent.findFirstOrThrow({ where: { objectId: 'p1' } })
    expect(event.detail).toEqual({
      before: {},
      after: { until: '2027-01-01T00:00:00.000Z', title: '教育界\ufffd\ufffd' },
      waitedMs: 12,
      share: 1e-7,
    })
    expect(event.hash).toBe(auditHash(event))
  })

  it('says that who works nowhere here acted as a resident, and of others what the act says', async () => {
    const db = site.container.database.prisma
    const viewers = {
      r1: await makeActor(db),
      r2: await makeActor(db, [{ role: 'moderator', duty: 'review' }]),
      r3: null,
    }
    for (const [objectId, viewer] of Object.entries(viewers)) {
      await transact(site.scope(viewer), async (tx) => {
        tx.audit({ action: 'consent.given', objectType: 'consent', objectId })
      })
    }
    const events = await db.auditEvent.findMany({
      where: { objectId: { in: Object.keys(viewers) } },
      orderBy: { objectId: 'asc' },
    })
    expect(events.map(({ actorRole }) => actorRole)).toEqual(['resident', null, null])
    for (const event of events) expect(event.hash).toBe(auditHash(event))
  })

  it('refuses to be changed or emptied', async () => {
    const { database } = site.container
    for (const statement of [
      `UPDATE audit_events SET action = 'x'`,
      'DELETE FROM audit_events',
      'TRUNCATE audit_events',
    ]) {
      await expect(database.query(statement)).rejects.toThrow('append only')
    }
  })
})
