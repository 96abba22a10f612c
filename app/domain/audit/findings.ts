/** What is wrong with an audit trail. Positions are those in the tree, from 0. */
export type AuditFinding =
  /** The event is not what was written, or not what was sealed. */
  | { kind: 'changed'; eventId: string; position?: number }
  /** An event that was recorded is there no more; or a leaf is not, and then nobody knows of which event. */
  | { kind: 'missing'; eventId?: string; position?: number }
  /** The event stands at another place than that at which it was sealed. */
  | { kind: 'reordered'; eventId: string; position: number; belongsAt: number }
  /** The leaves up to, not including, `end` are not those that were sealed. */
  | { kind: 'replaced'; position: number; end: number }
  /** The event waits to be sealed for too long, or was never to be sealed. */
  | { kind: 'unsealed'; eventId: string }
  /** A signed head does not fit: by its root, signature, key or time, or nothing is signed that far. */
  | { kind: 'head'; size: number; problem: 'root' | 'signature' | 'key' | 'time' | 'absent' }
  /** A head that was kept elsewhere, by its line in the file, does not fit. */
  | {
      kind: 'keptHead'
      line: number
      problem: 'unreadable' | 'signature' | 'key' | 'cutOff' | 'inconsistent'
    }

const MOST_OF_A_KIND = 100

/** Findings as they come: of each kind the first, and how many there are. */
export class AuditFindings {
  readonly named: AuditFinding[] = []
  readonly totals: Partial<Record<AuditFinding['kind'], number>> = {}

  add(finding: AuditFinding): void {
    const total = (this.totals[finding.kind] ?? 0) + 1
    this.totals[finding.kind] = total
    if (total <= MOST_OF_A_KIND) this.named.push(finding)
  }
}

/** A finding as a line of text, for the command line. */
export function findingLine(finding: AuditFinding): string {
  const { kind, ...facts } = finding
  return [`${kind}:`, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ')
}
