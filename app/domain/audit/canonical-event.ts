import { canonicalJson } from './canonical'

/**
 * An audit event. The detail says what changed: `before`, `after`, and where they apply `rule`, `reason`,
 * `queue`, `waitedMs` and `tookMs`.
 */
export interface RecordedEvent {
  id: string
  at: Date
  actorId: string | null
  actorRole: string | null
  action: string
  objectType: string
  objectId: string
  addressHash: string | null
  requestId: string | null
  detail: unknown
}

/** The one way to write an event: what its hash is of, and its leaf in the tree. */
export function canonicalEvent(event: RecordedEvent): string {
  const { id, at, actorId, actorRole, action, objectType, objectId } = event
  const { addressHash, requestId, detail } = event
  return canonicalJson({
    id,
    at: at.toISOString(),
    actorId,
    actorRole,
    action,
    objectType,
    objectId,
    addressHash,
    requestId,
    detail,
  })
}
