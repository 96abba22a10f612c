import { randomBytes } from 'node:crypto'
import { constantTimeEqual, keyedHash } from '../keys.server'

const PAD_BYTES = 16

/**
 * The session's token against cross-site requests, masked anew for each page, so that compression
 * gives nothing of it away.
 */
export function csrfToken(key: Buffer, sessionId: string): string {
  const pad = randomBytes(PAD_BYTES).toString('base64url')
  return `${pad}.${keyedHash(key, `${pad} ${sessionId}`)}`
}

export function isCsrfToken(key: Buffer, sessionId: string, token: string): boolean {
  const [pad, hash, ...rest] = token.split('.')
  if (!pad || !hash || rest.length > 0) return false
  return constantTimeEqual(hash, keyedHash(key, `${pad} ${sessionId}`))
}
