import type { AuditFinding } from './findings'
import { nodeHash, sameHash, type Hash, type Sha256 } from './merkle'

/** A leaf whose event is another than the one that was sealed there. */
export interface StrangeLeaf {
  position: number
  eventId: string
  /** The leaf that the event would be. */
  ofEvent: Hash
  /** The leaf that is stored. */
  stored: Hash
}

/** Two neighbours below a node that is not theirs. */
export interface StrangePair {
  leaves: ReadonlyArray<{ position: number; eventId: string; stored: Hash }>
  /** The node above, as it was stored when both were sealed. */
  node: Hash
}

/** An event whose leaf is found at another place was moved; the others were changed. */
export function explainLeaves(leaves: readonly StrangeLeaf[]): AuditFinding[] {
  return leaves.map(({ position, eventId, ofEvent }) => {
    const place = leaves.find(({ stored }) => sameHash(stored, ofEvent))
    return place
      ? { kind: 'reordered', eventId, position, belongsAt: place.position }
      : { kind: 'changed', eventId, position }
  })
}

/** Leaves that give the node of another place were moved there from it; the others were replaced. */
export function explainPairs(sha256: Sha256, pairs: readonly StrangePair[]): AuditFinding[] {
  const all = pairs.flatMap(({ leaves }) => leaves)
  return pairs.flatMap(({ leaves, node }): AuditFinding[] => {
    const start = leaves[0]?.position ?? 0
    for (const left of all) {
      for (const right of all) {
        if (!sameHash(nodeHash(sha256, left.stored, right.stored), node)) continue
        return [left, right].flatMap(({ position, eventId }, side): AuditFinding[] =>
          position === start + side
            ? []
            : [{ kind: 'reordered', eventId, position, belongsAt: start + side }],
        )
      }
    }
    return [{ kind: 'replaced', position: start, end: start + 2 }]
  })
}
