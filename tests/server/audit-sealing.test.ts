import { describe, expect, it } from 'vitest'
import { sealAuditEvents } from '~/commands/seal-audit-events.server'
import { inclusionProofs, newestHead } from '~/server/audit/tree.server'
import { sha256 } from '~/server/audit/hashing.server'
import { isIncluded } from '~/domain/audit/merkle'
import { bytesOf } from '~/domain/audit/tree-head'
import { verifyAuditTrail } from '~/queries/verify-audit-trail.server'
import { transact } from '~/server/transact.server'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const query = <Row>(text: string) => site.container.database.query<Row>(text)

async function record(objectId: string, events = 1): Promise<void> {
  await transact(site.scope(), async (tx) => {
    for (let n = 0; n < events; n += 1) {
      tx.audit({ action: 'category.changed', objectType: 'category', objectId, detail: { n } })
    }
  })
}

const unsealed = async () => (await query(`SELECT 1 FROM "audit_unsealed"`)).rows.length

describe('sealing', () => {
  it('has nothing to do where nothing happened', async () => {
    expect(await sealAuditEvents(site.container)).toBe(0)
    expect(await newestHead(site.container.database)).toBeUndefined()
  })

  it('makes leaves batch by batch, each with a head, in the order of writing', async () => {
    for (let n = 0; n < 7; n += 1) await record(`c${n}`)
    expect(await sealAuditEvents(site.container, 3)).toBe(7)
    expect(await unsealed()).toBe(0)
    const { rows } = await query<{ objectId: string }>(
      `SELECT e."objectId" FROM "audit_leaves" l JOIN "audit_events" e ON e."id" = l."eventId" ORDER BY l."position"`,
    )
    expect(rows.map(({ objectId }) => objectId)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
    const heads = await query<{ size: number }>(
      `SELECT "size"::int AS "size" FROM "audit_tree_heads" ORDER BY "size"`,
    )
    expect(heads.rows.map(({ size }) => size)).toEqual([3, 6, 7])
  })

  it('finds an event that was written before others and committed after them', async () => {
    let commit = () => {}
    const held = new Promise<void>((resolve) => (commit = resolve))
    let started = () => {}
    const written = new Promise<void>((resolve) => (started = resolve))
    const isServer = site.container.database.kind === 'server'
    const late = site.container.database.transaction(async (_db, connection) => {
      await connection.query(`INSERT INTO "audit_events" ("id", "at", "action", "objectType", "objectId", "detail", "hash")
        VALUES ('00000000000000000000000000', '2020-01-01', 'topic.opened', 'topic', 'late', '{}', 'x')`)
      started()
      await held
    })
    await written
    // The embedded database has one transaction at a time: there nobody can be faster.
    if (isServer) {
      await record('early')
      expect(await sealAuditEvents(site.container)).toBe(1)
    }
    commit()
    await late
    if (!isServer) await record('early')
    expect(await sealAuditEvents(site.container)).toBe(isServer ? 1 : 2)
    expect(await unsealed()).toBe(0)
  })

  it('keeps what is sealed from being changed or emptied', async () => {
    for (const table of ['audit_leaves', 'audit_nodes', 'audit_tree_heads']) {
      await expect(query(`DELETE FROM ${table}`)).rejects.toThrow('append only')
      await expect(query(`TRUNCATE ${table}`)).rejects.toThrow('append only')
    }
    await expect(query(`UPDATE audit_leaves SET "position" = 99`)).rejects.toThrow('append only')
  })

  it('proves every leaf to the newest head from a few stored hashes', async () => {
    const { database } = site.container
    const head = (await newestHead(database))!
    const { rows } = await query<{ position: number; leafHash: Uint8Array }>(
      `SELECT "position"::int AS "position", "leafHash" FROM "audit_leaves"`,
    )
    const positions = rows.map(({ position }) => position)
    const proofs = await inclusionProofs(database, positions, head.size)
    for (const [at, { position, leafHash }] of rows.entries()) {
      const proof = proofs[at]!.map(bytesOf)
      const claim = { position, size: head.size, leaf: leafHash, proof }
      expect(isIncluded(sha256, { ...claim, root: bytesOf(head.rootHash) })).toBe(true)
    }
  })

  it('keeps up with fifty writers, while several seal: every event is there once', async () => {
    const before = Number((await newestHead(site.container.database))!.size)
    let writing = true
    const sealer = async () => {
      let sealed = 0
      while (writing || (await unsealed()) > 0) {
        sealed += await sealAuditEvents(site.container, 20)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return sealed
    }
    const sealers = [sealer(), sealer(), sealer()]
    await Promise.all(
      Array.from({ length: 50 }, async (_, writer) => {
        for (let n = 0; n < 4; n += 1) await record(`w${writer}-${n}`, (n % 3) + 1)
      }),
    )
    writing = false
    const sealed = (await Promise.all(sealers)).reduce((sum, count) => sum + count, 0)
    const written = 50 * (1 + 2 + 3 + 1)
    expect(sealed).toBe(written)
    const { rows } = await query<{ leaves: number; events: number; last: number }>(
      `SELECT count(l."eventId")::int AS "leaves", count(*)::int AS "events", max(l."position")::int AS "last"
         FROM "audit_events" e LEFT JOIN "audit_leaves" l ON l."eventId" = e."id"`,
    )
    const all = before + written
    expect(rows[0]).toEqual({ leaves: all, events: all, last: all - 1 })
    const verified = await verifyAuditTrail(site.container, { batch: 64 })
    // The event that was written past the program has no hash of its own.
    expect(verified.findings).toEqual([
      { kind: 'changed', eventId: '00000000000000000000000000', position: expect.any(Number) },
    ])
    expect(verified).toMatchObject({ events: all, sealed: all, head: { size: all } })
  })
})
