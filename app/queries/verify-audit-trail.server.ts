import type { Db } from '~/server/db/database.server'
import { auditHash } from '~/server/transact.server'

/** An event whose content is no longer what was written. */
export interface ChangedEvent {
  id: string
  at: string
  action: string
}

export interface AuditVerification {
  checked: number
  /** The first of the changed ones, by id; the whole number beside them. */
  changed: ChangedEvent[]
  changedTotal: number
}

const BATCH = 1_000
const MOST_NAMED = 100

/** Computes the hash of every audit event again, a batch at a time by key: memory does not grow with the trail. */
export async function verifyAuditTrail(db: Db, batch: number = BATCH): Promise<AuditVerification> {
  const result: AuditVerification = { checked: 0, changed: [], changedTotal: 0 }
  for (let after = ''; ;) {
    const events = await db.auditEvent.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: batch,
    })
    for (const event of events) {
      result.checked += 1
      if (auditHash(event) === event.hash) continue
      result.changedTotal += 1
      if (result.changed.length < MOST_NAMED) {
        const { id, at, action } = event
        result.changed.push({ id, at: at.toISOString(), action })
      }
    }
    const last = events.at(-1)
    if (!last || events.length < batch) return result
    after = last.id
  }
}
