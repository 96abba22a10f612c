import {
  consistencyPath,
  foldPeaks,
  inclusionPath,
  peaks,
  resolvePath,
  sameHash,
  type Hash,
  type Subtree,
} from '~/domain/audit/merkle'
import { bytesOf, hexOf, type SignedTreeHead } from '~/domain/audit/tree-head'
import type { Connection } from '../db/transaction-connection.server'
import { sha256 } from './hashing.server'

// Reads the tree of the audit trail: a few rows for a root or a proof, however long the trail is.

interface HeadRow {
  size: number
  rootHash: Uint8Array
  at: Date
  signature: Uint8Array
  publicKey: Uint8Array
}

const HEAD_COLUMNS = `"size"::float8 AS "size", "rootHash", "at", "signature", "publicKey"`

function headOf(row: HeadRow): SignedTreeHead {
  return {
    size: row.size,
    rootHash: hexOf(row.rootHash),
    at: new Date(row.at).toISOString(),
    signature: hexOf(row.signature),
    publicKey: hexOf(row.publicKey),
  }
}

/** The newest head; undefined while nothing is sealed. */
export async function newestHead(connection: Connection): Promise<SignedTreeHead | undefined> {
  const { rows } = await connection.query<HeadRow>(
    `SELECT ${HEAD_COLUMNS} FROM "audit_tree_heads" ORDER BY "audit_tree_heads"."size" DESC LIMIT 1`,
  )
  return rows[0] && headOf(rows[0])
}

/** The heads above a size up to another, the smallest first. */
export async function headsAfter(
  connection: Connection,
  after: number,
  upTo: number,
  limit: number,
): Promise<SignedTreeHead[]> {
  const { rows } = await connection.query<HeadRow>(
    `SELECT ${HEAD_COLUMNS} FROM "audit_tree_heads" h
      WHERE h."size" > $1::text::bigint AND h."size" <= $2::text::bigint ORDER BY h."size" LIMIT $3::text::int`,
    [after, upTo, limit].map(String),
  )
  return rows.map(headOf)
}

/** The heads above a size that were the last of their day in Shanghai, and the newest of all. */
export async function lastHeadsOfDays(
  connection: Connection,
  after: number,
  limit: number,
): Promise<SignedTreeHead[]> {
  const { rows } = await connection.query<HeadRow>(
    `SELECT ${HEAD_COLUMNS} FROM "audit_tree_heads" h
      WHERE h."size" > $1::text::bigint AND NOT EXISTS (
        SELECT 1 FROM "audit_tree_heads" later WHERE later."size" > h."size"
           AND later."at" < date_trunc('day', h."at" AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'
             + interval '1 day')
      ORDER BY h."size" LIMIT $2::text::int`,
    [after, limit].map(String),
  )
  return rows.map(headOf)
}

/** The last head of each of so many days in Shanghai, from the day of a time on; days without one are left out. */
export async function headsAtDayEnds(
  connection: Connection,
  from: Date,
  days: number,
): Promise<SignedTreeHead[]> {
  // A step down an index for each day, however many heads there are.
  const { rows } = await connection.query<HeadRow>(
    `SELECT DISTINCT ON (h."size") h.*
       FROM generate_series(0, $2::text::int - 1) AS "day"
      CROSS JOIN LATERAL (
        SELECT date_trunc('day', $1::text::timestamptz AT TIME ZONE 'Asia/Shanghai')
                 + "day" * interval '1 day' AS "starts") d
      CROSS JOIN LATERAL (
        SELECT ${HEAD_COLUMNS} FROM "audit_tree_heads"
         WHERE "at" >= d."starts" AT TIME ZONE 'Asia/Shanghai'
           AND "at" < (d."starts" + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
         ORDER BY "at" DESC, "audit_tree_heads"."size" DESC LIMIT 1) h
      ORDER BY h."size"`,
    [from.toISOString(), String(days)],
  )
  return rows.map(headOf)
}

/** The hashes of complete subtrees, those that there are. */
export async function findHashes(
  connection: Connection,
  subtrees: readonly Subtree[],
): Promise<(subtree: Subtree) => Hash | undefined> {
  const { rows } = await connection.query<{ level: number; index: number; hash: Uint8Array }>(
    `WITH asked AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS a("level" int, "index" bigint))
     SELECT a."level", a."index"::float8 AS "index", n."hash"
       FROM asked a JOIN "audit_nodes" n ON n."level" = a."level" AND n."index" = a."index"
     UNION ALL
     SELECT a."level", a."index"::float8, l."leafHash"
       FROM asked a JOIN "audit_leaves" l ON l."position" = a."index" WHERE a."level" = 0`,
    [JSON.stringify(subtrees)],
  )
  const found = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return ({ level, index }) => found.get(`${level}/${index}`)
}

/** The hashes of complete subtrees. Throws BrokenTreeError where one is asked for that is missing. */
async function readHashes(
  connection: Connection,
  subtrees: readonly Subtree[],
): Promise<(subtree: Subtree) => Hash> {
  const find = await findHashes(connection, subtrees)
  return (subtree) => {
    const hash = find(subtree)
    if (!hash) throw new BrokenTreeError(`the subtree ${subtree.level}/${subtree.index} is missing`)
    return hash
  }
}

/** What is stored of the tree does not fit together: `npm run audit:verify` says where. */
export class BrokenTreeError extends Error {
  override name = 'BrokenTreeError'
}

/** The hashes of the peaks below a head. Throws BrokenTreeError where they do not give its root. */
export async function readPeaks(
  connection: Connection,
  head: Pick<SignedTreeHead, 'size' | 'rootHash'>,
): Promise<Hash[]> {
  const subtrees = peaks(head.size)
  const hashOf = await readHashes(connection, subtrees)
  const hashes = subtrees.map(hashOf)
  if (!sameHash(foldPeaks(sha256, hashes), bytesOf(head.rootHash))) {
    throw new BrokenTreeError(`the tree does not fit its head at ${head.size}`)
  }
  return hashes
}

/** The proofs, in hexadecimal, that leaves are in the tree of a size. */
export async function inclusionProofs(
  connection: Connection,
  positions: readonly number[],
  size: number,
): Promise<string[][]> {
  const paths = positions.map((position) => inclusionPath(position, size))
  const hashOf = await readHashes(connection, paths.flat(2))
  return paths.map((path) => resolvePath(sha256, path, hashOf).map(hexOf))
}

/** The proof that the tree of a size begins with that of an earlier one. */
export async function consistencyProof(
  connection: Connection,
  earlier: number,
  later: number,
): Promise<Hash[]> {
  const path = consistencyPath(earlier, later)
  return resolvePath(sha256, path, await readHashes(connection, path.flat()))
}
