import { AppError } from '~/domain/errors'
import { isAddressToken } from '~/server/mail/mail-links.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/**
 * Puts the address in use to which the link was sent. Whoever wanted no mails at the address before wants them at
 * this one: the page says so.
 *
 * @throws AppError notFound for a link that is not the viewer's, or is too old
 */
export async function confirmAddress(scope: Scope, token: string): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, async (tx) => {
    const mailbox = await tx.db.mailbox.findUnique({ where: { personId } })
    const { pendingAddress, pendingAt } = mailbox ?? {}
    if (!mailbox || !pendingAddress || !pendingAt) throw new AppError('notFound')
    const pending = { personId, pendingAddress, pendingAt }
    if (!isAddressToken(scope.container.keys, pending, token, tx.now))
      throw new AppError('notFound')
    await tx.db.mailbox.update({
      where: { personId },
      data: {
        address: pendingAddress,
        confirmedAt: tx.now,
        pendingAddress: null,
        pendingAt: null,
        ...(mailbox.frequency === 'none' && { frequency: 'atOnce' as const }),
      },
    })
    tx.audit({ action: 'mailbox.confirmed', objectType: 'person', objectId: personId })
  })
}
