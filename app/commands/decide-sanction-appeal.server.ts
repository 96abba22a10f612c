import { AppError } from '~/domain/errors'
import type { SanctionAppealResult } from '~/domain/moderation/sanction-appeal'
import { paths } from '~/paths'
import { barToJudge, sanctioningRole } from '~/policies/sanction'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact } from '~/server/transact.server'
import { holdSanction, sanctionConflict } from './held-sanction.server'
import { writeLifted } from './lift-sanction.server'
import { tellPerson } from './tell-person.server'

const ACTIONS = {
  upheld: 'sanction.appealUpheld',
  lifted: 'sanction.appealLifted',
} as const satisfies Record<SanctionAppealResult, string>

/**
 * Ends an appeal against a sanction: 维持, or 解除 with effect from now. By somebody who had no hand in it; final, and
 * explained to the person.
 *
 * @throws AppError notFound; forbidden (`bar`); conflict where it was decided, or the sanction lifted, meanwhile
 */
export async function decideSanctionAppeal(
  scope: Scope,
  input: { sanctionId: string; result: SanctionAppealResult; explanation: string },
): Promise<void> {
  const { result, explanation } = input
  await transact(scope, async (tx) => {
    const { viewer, person, sanction } = await holdSanction(tx, scope, input, 'active')
    const bar = barToJudge(viewer, person, sanction)
    if (bar) throw new AppError('forbidden', { bar })
    if (!sanction.appeal) throw new AppError('notFound')
    if (sanction.appeal.result) throw await sanctionConflict(tx, viewer, sanction.id)
    await tx.db.sanctionAppeal.update({
      where: { sanctionId: sanction.id },
      data: { result, explanation, decidedById: viewer.personId, decidedAt: tx.now },
    })
    if (result === 'lifted') await writeLifted(tx, viewer, sanction.id, explanation)
    tx.audit({
      action: ACTIONS[result],
      objectType: 'sanction',
      objectId: sanction.id,
      role: sanctioningRole(viewer),
      detail: { personId: person.personId, step: sanction.step },
    })
    await tellPerson(tx, person.personId, {
      key: `sanction.told.appeal.${result}`,
      always: true,
      params: { link: siteAddress(scope.container, paths.ownSanction(sanction.id)) },
    })
  })
}
