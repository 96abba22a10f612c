import { PRIVACY_VERSION } from '~/domain/account/consent'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/** Records the viewer's consent to the privacy page as it stands. Given before and not withdrawn, it stays. */
export async function giveConsent(scope: Scope): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, async (tx) => {
    const key = { personId, version: PRIVACY_VERSION }
    const known = await tx.db.consent.findUnique({ where: { personId_version: key } })
    if (known && !known.withdrawnAt) return
    await tx.db.consent.upsert({
      where: { personId_version: key },
      create: { id: newId(tx.now.getTime()), ...key, givenAt: tx.now },
      update: { givenAt: tx.now, withdrawnAt: null },
    })
    tx.audit({
      action: 'consent.given',
      objectType: 'person',
      objectId: personId,
      detail: { version: PRIVACY_VERSION },
    })
  })
}
