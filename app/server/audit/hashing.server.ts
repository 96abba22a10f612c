import { createHash } from 'node:crypto'
import { canonicalEvent, type RecordedEvent } from '~/domain/audit/canonical-event'
import { leafHash, type Hash } from '~/domain/audit/merkle'

/** SHA-256 of the parts, one after another. */
export function sha256(...parts: Uint8Array[]): Hash {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** SHA-256, in hexadecimal, of an audit event's canonical form. */
export function auditHash(event: RecordedEvent): string {
  return createHash('sha256').update(canonicalEvent(event)).digest('hex')
}

/** The event's leaf in the tree. */
export function eventLeaf(event: RecordedEvent): Hash {
  return leafHash(sha256, Buffer.from(canonicalEvent(event)))
}
