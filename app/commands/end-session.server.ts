import { AppError } from '~/domain/errors'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/** A SHA-256 in hexadecimal: nothing else names a session. */
const SESSION_KEY = /^[0-9a-f]{64}$/

/** Ends one of the viewer's sessions on another device. Throws notFound for one that is not theirs. */
export async function endSession(scope: Scope, input: { sessionId: string }): Promise<void> {
  const { personId } = requireOwner(scope)
  if (!SESSION_KEY.test(input.sessionId)) throw new AppError('notFound')
  await transact(scope, async (tx) => {
    const { count } = await tx.db.session.deleteMany({ where: { id: input.sessionId, personId } })
    if (count === 0) throw new AppError('notFound')
    tx.audit({ action: 'session.revoked', objectType: 'person', objectId: personId })
  })
}

/** Ends all of the viewer's sessions but this one, and returns how many there were. */
export async function endOtherSessions(scope: Scope): Promise<number> {
  const { personId, sessionId } = requireOwner(scope)
  return transact(scope, async (tx) => {
    const { count } = await tx.db.session.deleteMany({
      where: { personId, id: { not: sessionId } },
    })
    if (count > 0) {
      tx.audit({
        action: 'session.othersRevoked',
        objectType: 'person',
        objectId: personId,
        detail: { count },
      })
    }
    return count
  })
}
