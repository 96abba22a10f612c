import type { RecordedEvent } from '~/domain/audit/canonical-event'
import { GrowingTree } from '~/domain/audit/merkle'
import { hexOf } from '~/domain/audit/tree-head'
import { auditHash, eventLeaf, sha256 } from '~/server/audit/hashing.server'
import { newestHead, readPeaks } from '~/server/audit/tree.server'
import type { Container } from '~/server/container.server'
import type { Connection } from '~/server/db/transaction-connection.server'

const BATCH = 1_000

/** Held while sealing: of several processes one seals, the others come again later. */
const LOCK = 6_741_230_002

/**
 * Makes leaves of the audit events that are none yet, in the order in which they were written, batch by batch
 * until none is left, each batch with its signed head. Writers never wait for it. Returns how many were sealed;
 * none while another process seals.
 *
 * @throws BrokenTreeError where the stored tree does not fit its newest head: nothing is built on that
 */
export async function sealAuditEvents(
  container: Pick<Container, 'database' | 'keys' | 'clock' | 'log'>,
  batch: number = BATCH,
): Promise<number> {
  let sealed = 0
  while (await isAnythingUnsealed(container)) {
    const count = await container.database.transaction((_db, connection) =>
      sealBatch(container, connection, batch),
    )
    sealed += count
    if (count < batch) return sealed
  }
  return sealed
}

/** Asked without a transaction: most of the time there is nothing. */
async function isAnythingUnsealed({ database }: Pick<Container, 'database'>): Promise<boolean> {
  const { rows } = await database.query(`SELECT 1 FROM "audit_unsealed" LIMIT 1`)
  return rows.length > 0
}

async function sealBatch(
  { keys, clock, log }: Pick<Container, 'keys' | 'clock' | 'log'>,
  connection: Connection,
  batch: number,
): Promise<number> {
  const { rows: lock } = await connection.query<{ mine: boolean }>(
    `SELECT pg_try_advisory_xact_lock(${LOCK}) AS "mine"`,
  )
  if (!lock[0]?.mine) return 0
  // An event that vanished before it was sealed leaves its row here, for audit:verify to name.
  const { rows: events } = await connection.query<RecordedEvent & { hash: string; seq: string }>(
    `SELECT u."seq"::text, e."id", e."at", e."actorId", e."actorRole"::text, e."action", e."objectType",
            e."objectId", e."addressHash", e."requestId", e."detail", e."hash"
       FROM "audit_unsealed" u JOIN "audit_events" e ON e."id" = u."eventId"
      ORDER BY u."seq" LIMIT $1::text::int`,
    [String(batch)],
  )
  if (events.length === 0) return 0
  const head = await newestHead(connection)
  const tree = head
    ? new GrowingTree(sha256, head.size, await readPeaks(connection, head))
    : new GrowingTree(sha256)
  const leaves: Array<{ position: number; eventId: string; leafHash: string }> = []
  const nodes: Array<{ level: number; index: number; hash: string }> = []
  for (const event of events) {
    // Sealed as it is found: the hash that it was written with still tells on it.
    if (auditHash(event) !== event.hash) log.error({ eventId: event.id }, 'an event was changed')
    const leaf = eventLeaf(event)
    leaves.push({ position: tree.size, eventId: event.id, leafHash: hexOf(leaf) })
    for (const { hash, ...subtree } of tree.append(leaf)) {
      nodes.push({ ...subtree, hash: hexOf(hash) })
    }
  }
  const signed = keys.auditHeads.sign({
    size: tree.size,
    rootHash: hexOf(tree.root()),
    at: clock().toISOString(),
  })
  await connection.query(SEAL, [
    JSON.stringify(leaves),
    JSON.stringify(nodes),
    JSON.stringify([signed]),
    JSON.stringify(events.map(({ seq }) => ({ seq }))),
  ])
  return events.length
}

const SEAL = `
  WITH leaves AS (
    INSERT INTO "audit_leaves" ("position", "eventId", "leafHash")
    SELECT l."position", l."eventId", decode(l."leafHash", 'hex')
      FROM jsonb_to_recordset($1::jsonb) AS l("position" bigint, "eventId" text, "leafHash" text)
  ), nodes AS (
    INSERT INTO "audit_nodes" ("level", "index", "hash")
    SELECT n."level", n."index", decode(n."hash", 'hex')
      FROM jsonb_to_recordset($2::jsonb) AS n("level" int, "index" bigint, "hash" text)
  ), head AS (
    INSERT INTO "audit_tree_heads" ("size", "rootHash", "at", "signature", "publicKey")
    SELECT h."size", decode(h."rootHash", 'hex'), h."at", decode(h."signature", 'hex'), decode(h."publicKey", 'hex')
      FROM jsonb_to_recordset($3::jsonb) AS h("size" bigint, "rootHash" text, "at" timestamptz, "signature" text,
        "publicKey" text)
  )
  DELETE FROM "audit_unsealed" WHERE "seq" IN (
    SELECT u."seq" FROM jsonb_to_recordset($4::jsonb) AS u("seq" bigint))`
