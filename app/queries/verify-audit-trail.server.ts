import type { RecordedEvent } from '~/domain/audit/canonical-event'
import { AuditFindings, type AuditFinding } from '~/domain/audit/findings'
import type { SignedTreeHead } from '~/domain/audit/tree-head'
import { auditHash } from '~/server/audit/hashing.server'
import { newestHead } from '~/server/audit/tree.server'
import type { Container } from '~/server/container.server'
import type { Connection } from '~/server/db/transaction-connection.server'
import { verifyAuditLeaves } from './verify-audit-leaves.server'
import { verifyKeptHeads } from './verify-kept-heads.server'

export interface AuditVerification {
  events: number
  sealed: number
  keptHeads: number
  /** The newest head; null while nothing is sealed. */
  head: SignedTreeHead | null
  /** Of each kind the first; the whole numbers beside them. */
  findings: AuditFinding[]
  totals: AuditFindings['totals']
}

export interface VerifyOptions {
  /** A file of heads that were kept elsewhere, JSON lines. */
  headsFile?: string | undefined
  /** Public keys with which earlier heads were signed, besides the present one. */
  earlierKeys?: readonly string[] | undefined
  batch?: number
  /** An event that waits for longer is named. */
  sealedWithinSeconds?: number
}

/**
 * Holds the whole audit trail against its tree: every event against its leaf, leaves against nodes and signed
 * heads, and the newest head against those that were kept elsewhere. A batch at a time by key: memory does
 * not grow with the trail.
 */
export async function verifyAuditTrail(
  { database, keys }: Pick<Container, 'database' | 'keys'>,
  options: VerifyOptions = {},
): Promise<AuditVerification> {
  const { headsFile, earlierKeys = [], batch = 1_000, sealedWithinSeconds = 60 } = options
  const findings = new AuditFindings()
  const acceptedKeys = new Set([keys.auditHeads.publicKey, ...earlierKeys])
  const newest = await newestHead(database)
  const sealed = await verifyAuditLeaves(database, newest, findings, { batch, acceptedKeys })
  await findUnsigned(database, findings)
  await findVanished(database, findings)
  const events = await verifyUnsealed(database, findings, batch, sealedWithinSeconds)
  const keptHeads = headsFile
    ? await verifyKeptHeads(database, headsFile, newest, findings, acceptedKeys)
    : 0
  const { named, totals } = findings
  return { events, sealed, keptHeads, head: newest ?? null, findings: named, totals }
}

/** Leaves beyond every head. */
async function findUnsigned(connection: Connection, findings: AuditFindings): Promise<void> {
  const { rows } = await connection.query<{ end: number | null }>(
    `SELECT max("position")::float8 + 1 AS "end" FROM "audit_leaves"
      WHERE "position" >= coalesce((SELECT max("size") FROM "audit_tree_heads"), 0)`,
  )
  const end = rows[0]?.end
  if (end) findings.add({ kind: 'head', size: end, problem: 'absent' })
}

/** Events that were to be sealed, and are not there any more. */
async function findVanished(connection: Connection, findings: AuditFindings): Promise<void> {
  const { rows } = await connection.query<{ eventId: string }>(
    `SELECT u."eventId" FROM "audit_unsealed" u
      WHERE NOT EXISTS (SELECT 1 FROM "audit_events" e WHERE e."id" = u."eventId") ORDER BY u."seq" LIMIT 1000`,
  )
  for (const { eventId } of rows) findings.add({ kind: 'missing', eventId })
}

/** Looks for events without a leaf among all there are. Returns how many there are. */
async function verifyUnsealed(
  connection: Connection,
  findings: AuditFindings,
  batch: number,
  sealedWithinSeconds: number,
): Promise<number> {
  let events = 0
  for (let after = ''; ;) {
    const { rows } = await connection.query<{ id: string; sealed: boolean; waits: boolean }>(
      `SELECT e."id", l."eventId" IS NOT NULL AS "sealed",
              coalesce(u."since" > now() - make_interval(secs => $3::text::int), false) AS "waits"
         FROM (SELECT "id" FROM "audit_events" WHERE "id" > $1 ORDER BY "id" LIMIT $2::text::int) e
         LEFT JOIN "audit_leaves" l ON l."eventId" = e."id"
         LEFT JOIN "audit_unsealed" u ON u."eventId" = e."id" AND l."eventId" IS NULL
        ORDER BY e."id"`,
      [after, String(batch), String(sealedWithinSeconds)],
    )
    events += rows.length
    const open = rows.filter(({ sealed }) => !sealed)
    for (const { id, waits } of open) {
      if (!waits) findings.add({ kind: 'unsealed', eventId: id })
    }
    if (open.length > 0) {
      const ids = open.map(({ id }) => id)
      for (const event of await readEvents(connection, ids)) {
        if (auditHash(event) !== event.hash) findings.add({ kind: 'changed', eventId: event.id })
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < batch) return events
    after = last.id
  }
}

async function readEvents(
  connection: Connection,
  ids: readonly string[],
): Promise<Array<RecordedEvent & { hash: string }>> {
  const { rows } = await connection.query<RecordedEvent & { hash: string }>(
    `SELECT "id", "at", "actorId", "actorRole"::text, "action", "objectType", "objectId", "addressHash",
            "requestId", "detail", "hash"
       FROM "audit_events" WHERE "id" IN (SELECT jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify(ids)],
  )
  return rows
}
