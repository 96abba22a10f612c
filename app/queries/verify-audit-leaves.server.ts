import type { RecordedEvent } from '~/domain/audit/canonical-event'
import {
  explainLeaves,
  explainPairs,
  type StrangeLeaf,
  type StrangePair,
} from '~/domain/audit/explain-leaves'
import type { AuditFindings } from '~/domain/audit/findings'
import { completedBy, GrowingTree, sameHash, type Hash } from '~/domain/audit/merkle'
import { hexOf, type SignedTreeHead } from '~/domain/audit/tree-head'
import { auditHash, eventLeaf, sha256 } from '~/server/audit/hashing.server'
import { isSigned } from '~/server/audit/signing-key.server'
import { findHashes, headsAfter } from '~/server/audit/tree.server'
import type { Connection } from '~/server/db/transaction-connection.server'

/** So many leaves that do not fit are compared with one another, to tell moved ones from changed ones. */
const MOST_COMPARED = 64

type LeafRow = {
  position: number
  eventId: string
  leafHash: Uint8Array
  hash: string
} & (RecordedEvent | { id: null })

/**
 * Reckons the tree again up to its newest head, a batch at a time: every leaf from its event, every node and
 * every head from the leaves. Where a node does not fit it goes on from what is stored, so that each fault
 * is named once. Returns the number of leaves.
 */
export async function verifyAuditLeaves(
  connection: Connection,
  newest: SignedTreeHead | undefined,
  findings: AuditFindings,
  options: { batch: number; acceptedKeys: ReadonlySet<string> },
): Promise<number> {
  const size = newest?.size ?? 0
  const tree = new GrowingTree(sha256)
  const strange: StrangeLeaf[] = []
  const pairs: StrangePair[] = []
  let signedUntil = ''

  for (let from = 0; from < size; from += options.batch) {
    const end = Math.min(size, from + options.batch)
    const rows = new Map(
      (await readLeaves(connection, from, end)).map((row) => [row.position, row]),
    )
    const heads = new Map(
      (await headsAfter(connection, from, end, options.batch)).map((head) => [head.size, head]),
    )
    const positions = Array.from({ length: end - from }, (_, n) => from + n)
    const storedNode = await findHashes(connection, positions.flatMap(completedBy))
    for (const position of positions) {
      const row = rows.get(position)
      checkLeaf(row, position, findings, strange)
      const completed = tree.append(row?.leafHash ?? new Uint8Array(32))
      const wrong = completed.find((node) => !isSame(storedNode(node), node.hash))
      if (wrong) {
        const before = rows.get(position - 1)
        const node = storedNode(wrong)
        const width = 2 ** wrong.level
        if (wrong.level === 1 && (!row || !before)) {
          // The missing leaf is named already.
        } else if (wrong.level === 1 && row && before && node && pairs.length < MOST_COMPARED / 2) {
          pairs.push({
            node,
            leaves: [before, row].map(({ leafHash, ...leaf }) => ({ ...leaf, stored: leafHash })),
          })
        } else {
          findings.add({ kind: 'replaced', position: wrong.index * width, end: position + 1 })
        }
        const top = completed.at(-1)
        const kept = top && storedNode(top)
        if (kept) tree.replaceNewest(kept)
      }
      const head = heads.get(tree.size)
      if (head) {
        checkHead(head, hexOf(tree.root()), signedUntil, findings, options.acceptedKeys)
        signedUntil = head.at
      }
    }
  }
  for (const finding of [...explainLeaves(strange), ...explainPairs(sha256, pairs)]) {
    findings.add(finding)
  }
  return size
}

async function readLeaves(connection: Connection, from: number, end: number): Promise<LeafRow[]> {
  const { rows } = await connection.query<LeafRow>(
    `SELECT l."position"::float8 AS "position", l."eventId", l."leafHash", e."id", e."at", e."actorId",
            e."actorRole"::text, e."action", e."objectType", e."objectId", e."addressHash", e."requestId",
            e."detail", e."hash"
       FROM "audit_leaves" l LEFT JOIN "audit_events" e ON e."id" = l."eventId"
      WHERE l."position" >= $1::text::bigint AND l."position" < $2::text::bigint`,
    [String(from), String(end)],
  )
  return rows
}

function checkLeaf(
  row: LeafRow | undefined,
  position: number,
  findings: AuditFindings,
  strange: StrangeLeaf[],
): void {
  if (!row) return findings.add({ kind: 'missing', position })
  const { eventId, leafHash } = row
  if (row.id === null) return findings.add({ kind: 'missing', eventId, position })
  const ofEvent = eventLeaf(row)
  if (sameHash(ofEvent, leafHash)) {
    if (auditHash(row) !== row.hash) findings.add({ kind: 'changed', eventId, position })
  } else if (strange.length < MOST_COMPARED) {
    strange.push({ position, eventId, ofEvent, stored: leafHash })
  } else {
    findings.add({ kind: 'changed', eventId, position })
  }
}

function checkHead(
  head: SignedTreeHead,
  root: string,
  signedUntil: string,
  findings: AuditFindings,
  acceptedKeys: ReadonlySet<string>,
): void {
  const { size } = head
  if (head.rootHash !== root) findings.add({ kind: 'head', size, problem: 'root' })
  if (!acceptedKeys.has(head.publicKey)) findings.add({ kind: 'head', size, problem: 'key' })
  if (!isSigned(head)) findings.add({ kind: 'head', size, problem: 'signature' })
  if (head.at < signedUntil) findings.add({ kind: 'head', size, problem: 'time' })
}

function isSame(stored: Hash | undefined, reckoned: Hash): boolean {
  return stored !== undefined && sameHash(stored, reckoned)
}
