import { isHex, readTreeHead, type SignedTreeHead } from './tree-head'

/** The name and version of the format: a reader of another version refuses rather than guesses. */
export const RECEIPT_FORMAT = 'lianxin-receipt/1'

/**
 * The acts that are steps of a receipt: what its author may know of. What moderators do among themselves
 * (escalate, undo, a view of an appeal before it is decided) is none.
 */
export const RECEIPT_ACTIONS = [
  'comment.posted',
  'comment.edited',
  'comment.withdrawn',
  'comment.approved',
  'comment.rejected',
  'comment.returned',
  'comment.forwarded',
  'comment.decisionRevised',
  'appeal.filed',
  'appeal.upheld',
  'appeal.overturned',
] as const

export type ReceiptAction = (typeof RECEIPT_ACTIONS)[number]

/** A step with the proof that its event is in the log. Hashes in lower-case hexadecimal. */
export interface ProvenStep {
  /** The event in its canonical form (RFC 8785), character by character as it was sealed. */
  event: string
  /** Its leaf: SHA-256 of a zero byte and the event in UTF-8. */
  leafHash: string
  /** Its place among the leaves, from 0. */
  position: number
  /** RFC 9162, section 2.1.3: from the leaf to the root of `head`. */
  inclusion: string[]
}

/** An earlier signed head, and the proof that the tree of `head` begins with that one's (section 2.1.4). */
export interface EarlierHead {
  head: SignedTreeHead
  consistency: string[]
}

/** A receipt as a file: enough to check it with nothing but the site's public key. */
export interface ReceiptProof {
  format: typeof RECEIPT_FORMAT
  /** The address of the site. */
  site: string
  /** The receipt's number. */
  receipt: string
  /** When the file was made: ISO 8601, in UTC. */
  issuedAt: string
  head: SignedTreeHead
  steps: ProvenStep[]
  /** The last heads of the days since the first step: to be held against heads that were kept elsewhere. */
  earlierHeads: EarlierHead[]
}

/** Why a text is no receipt. */
export type ReceiptProblem = 'empty' | 'tooLarge' | 'notJson' | 'notReceipt' | 'otherVersion'

/** Much more than any receipt has: what is longer is not even parsed. */
export const RECEIPT_MAX_CHARACTERS = 250_000

/** A path of a tree with so many levels would hold more leaves than there can be. */
const MOST_HASHES = 64
const MOST_STEPS = 500
const MOST_HEADS = 64

/** Reads a receipt's file. Strict: what it does not know the meaning of it does not take for a receipt. */
export function readReceiptProof(text: string): ReceiptProof | ReceiptProblem {
  const trimmed = text.replace(/^\ufeff/, '').trim()
  if (trimmed === '') return 'empty'
  if (trimmed.length > RECEIPT_MAX_CHARACTERS) return 'tooLarge'
  let value: unknown
  try {
    value = JSON.parse(trimmed)
  } catch {
    return 'notJson'
  }
  if (!isMembers(value) || typeof value['format'] !== 'string') return 'notReceipt'
  if (value['format'] !== RECEIPT_FORMAT) {
    return value['format'].startsWith('lianxin-receipt/') ? 'otherVersion' : 'notReceipt'
  }
  const { site, receipt, issuedAt } = value
  const head = readTreeHead(value['head'])
  const steps = readAll(value['steps'], MOST_STEPS, readStep)
  const earlierHeads = readAll(value['earlierHeads'], MOST_HEADS, readEarlierHead)
  if (typeof site !== 'string' || typeof receipt !== 'string' || typeof issuedAt !== 'string') {
    return 'notReceipt'
  }
  if (!head || !steps || steps.length === 0 || !earlierHeads) return 'notReceipt'
  return { format: RECEIPT_FORMAT, site, receipt, issuedAt, head, steps, earlierHeads }
}

function readStep(value: unknown): ProvenStep | undefined {
  if (!isMembers(value)) return undefined
  const { event, leafHash, position } = value
  const inclusion = readAll(value['inclusion'], MOST_HASHES, readHash)
  if (typeof event !== 'string' || !isHex(leafHash, 32) || !inclusion) return undefined
  if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 0) {
    return undefined
  }
  return { event, leafHash, position, inclusion }
}

function readEarlierHead(value: unknown): EarlierHead | undefined {
  if (!isMembers(value)) return undefined
  const head = readTreeHead(value['head'])
  const consistency = readAll(value['consistency'], MOST_HASHES, readHash)
  return head && consistency ? { head, consistency } : undefined
}

const readHash = (value: unknown) => (isHex(value, 32) ? value : undefined)

/** Every element as read; undefined where one could not be, or there are too many. */
function readAll<T>(
  value: unknown,
  most: number,
  read: (element: unknown) => T | undefined,
): T[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined
  const elements: T[] = []
  for (const element of value as unknown[]) {
    const one = read(element)
    if (one === undefined) return undefined
    elements.push(one)
  }
  return elements
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
