import { constantTimeEqual, keyedHash } from '../keys.server'

/** The value with its signature, for a cookie. */
export function signValue(key: Buffer, value: string): string {
  return `${value}.${keyedHash(key, value)}`
}

/** The value whose signature holds, else undefined: an invented cookie reaches neither cache nor database. */
export function readSignedValue(key: Buffer, signed: string): string | undefined {
  const dot = signed.lastIndexOf('.')
  if (dot <= 0) return undefined
  const value = signed.slice(0, dot)
  return constantTimeEqual(signed, signValue(key, value)) ? value : undefined
}
