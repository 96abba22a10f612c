import { AppError } from '~/domain/errors'
import type { TransactionDb } from '~/server/db/database.server'

export interface LastChange {
  /** The audit action, such as `response.drafted`. */
  what: string
  personId: string | null
  who: string | null
  at: Date
}

/** The newest act on an object, by the audit trail: who was faster when a version has moved on. */
export async function getLastChange(
  db: TransactionDb,
  objectType: string,
  objectId: string,
): Promise<LastChange | null> {
  const event = await db.auditEvent.findFirst({
    where: { objectType, objectId },
    orderBy: { id: 'desc' },
    select: { action: true, actorId: true, at: true },
  })
  if (!event) return null
  const person = event.actorId
    ? await db.person.findUnique({
        where: { id: event.actorId },
        select: { id: true, displayName: true },
      })
    : null
  return {
    what: event.action,
    personId: person?.id ?? null,
    who: person?.displayName ?? null,
    at: event.at,
  }
}

/**
 * The error for a write that named an older version: with `who` did what (`what`, an audit action) and when
 * (`at`, ISO), and whether it was the viewer themselves, in another window (`mine`, 0 or 1).
 */
export async function conflictOver(
  db: TransactionDb,
  objectType: string,
  objectId: string,
  viewerId: string,
): Promise<AppError> {
  const change = await getLastChange(db, objectType, objectId)
  return new AppError('conflict', {
    what: change?.what ?? '',
    who: change?.who ?? '',
    at: change?.at.toISOString() ?? '',
    mine: change?.personId === viewerId ? 1 : 0,
  })
}
