import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { sealAuditEvents } from '~/commands/seal-audit-events.server'
import type { AuditFinding } from '~/domain/audit/findings'
import { exportAuditHeads } from '~/queries/export-audit-heads.server'
import { verifyAuditTrail, type VerifyOptions } from '~/queries/verify-audit-trail.server'
import { auditHash } from '~/server/audit/hashing.server'
import { signingKey } from '~/server/audit/signing-key.server'
import { transact } from '~/server/transact.server'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const folder = mkdtempSync(join(tmpdir(), 'lianxin-heads-'))
const TABLES = ['audit_events', 'audit_leaves', 'audit_nodes', 'audit_tree_heads']

/** Whoever owns the database can switch the triggers off: that is what the tree is for. */
async function tamper(statements: string): Promise<void> {
  const switchAll = (how: string) =>
    TABLES.map((table) => `ALTER TABLE "${table}" ${how} TRIGGER USER`).join(';')
  await site.container.database.script(
    `${switchAll('DISABLE')}; ${statements}; ${switchAll('ENABLE')}`,
  )
}

const event = (position: number) =>
  `(SELECT "eventId" FROM "audit_leaves" WHERE "position" = ${position})`

async function idAt(position: number): Promise<string> {
  const { rows } = await site.container.database.query<{ id: string }>(
    `SELECT "eventId" AS "id" FROM "audit_leaves" WHERE "position" = ${position}`,
  )
  return rows[0]?.id ?? ''
}

async function record(count: number): Promise<void> {
  await transact(site.scope(), async (tx) => {
    for (let n = 0; n < count; n += 1) {
      tx.audit({
        action: 'category.changed',
        objectType: 'category',
        objectId: `c${n}`,
        detail: { before: { position: n }, after: { position: n + 1, at: tx.now } },
      })
    }
  })
}

const verify = (options: VerifyOptions = {}) =>
  verifyAuditTrail(site.container, { batch: 7, ...options })

async function findings(options: VerifyOptions = {}): Promise<AuditFinding[]> {
  return (await verify(options)).findings
}

/** A trail of 25 events in three batches, the last one of one. */
beforeEach(async () => {
  await tamper(`DELETE FROM "audit_events"; DELETE FROM "audit_leaves"; DELETE FROM "audit_nodes";
    DELETE FROM "audit_tree_heads"; DELETE FROM "audit_unsealed"`)
  await record(25)
  await sealAuditEvents(site.container, 12)
})

