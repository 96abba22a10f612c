import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { requireOwner } from './own-account.server'

/** Records that somebody took a copy of what is kept of the viewer. */
export async function recordDataExport(scope: Scope): Promise<void> {
  const { personId } = requireOwner(scope)
  await transact(scope, async (tx) => {
    tx.audit({ action: 'person.dataExported', objectType: 'person', objectId: personId })
  })
}
