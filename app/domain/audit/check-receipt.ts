import { canonicalJson } from './canonical'
import { isConsistent, isIncluded, leafHash, type Sha256 } from './merkle'
import { readReceiptProof, type ProvenStep, type ReceiptProblem } from './receipt-proof'
import type { ReceiptProof } from './receipt-proof'
import { bytesOf, hexOf, treeHeadText, type SignedTreeHead } from './tree-head'

/** What checking needs of the machine that it runs on. */
export interface CheckCrypto {
  sha256: Sha256
  isSignatureOf(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
}

/** What the reader knows from elsewhere than the file. */
export interface KnownElsewhere {
  /** The site's public key, in hexadecimal. */
  publicKey?: string | undefined
  /** Heads that were kept elsewhere. */
  heads?: readonly SignedTreeHead[] | undefined
}

/** Why a step is not what the log holds: its words, whose step it is, or its place. */
export type StepProblem = 'form' | 'subject' | 'changed' | 'place'

export interface CheckedStep {
  /** From 1, in the order of the file. */
  number: number
  position: number
  /** What the event says; null where that cannot be read. */
  action: string | null
  at: string | null
  problem: StepProblem | null
}

/** Null: there was nothing to hold it against. */
type Holds = boolean | null

export interface ReceiptReport {
  /** All that could be checked holds. */
  holds: boolean
  receipt: string
  site: string
  head: SignedTreeHead
  steps: CheckedStep[]
  /** The head is signed with the key that it names. */
  signature: boolean
  /** That key is the one that the reader knows. */
  key: Holds
  /** The log only grew since the earlier heads in the file. */
  growth: Holds
  /** The heads that the reader kept are those in the file. */
  kept: Holds
  /** Of the kept heads so many are of a size that the file knows. */
  keptCompared: number
}

/** What came of checking a file: a report, or why it is no receipt. */
export type CheckedReceipt =
  { kind: 'report'; report: ReceiptReport } | { kind: 'unreadable'; problem: ReceiptProblem }

/**
 * Checks a receipt's file with nothing but itself and what the reader knows from elsewhere. Never throws for
 * what the file holds.
 */
export function checkReceipt(
  text: string,
  crypto: CheckCrypto,
  known: KnownElsewhere = {},
): CheckedReceipt {
  const proof = readReceiptProof(text)
  if (typeof proof === 'string') return { kind: 'unreadable', problem: proof }
  const { head, earlierHeads } = proof
  const steps = proof.steps.map((step, at) => checkStep(proof, step, at + 1, crypto.sha256))
  const signature = isSigned(head, crypto)
  const key = known.publicKey === undefined ? null : head.publicKey === known.publicKey
  const growth = earlierHeads.length === 0 ? null : hasOnlyGrown(proof, crypto)
  const { kept, keptCompared } = compareKept(proof, known.heads ?? [])
  const holds =
    signature && [key, growth, kept].every((each) => each !== false) && steps.every(isWhole)
  const { receipt, site } = proof
  const report = { holds, receipt, site, head, steps, signature, key, growth, kept, keptCompared }
  return { kind: 'report', report }
}

const isWhole = ({ problem }: CheckedStep) => problem === null

function isSigned(head: SignedTreeHead, crypto: CheckCrypto): boolean {
  const message = new TextEncoder().encode(treeHeadText(head))
  return crypto.isSignatureOf(bytesOf(head.publicKey), message, bytesOf(head.signature))
}

function checkStep(
  { receipt, head }: ReceiptProof,
  step: ProvenStep,
  number: number,
  sha256: Sha256,
): CheckedStep {
  const { position } = step
  const event = readEvent(step.event)
  const told = { number, position, action: event?.action ?? null, at: event?.at ?? null }
  if (!event) return { ...told, problem: 'form' }
  if (event.objectId !== receipt) return { ...told, problem: 'subject' }
  const leaf = leafHash(sha256, new TextEncoder().encode(step.event))
  if (hexOf(leaf) !== step.leafHash) return { ...told, problem: 'changed' }
  const included = isIncluded(sha256, {
    position,
    size: head.size,
    leaf,
    proof: step.inclusion.map(bytesOf),
    root: bytesOf(head.rootHash),
  })
  return { ...told, problem: included ? null : 'place' }
}

/** What of an event is told; undefined where the text is none in its canonical form. */
function readEvent(text: string): { action: string; at: string; objectId: string } | undefined {
  try {
    const event: unknown = JSON.parse(text)
    if (canonicalJson(event) !== text || typeof event !== 'object' || !event) return undefined
    const { action, at, objectId } = event as Record<string, unknown>
    if (typeof action !== 'string' || typeof at !== 'string' || typeof objectId !== 'string') {
      return undefined
    }
    return Number.isNaN(Date.parse(at)) ? undefined : { action, at, objectId }
  } catch {
    return undefined
  }
}

function hasOnlyGrown({ head, earlierHeads }: ReceiptProof, crypto: CheckCrypto): boolean {
  const rootOf = ({ size, rootHash }: SignedTreeHead) => ({ size, root: bytesOf(rootHash) })
  return earlierHeads.every(
    ({ head: earlier, consistency }) =>
      earlier.publicKey === head.publicKey &&
      isSigned(earlier, crypto) &&
      isConsistent(crypto.sha256, {
        earlier: rootOf(earlier),
        later: rootOf(head),
        proof: consistency.map(bytesOf),
      }),
  )
}

/** Two heads of one size must have one root: else two trees were shown to two people. */
function compareKept(
  { head, earlierHeads }: ReceiptProof,
  keptHeads: readonly SignedTreeHead[],
): { kept: Holds; keptCompared: number } {
  const roots = new Map(
    [head, ...earlierHeads.map((each) => each.head)].map((each) => [each.size, each.rootHash]),
  )
  const comparable = keptHeads.filter(({ size }) => roots.has(size))
  const same = comparable.every(({ size, rootHash }) => roots.get(size) === rootHash)
  return { kept: comparable.length === 0 ? null : same, keptCompared: comparable.length }
}
