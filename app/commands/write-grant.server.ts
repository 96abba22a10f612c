import { AppError } from '~/domain/errors'
import { grantProblems, type GrantShape } from '~/domain/person/grant-shape'
import { newId } from '~/server/ids.server'
import { refuse, type Refusal } from '~/server/refusal'
import type { Transaction } from '~/server/transact.server'

/** A grant as an administrator gives it. */
export interface GivenGrant extends GrantShape {
  /** The verified words beside the name: 界别, 职称. */
  title: string | null
  /** The first instant at which it holds no more; null for one without an end. */
  until: Date | null
}

/**
 * Writes a grant in the caller's transaction, with its audit event, and drops the pages that name the people of
 * a studio. The caller has asked the policy.
 *
 * @throws AppError invalidInput for a grant of a wrong shape, or that has ended already: forms find both before
 */
export async function writeGrant(
  tx: Transaction,
  personId: string,
  grantedById: string,
  grant: GivenGrant,
): Promise<{ ok: true; grantId: string } | Refusal> {
  const [problem] = grantProblems(grant)
  if (problem) throw new AppError('invalidInput', { problem })
  if (grant.until && grant.until <= tx.now) throw new AppError('invalidInput', { field: 'until' })
  const gone = await bodyGone(tx, grant)
  if (gone) return gone

  const { role, duty, departmentId, studioId, title, until } = grant
  const same = await tx.db.grant.findFirst({
    where: {
      ...{ personId, role, duty, departmentId, studioId, revokedAt: null },
      OR: [{ until: null }, { until: { gt: tx.now } }],
    },
    select: { id: true },
  })
  if (same) return refuse('office', 'admin.grant.alreadyHeld')

  const grantId = newId(tx.now.getTime())
  const fields = { role, duty, departmentId, studioId, title, until }
  await tx.db.grant.create({
    data: { id: grantId, personId, grantedById, grantedAt: tx.now, ...fields },
  })
  tx.audit({
    action: 'grant.given',
    objectType: 'person',
    objectId: personId,
    role: 'admin',
    detail: { grantId, after: fields },
  })
  if (studioId) tx.touch('studios', `studio:${studioId}`)
  return { ok: true, grantId }
}

/** A department or studio that is not there, or closed down, takes nobody in. */
async function bodyGone(tx: Transaction, grant: GivenGrant): Promise<Refusal | null> {
  const { departmentId, studioId } = grant
  if (departmentId) {
    const department = await tx.db.department.findUnique({ where: { id: departmentId } })
    if (!department?.active) return refuse('departmentId', 'admin.error.choiceGone')
  }
  if (studioId) {
    const studio = await tx.db.studio.findUnique({ where: { id: studioId } })
    if (!studio?.active) return refuse('studioId', 'admin.error.choiceGone')
  }
  return null
}
