import { barToGrant, requireAdministrator } from '~/policies/administration'
import type { Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { lockHolder, refuseBar } from './lock-holder.server'
import { writeGrant, type GivenGrant } from './write-grant.server'

/**
 * Gives a person a role, with its duty, bound to a department or studio as the role asks.
 *
 * @throws AppError forbidden for one's own person; notFound; invalidInput for a grant of a wrong shape
 */
export async function grantRole(
  scope: Scope,
  input: { personId: string; grant: GivenGrant },
): Promise<Outcome<{ grantId: string }>> {
  const viewer = requireAdministrator(scope.viewer)
  return transact(scope, async (tx) => {
    const holder = await lockHolder(tx, input.personId)
    const bar = barToGrant(viewer, holder, input.grant.role)
    if (bar) return refuseBar(bar, 'office')
    return writeGrant(tx, holder.personId, viewer.personId, input.grant)
  })
}
