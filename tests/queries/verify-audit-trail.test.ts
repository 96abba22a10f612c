import { describe, expect, it } from 'vitest'
import { verifyAuditTrail } from '~/queries/verify-audit-trail.server'
import { transact } from '~/server/transact.server'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()

describe('the audit trail', () => {
  it('is verified batch by batch, and names what was changed past the program', async () => {
    const db = site.container.database.prisma
    await transact(site.scope(), async (tx) => {
      for (let n = 0; n < 25; n += 1) {
        tx.audit({
          action: 'category.changed',
          objectType: 'category',
          objectId: `c${n}`,
          detail: { before: { position: n }, after: { position: n + 1, at: tx.now } },
        })
      }
    })
    expect(await verifyAuditTrail(db, 10)).toEqual({ checked: 25, changed: [], changedTotal: 0 })

    // Whoever owns the database can switch the trigger off: that is what the hash is for.
    await site.container.database.script(`
      ALTER TABLE "audit_events" DISABLE TRIGGER "audit_events_append_only";
      UPDATE "audit_events" SET "detail" = jsonb_set("detail", '{after,position}', '99') WHERE "objectId" = 'c7';
      UPDATE "audit_events" SET "actorId" = 'somebody' WHERE "objectId" = 'c20';
      ALTER TABLE "audit_events" ENABLE TRIGGER "audit_events_append_only";`)
    const verified = await verifyAuditTrail(db, 10)
    expect(verified).toMatchObject({ checked: 25, changedTotal: 2 })
    const named = await db.auditEvent.findMany({
      where: { id: { in: verified.changed.map(({ id }) => id) } },
    })
    expect(named.map(({ objectId }) => objectId).sort()).toEqual(['c20', 'c7'])
  })
})
