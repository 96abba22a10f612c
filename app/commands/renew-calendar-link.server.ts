import { randomBytes } from 'node:crypto'
import { AppError } from '~/domain/errors'
import { holds } from '~/domain/person/actor'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/**
 * Gives the official a secret address for their calendar program. The address before it opens nothing any more.
 *
 * @throws AppError forbidden for who is no official
 */
export async function renewCalendarLink(scope: Scope): Promise<void> {
  const { viewer } = scope
  if (!holds(viewer, 'official')) throw new AppError('forbidden')
  const { personId } = viewer
  const nonce = randomBytes(16).toString('base64url')
  await transact(scope, async (tx) => {
    const link = { nonce, createdAt: tx.now }
    await tx.db.calendarLink.upsert({
      where: { personId },
      create: { personId, ...link },
      update: link,
    })
    tx.audit({ action: 'calendarLink.renewed', objectType: 'person', objectId: personId })
  })
}

/** Ends the viewer's secret address. Doing it twice changes nothing. */
export async function revokeCalendarLink(scope: Scope): Promise<void> {
  const personId = scope.viewer?.personId
  if (!personId) throw new AppError('signInRequired')
  await transact(scope, async (tx) => {
    const { count } = await tx.db.calendarLink.deleteMany({ where: { personId } })
    if (count === 0) return
    tx.audit({ action: 'calendarLink.revoked', objectType: 'person', objectId: personId })
  })
}
