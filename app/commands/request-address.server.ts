import { limitRate } from '~/server/auth/rate-limit.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/**
 * Notes the address to which the viewer wants mail, and sends a link there that confirms it. Until then the former one
 * stays in use.
 *
 * @throws AppError tooManyRequests
 */
export async function requestAddress(scope: Scope, address: string): Promise<void> {
  const { personId } = requireOwner(scope)
  await limitRate(scope, { name: 'mail-address', limit: 5, windowSeconds: 3_600 }, personId)
  await transact(scope, async (tx) => {
    const pending = { pendingAddress: address, pendingAt: tx.now }
    await tx.db.mailbox.upsert({
      where: { personId },
      create: { personId, ...pending },
      update: pending,
    })
    const id = newId(tx.now.getTime())
    await tx.db.dispatch.create({
      data: {
        id,
        personId,
        channel: 'email',
        kind: 'confirm',
        key: `confirm:${id}`,
        createdAt: tx.now,
        nextAt: tx.now,
      },
    })
    tx.audit({ action: 'mailbox.requested', objectType: 'person', objectId: personId })
  })
}