describe('the audit trail', () => {
  it('is whole when nobody touched it', async () => {
    expect(await verify()).toMatchObject({ events: 25, sealed: 25, findings: [], totals: {} })
    expect((await verify()).head).toMatchObject({
      size: 25,
      publicKey: site.container.keys.auditHeads.publicKey,
    })
  })

  it('names a changed event, even where its hash was written anew', async () => {
    await tamper(
      `UPDATE "audit_events" SET "detail" = jsonb_set("detail", '{after,position}', '99') WHERE "id" = ${event(7)};
       UPDATE "audit_events" SET "actorId" = 'somebody' WHERE "id" = ${event(20)}`,
    )
    const db = site.container.database.prisma
    const changed = await db.auditEvent.findUniqueOrThrow({ where: { id: await idAt(20) } })
    await tamper(
      `UPDATE "audit_events" SET "hash" = '${auditHash(changed)}' WHERE "id" = ${event(20)}`,
    )
    expect(await findings()).toEqual([
      { kind: 'changed', eventId: await idAt(7), position: 7 },
      { kind: 'changed', eventId: await idAt(20), position: 20 },
    ])
  })

  it('names a changed event whose leaf was changed with it by the pair that does not fit', async () => {
    await tamper(
      `UPDATE "audit_leaves" SET "leafHash" = sha256('forged') WHERE "position" = 9;
       UPDATE "audit_events" SET "objectId" = 'forged' WHERE "id" = ${event(9)}`,
    )
    expect(await findings()).toEqual([
      { kind: 'changed', eventId: await idAt(9), position: 9 },
      { kind: 'replaced', position: 8, end: 10 },
    ])
  })

  it('names a missing event', async () => {
    const id = await idAt(11)
    await tamper(`DELETE FROM "audit_events" WHERE "id" = ${event(11)}`)
    expect(await findings()).toEqual([{ kind: 'missing', eventId: id, position: 11 }])
  })

  it('names the place of an event that went with its leaf', async () => {
    await tamper(`DELETE FROM "audit_events" WHERE "id" = ${event(11)};
      DELETE FROM "audit_leaves" WHERE "position" = 11`)
    expect(await findings()).toEqual([{ kind: 'missing', position: 11 }])
  })

  it('names an event that vanished before it was sealed', async () => {
    await record(1)
    const { rows } = await site.container.database.query<{ id: string }>(
      `SELECT "eventId" AS "id" FROM "audit_unsealed"`,
    )
    await tamper(
      `DELETE FROM "audit_events" WHERE "id" IN (SELECT "eventId" FROM "audit_unsealed")`,
    )
    expect(await findings()).toEqual([{ kind: 'missing', eventId: rows[0]?.id }])
  })

  it('names events that changed places, with their leaves or without', async () => {
    const [third, tenth] = [await idAt(3), await idAt(10)]
    await tamper(`ALTER TABLE "audit_leaves" DROP CONSTRAINT "audit_leaves_hash";
      UPDATE "audit_leaves" SET "position" = -1 - "position" WHERE "position" IN (3, 10);
      UPDATE "audit_leaves" SET "position" = CASE WHEN "position" = -4 THEN 10 ELSE 3 END WHERE "position" < 0`)
    const moved = await findings()
    expect(moved).toHaveLength(2)
    expect(moved).toContainEqual({ kind: 'reordered', eventId: third, position: 10, belongsAt: 3 })
    expect(moved).toContainEqual({ kind: 'reordered', eventId: tenth, position: 3, belongsAt: 10 })

    await tamper(`UPDATE "audit_leaves" SET "leafHash" = CASE "position"
      WHEN 3 THEN (SELECT "leafHash" FROM "audit_leaves" WHERE "position" = 10)
      ELSE (SELECT "leafHash" FROM "audit_leaves" WHERE "position" = 3) END WHERE "position" IN (3, 10)`)
    expect(await findings()).toEqual([
      { kind: 'reordered', eventId: tenth, position: 3, belongsAt: 10 },
      { kind: 'reordered', eventId: third, position: 10, belongsAt: 3 },
    ])
  })

  it('names a stored node that is not that of its leaves', async () => {
    await tamper(`UPDATE "audit_nodes" SET "hash" = sha256('x') WHERE "level" = 2 AND "index" = 1`)
    const found = await findings()
    expect(found).toContainEqual({ kind: 'replaced', position: 4, end: 8 })
  })

  it('names a head whose root, signature, key or time does not fit', async () => {
    const stranger = signingKey(Buffer.alloc(32, 7))
    const forged = stranger.sign({
      size: 12,
      rootHash: '00'.repeat(32),
      at: site.now.toISOString(),
    })
    await tamper(`UPDATE "audit_tree_heads" SET "rootHash" = decode('${forged.rootHash}', 'hex'),
        "signature" = decode('${forged.signature}', 'hex'), "publicKey" = decode('${forged.publicKey}', 'hex')
        WHERE "size" = 12;
      UPDATE "audit_tree_heads" SET "at" = "at" - interval '1 minute' WHERE "size" = 24`)
    expect(await findings()).toEqual([
      { kind: 'head', size: 12, problem: 'root' },
      { kind: 'head', size: 12, problem: 'key' },
      { kind: 'head', size: 24, problem: 'signature' },
      { kind: 'head', size: 24, problem: 'time' },
    ])
    expect(await findings({ earlierKeys: [stranger.publicKey] })).toHaveLength(3)
  })

  it('names leaves that no head reaches, and leaves that a head had', async () => {
    await tamper(`DELETE FROM "audit_tree_heads" WHERE "size" = 25`)
    expect(await findings()).toEqual([{ kind: 'head', size: 25, problem: 'absent' }])
    await tamper(`DELETE FROM "audit_leaves" WHERE "position" >= 23`)
    expect(await findings()).toEqual([
      { kind: 'missing', position: 23 },
      { kind: 'unsealed', eventId: expect.any(String) },
      { kind: 'unsealed', eventId: expect.any(String) },
    ])
  })

  it('names an event that waits for too long, or that was never to be sealed', async () => {
    await record(2)
    expect(await findings()).toEqual([])
    await tamper(`UPDATE "audit_unsealed" SET "since" = now() - interval '2 minutes'
      WHERE "seq" = (SELECT min("seq") FROM "audit_unsealed")`)
    expect(await findings()).toHaveLength(1)
    await tamper(`DELETE FROM "audit_unsealed"`)
    expect((await verify()).totals).toEqual({ unsealed: 2 })
  })

  it('names no more than a hundred of a kind, and counts all', async () => {
    await record(150)
    await tamper(
      `UPDATE "audit_events" SET "objectId" = 'x' WHERE "id" IN (SELECT "eventId" FROM "audit_unsealed")`,
    )
    const verified = await verify()
    expect(verified.findings).toHaveLength(100)
    expect(verified.totals).toEqual({ changed: 150 })
  })
})

