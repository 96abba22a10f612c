import { changedFieldNames, fieldChanges } from '~/domain/audit/changes'
import { AppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'
import type { Role } from '~/domain/person/role'
import type { Transaction } from '~/server/transact.server'

/** The registers whose entries an administrator keeps, by the type that the audit trail names them by. */
export type RegisterType =
  | 'department'
  | 'studio'
  | 'studioType'
  | 'category'
  | 'district'
  | 'rejectionReason'
  | 'dueRule'
  | 'setting'

type Fields = Readonly<Record<string, unknown>>

/**
 * Records what somebody, mostly an administrator, changed of an entry: `created` with all fields, else those that differ, as
 * `deactivated`, `reactivated` or `changed`. Nothing is recorded where nothing differs.
 *
 * @returns whether anything changed
 */
export function recordEntryChange(
  tx: Transaction,
  entry: { type: RegisterType; id: string },
  before: Fields | null,
  after: Fields,
  role: Role = 'admin',
): boolean {
  const changes = before ? fieldChanges(before, after) : { after }
  if (Object.keys(changes.after).length === 0) return false
  tx.audit({
    action: `${entry.type}.${changeVerb(before, after)}`,
    objectType: entry.type,
    objectId: entry.id,
    role,
    detail: { ...changes },
  })
  return true
}

function changeVerb(before: Fields | null, after: Fields): string {
  if (!before) return 'created'
  if (before['active'] === true && after['active'] === false) return 'deactivated'
  if (before['active'] === false && after['active'] === true) return 'reactivated'
  return 'changed'
}

/**
 * The error for who decided on a version that is no longer the present one: who was faster, when, and which
 * fields (`what`, their names joined by commas), from the audit trail.
 */
export async function entryConflict(
  tx: Pick<Transaction, 'db'>,
  viewer: Actor,
  objectType: string,
  objectId: string,
): Promise<AppError> {
  const last = await tx.db.auditEvent.findFirst({
    where: { objectType, objectId },
    orderBy: { id: 'desc' },
    select: { actorId: true, at: true, action: true, detail: true },
  })
  const actor = last?.actorId
    ? await tx.db.person.findUnique({
        where: { id: last.actorId },
        select: { displayName: true },
      })
    : null
  return new AppError('conflict', {
    who: actor?.displayName ?? '',
    what: changedFieldNames(last?.detail).join(','),
    at: last?.at.toISOString() ?? '',
    action: last?.action ?? '',
    mine: last?.actorId === viewer.personId ? 1 : 0,
  })
}
