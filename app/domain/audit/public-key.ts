import { hexOf, isHex } from './tree-head'

/** RFC 8410: what stands before the 32 bytes of an Ed25519 public key in its usual encoding. */
const PREFIX = '302a300506032b6570032100'

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/**
 * A public key (Ed25519) as people hand it on: 64 hexadecimal digits, base64 of the 32 bytes or of their DER
 * encoding, or PEM. In lower-case hexadecimal; undefined where it is none.
 */
export function readPublicKey(text: string): string | undefined {
  const bare = text.replace(/-----(?:BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s+/g, '')
  const lower = bare.toLowerCase()
  if (isHex(lower, 32)) return lower
  const standard = bare.replaceAll('-', '+').replaceAll('_', '/')
  if (!BASE64.test(standard) || standard.length > 100) return undefined
  const hex = decode(standard)
  if (hex === undefined) return undefined
  const key = hex.startsWith(PREFIX) ? hex.slice(PREFIX.length) : hex
  return isHex(key, 32) ? key : undefined
}

function decode(base64: string): string | undefined {
  try {
    return hexOf(Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0)))
  } catch {
    return undefined
  }
}
