import { canonicalJson } from './canonical'

/** The root of the tree at a size, and when it was sealed. Hashes, signatures and keys in hexadecimal. */
export interface TreeHead {
  size: number
  rootHash: string
  /** ISO 8601, in UTC. */
  at: string
}

export interface SignedTreeHead extends TreeHead {
  /** Ed25519 of `treeHeadText`. */
  signature: string
  publicKey: string
}

/** What is signed. The name keeps the signature from meaning anything else. */
export function treeHeadText({ size, rootHash, at }: TreeHead): string {
  return canonicalJson({ tree: 'lianxin-audit/1', size, rootHash, at })
}

const HEX = /^(?:[0-9a-f]{2})+$/

/** A head as it stands in a file of JSON lines or in a proof; undefined where it is none. */
export function readTreeHead(value: unknown): SignedTreeHead | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { size, rootHash, at, signature, publicKey } = value as Record<string, unknown>
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1) return undefined
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(at)) return undefined
  if (!isHex(rootHash, 32) || !isHex(signature, 64) || !isHex(publicKey, 32)) return undefined
  return { size, rootHash, at, signature, publicKey }
}

/** Whether a value is so many bytes in lower-case hexadecimal. */
export function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && HEX.test(value)
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param text pairs of hexadecimal digits */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