describe('heads that were kept elsewhere', () => {
  const fileOf = (name: string) => join(folder, name)

  it('are the last of each day, and only what is new is added', async () => {
    const file = fileOf('days.jsonl')
    expect(await exportAuditHeads(site.container, file)).toBe(1)
    expect(await exportAuditHeads(site.container, file)).toBe(0)
    site.advance(24 * 60 * 60 * 1000)
    await record(1)
    await sealAuditEvents(site.container)
    await record(1)
    await sealAuditEvents(site.container)
    expect(await exportAuditHeads(site.container, file)).toBe(1)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).size)).toEqual([25, 27])
    expect(await verify({ headsFile: file })).toMatchObject({ keptHeads: 2, findings: [] })
  })

  it('are not written into a file of something else', async () => {
    const file = fileOf('letter.txt')
    writeFileSync(file, 'Dear auditor\n')
    await expect(exportAuditHeads(site.container, file)).rejects.toThrow('not a file of heads')
    expect(readFileSync(file, 'utf8')).toBe('Dear auditor\n')
  })

  it('tell on a trail that was written and signed anew', async () => {
    const file = fileOf('rewritten.jsonl')
    await exportAuditHeads(site.container, file)
    await tamper(`DELETE FROM "audit_leaves"; DELETE FROM "audit_nodes"; DELETE FROM "audit_tree_heads";
      UPDATE "audit_events" SET "objectId" = 'forged' WHERE "objectId" = 'c5';
      INSERT INTO "audit_unsealed" ("eventId") SELECT "id" FROM "audit_events" ORDER BY "id"`)
    const db = site.container.database.prisma
    const forged = await db.auditEvent.findFirstOrThrow({ where: { objectId: 'forged' } })
    await tamper(
      `UPDATE "audit_events" SET "hash" = '${auditHash(forged)}' WHERE "id" = '${forged.id}'`,
    )
    await sealAuditEvents(site.container)
    expect(await findings()).toEqual([])
    expect(await findings({ headsFile: file })).toEqual([
      { kind: 'keptHead', line: 1, problem: 'inconsistent' },
    ])
  })

  it('tell on a trail that was cut short, and are read with care', async () => {
    const file = fileOf('cut.jsonl')
    await exportAuditHeads(site.container, file)
    await tamper(`DELETE FROM "audit_tree_heads" WHERE "size" > 12; DELETE FROM "audit_leaves" WHERE "position" > 11;
      DELETE FROM "audit_nodes" WHERE ("index" + 1) * power(2, "level") > 12;
      DELETE FROM "audit_events" WHERE "id" NOT IN (SELECT "eventId" FROM "audit_leaves")`)
    expect(await findings()).toEqual([])
    const kept = readFileSync(file, 'utf8')
    const stranger = signingKey(Buffer.alloc(32, 9))
    const head = JSON.parse(kept)
    writeFileSync(
      file,
      [
        kept.trim(),
        'no JSON',
        JSON.stringify({ ...head, size: 24 }),
        JSON.stringify(stranger.sign(head)),
      ].join('\n'),
    )
    expect(await findings({ headsFile: file })).toEqual([
      { kind: 'keptHead', line: 1, problem: 'cutOff' },
      { kind: 'keptHead', line: 2, problem: 'unreadable' },
      { kind: 'keptHead', line: 3, problem: 'signature' },
      { kind: 'keptHead', line: 4, problem: 'key' },
    ])
  })
})
