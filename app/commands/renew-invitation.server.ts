import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import type { Outcome } from '~/server/refusal'
import { refuse } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { sendInvitation, type Invited } from './invite-person.server'
import { lockHolder } from './lock-holder.server'

/**
 * Invites a person again whose invitation ran out or was lost: the earlier link stops working. Who has a
 * password already needs none, and recovers it by their telephone.
 *
 * @param input.origin scheme and host of the site, for the link
 * @throws AppError notFound
 */
export async function renewInvitation(
  scope: Scope,
  input: { personId: string; origin: string },
): Promise<Outcome<Invited>> {
  requireAdministrator(scope.viewer)
  return transact(scope, async (tx) => {
    const holder = await lockHolder(tx, input.personId)
    const person = await tx.db.person.findUniqueOrThrow({
      where: { id: holder.personId },
      select: { passwordHash: true, detail: { select: { phone: true } } },
    })
    if (holder.status !== 'active') return refuse('form', 'admin.bar.notActive')
    if (person.passwordHash !== null) return refuse('form', 'admin.invite.alreadyAccepted')
    if (!person.detail) throw new AppError('notFound')
    const { personId, displayName } = holder
    const invitation = await sendInvitation(tx, {
      ...{ personId, displayName, phone: person.detail.phone, origin: input.origin },
    })
    return { ok: true, personId, displayName, ...invitation }
  })
}
