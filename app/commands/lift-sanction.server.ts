import { AppError } from '~/domain/errors'
import { sanctionStanding } from '~/domain/moderation/sanction'
import type { Actor } from '~/domain/person/actor'
import { barToLift, sanctioningRole } from '~/policies/sanction'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { releaseNumbers } from './barred-number.server'
import { holdSanction, sanctionConflict, type SeenSanction } from './held-sanction.server'
import { tellPerson } from './tell-person.server'

/**
 * Takes a sanction back before its time, with the reason, which the person reads. It no longer counts against them.
 *
 * @throws AppError notFound; forbidden (`bar`); conflict where it was lifted meanwhile, or is over
 */
export async function liftSanction(
  scope: Scope,
  input: SeenSanction & { reason: string },
): Promise<void> {
  await transact(scope, async (tx) => {
    const { viewer, person, sanction } = await holdSanction(tx, scope, input, 'active')
    const bar = barToLift(viewer, person, sanction.step)
    if (bar) throw new AppError('forbidden', { bar })
    if (sanctionStanding(sanction, tx.now) === 'ended') {
      throw await sanctionConflict(tx, viewer, sanction.id)
    }
    await writeLifted(tx, viewer, sanction.id, input.reason)
    tx.audit({
      action: 'sanction.lifted',
      objectType: 'sanction',
      objectId: sanction.id,
      role: sanctioningRole(viewer),
      detail: { personId: person.personId, step: sanction.step, reason: input.reason },
    })
    await tellPerson(tx, person.personId, {
      key: 'sanction.told.lifted',
      always: true,
      params: { reason: input.reason },
    })
  })
}

/** Marks a sanction as taken back, and lets go of the telephone numbers that it kept out. */
export async function writeLifted(
  tx: Transaction,
  viewer: Actor,
  sanctionId: string,
  reason: string,
): Promise<void> {
  await tx.db.sanction.update({
    where: { id: sanctionId },
    data: {
      status: 'lifted',
      closedAt: tx.now,
      closedById: viewer.personId,
      closingNote: reason,
      version: { increment: 1 },
    },
  })
  await releaseNumbers(tx, sanctionId)
}
