import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/**
 * Withdraws the viewer's consent. Their number is used for signing in alone from then on: no text
 * messages, and it counts as not confirmed, so that they cannot speak (后台实名) until they consent and
 * confirm it again. What they said before stays.
 */
export async function withdrawConsent(scope: Scope): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, async (tx) => {
    const given = await tx.db.consent.findMany({ where: { personId, withdrawnAt: null } })
    if (given.length === 0) return
    await tx.db.consent.updateMany({
      where: { personId, withdrawnAt: null },
      data: { withdrawnAt: tx.now },
    })
    await tx.db.person.updateMany({
      // Visitors of the demo share its people: what one of them tries must not silence the next.
      where: { id: personId, persona: null },
      data: { phoneConfirmedAt: null, textMessages: false, version: { increment: 1 } },
    })
    tx.audit({
      action: 'consent.withdrawn',
      objectType: 'person',
      objectId: personId,
      detail: { versions: given.map((consent) => consent.version) },
    })
  })
}
