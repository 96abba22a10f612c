import { AppError } from '~/domain/errors'
import { barToLift, sanctioningRole } from '~/policies/sanction'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { holdSanction, type SeenSanction } from './held-sanction.server'

/**
 * Ends a proposal without a sanction. What it rested on is not proposed again; the person is not told, as nothing
 * happened to them.
 *
 * @param input.note why, for colleagues
 * @throws AppError notFound; forbidden (`bar`); conflict where it was decided meanwhile
 */
export async function dismissSanction(
  scope: Scope,
  input: SeenSanction & { note: string },
): Promise<void> {
  await transact(scope, async (tx) => {
    const { viewer, person, sanction } = await holdSanction(tx, scope, input, 'proposed')
    const bar = barToLift(viewer, person, sanction.step)
    if (bar) throw new AppError('forbidden', { bar })
    await tx.db.sanction.update({
      where: { id: sanction.id },
      data: {
        status: 'dismissed',
        closedAt: tx.now,
        closedById: viewer.personId,
        closingNote: input.note,
        version: { increment: 1 },
      },
    })
    tx.audit({
      action: 'sanction.dismissed',
      objectType: 'sanction',
      objectId: sanction.id,
      role: sanctioningRole(viewer),
      detail: { personId: person.personId, step: sanction.step, reason: input.note },
    })
  })
}
