import { AppError } from '~/domain/errors'
import { isTermOf, sanctionEnd, suspends, type SanctionStep } from '~/domain/moderation/sanction'
import type { Actor } from '~/domain/person/actor'
import { STAFF_ROLES } from '~/domain/person/role'
import { paths } from '~/paths'
import { isSeniorReviewer } from '~/policies/moderation'
import { barToImpose, isForGood, sanctioningRole } from '~/policies/sanction'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact, type Transaction } from '~/server/transact.server'
import { barNumber } from './barred-number.server'
import { holdSanction, type SeenSanction } from './held-sanction.server'
import { countOtherAdministrators, type LockedHolder } from './lock-holder.server'
import { tellPerson } from './tell-person.server'

/**
 * Imposes a step that was proposed, as it was or another, with the reason that the person reads. It holds from now
 * on. A 审核组长 who finds that an account should be closed hands that on to an administrator instead: the proposal
 * is theirs then.
 *
 * @returns whether it holds now, or was handed on
 * @throws AppError notFound; forbidden (`bar`); invalidInput (`field` days); conflict where it was decided meanwhile
 */
export async function imposeSanction(
  scope: Scope,
  input: SeenSanction & { step: SanctionStep; days: number | null; reason: string },
): Promise<Outcome<{ did: 'imposed' | 'handedOn' }>> {
  const { step, days, reason } = input
  if (!isTermOf(step, days)) throw new AppError('invalidInput', { field: 'days' })
  return transact(scope, async (tx) => {
    const { viewer, person, sanction } = await holdSanction(tx, scope, input, 'proposed')
    const bar = barToImpose(viewer, person, step, sanction)
    if (bar && isForGood(step) && bar !== 'oneself' && isSeniorReviewer(viewer)) {
      await handOn(tx, viewer, input)
      return { ok: true, did: 'handedOn' }
    }
    if (bar) throw new AppError('forbidden', { bar })
    if (suspends(step) && person.roles.includes('admin')) {
      const others = await countOtherAdministrators(tx, person.personId)
      if (others === 0) return refuse('step', 'admin.bar.lastAdministrator')
    }
    await tx.db.sanction.update({
      where: { id: sanction.id },
      data: {
        status: 'active',
        step,
        days,
        reason,
        from: tx.now,
        until: sanctionEnd(days, tx.now),
        imposedById: viewer.personId,
        version: { increment: 1 },
      },
    })
    const sessionsEnded = await endSessions(tx, person, step)
    if (step === 'barred') await barNumber(tx, sanction.id, person.personId)
    tx.audit({
      action: 'sanction.imposed',
      objectType: 'sanction',
      objectId: sanction.id,
      role: sanctioningRole(viewer),
      detail: {
        personId: person.personId,
        before: { step: sanction.step, days: sanction.days },
        after: { step, days },
        reason,
        sessionsEnded,
      },
    })
    await tellPerson(tx, person.personId, {
      key: `sanction.told.${step}`,
      always: true,
      params: {
        n: days ?? 0,
        link: siteAddress(scope.container, paths.ownSanction(sanction.id)),
      },
    })
    return { ok: true, did: 'imposed' }
  })
}

/** The proposal is now a 审核组长's, and waits for an administrator. */
async function handOn(
  tx: Transaction,
  viewer: Actor,
  { sanctionId, step, reason }: { sanctionId: string; step: SanctionStep; reason: string },
): Promise<void> {
  await tx.db.sanction.update({
    where: { id: sanctionId },
    data: {
      step,
      days: null,
      reason,
      proposedById: viewer.personId,
      bySenior: true,
      version: { increment: 1 },
    },
  })
  tx.audit({
    action: 'sanction.handedOn',
    objectType: 'sanction',
    objectId: sanctionId,
    role: 'moderator',
    detail: { step, reason },
  })
}

/**
 * Who works here stops at once; an account that is closed is left by every device. Others keep their session, in
 * which no more is left than reading, appealing and their own data.
 */
async function endSessions(
  tx: Transaction,
  person: LockedHolder,
  step: SanctionStep,
): Promise<number> {
  const staff = STAFF_ROLES.some((role) => person.roles.includes(role))
  if (!isForGood(step) && !(staff && suspends(step))) return 0
  const { count } = await tx.db.session.deleteMany({ where: { personId: person.personId } })
  return count
}
