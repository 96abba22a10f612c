import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { AuditFindings } from '~/domain/audit/findings'
import { isConsistent } from '~/domain/audit/merkle'
import { bytesOf, readTreeHead, type SignedTreeHead } from '~/domain/audit/tree-head'
import { sha256 } from '~/server/audit/hashing.server'
import { isSigned } from '~/server/audit/signing-key.server'
import { BrokenTreeError, consistencyProof } from '~/server/audit/tree.server'
import type { Connection } from '~/server/db/transaction-connection.server'

/**
 * Holds heads that were kept elsewhere, one a line of JSON, against the newest: each must be signed, and the tree
 * must begin with the tree that it was the head of. Returns how many there are.
 */
export async function verifyKeptHeads(
  connection: Connection,
  file: string,
  newest: SignedTreeHead | undefined,
  findings: AuditFindings,
  acceptedKeys: ReadonlySet<string>,
): Promise<number> {
  let line = 0
  for await (const text of createInterface({ input: createReadStream(file, 'utf8') })) {
    line += 1
    if (text.trim() === '') continue
    const kept = readTreeHead(parseJson(text))
    if (!kept) findings.add({ kind: 'keptHead', line, problem: 'unreadable' })
    else if (!isSigned(kept)) findings.add({ kind: 'keptHead', line, problem: 'signature' })
    else if (!acceptedKeys.has(kept.publicKey)) {
      findings.add({ kind: 'keptHead', line, problem: 'key' })
    } else if (!newest || kept.size > newest.size) {
      findings.add({ kind: 'keptHead', line, problem: 'cutOff' })
    } else if (!(await isBeginning(connection, kept, newest))) {
      findings.add({ kind: 'keptHead', line, problem: 'inconsistent' })
    }
  }
  return line
}

async function isBeginning(
  connection: Connection,
  kept: SignedTreeHead,
  newest: SignedTreeHead,
): Promise<boolean> {
  try {
    return isConsistent(sha256, {
      earlier: { size: kept.size, root: bytesOf(kept.rootHash) },
      later: { size: newest.size, root: bytesOf(newest.rootHash) },
      proof: await consistencyProof(connection, kept.size, newest.size),
    })
  } catch (error) {
    if (error instanceof BrokenTreeError) return false
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
