import { AppError } from '~/domain/errors'
import { delegationProblem } from '~/domain/response/delegation'
import { paths } from '~/paths'
import { canArrange, deskDepartments } from '~/policies/assignment'
import { listColleagues } from '~/queries/list-colleagues.server'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact } from '~/server/transact.server'
import { tellPerson } from './tell-person.server'

export interface DelegationInput {
  departmentId: string
  fromId: string
  toId: string
  /** The first day begins, and the day after the last one. */
  startsAt: Date
  endsAt: Date
  reason: string
}

/**
 * Lets a colleague of the same department stand in for an official: meanwhile they have the official's duties there
 * as well. Who drafted still does not sign.
 *
 * @throws AppError forbidden for who arranges neither their own absence nor the department's work; notFound for who
 *   is no colleague
 */
export async function delegateDesk(
  scope: Scope,
  input: DelegationInput,
): Promise<Outcome<{ id: string }>> {
  const { viewer } = scope
  const { departmentId, fromId, toId, startsAt, endsAt, reason } = input
  const ownAbsence = viewer?.personId === fromId && deskDepartments(viewer).includes(departmentId)
  if (!viewer || !(ownAbsence || canArrange(viewer, departmentId))) {
    throw new AppError('forbidden', {}, { detail: 'delegate' })
  }
  return transact(scope, async (tx) => {
    // The row's lock lets one delegation of a person through at a time.
    await tx.query(`SELECT "id" FROM "people" WHERE "id" = $1 FOR UPDATE`, [fromId])
    const colleagues = await listColleagues(tx.db, departmentId, tx.now)
    const [from, to] = [fromId, toId].map((id) => colleagues.find((each) => each.id === id))
    if (!from || !to) throw new AppError('notFound')
    const others = await tx.db.delegation.findMany({
      where: { fromId, departmentId, endedAt: null, endsAt: { gt: tx.now } },
      select: { startsAt: true, endsAt: true },
    })
    const problem = delegationProblem(input, others, tx.now)
    if (problem) {
      return refuse(problem === 'oneself' ? 'toId' : 'endsOn', `delegation.problem.${problem}`)
    }
    const id = newId(tx.now.getTime())
    await tx.db.delegation.create({
      data: {
        id,
        departmentId,
        fromId,
        toId,
        startsAt,
        endsAt,
        reason,
        createdById: viewer.personId,
        createdAt: tx.now,
      },
    })
    tx.audit({
      action: 'delegation.given',
      objectType: 'delegation',
      objectId: id,
      detail: {
        departmentId,
        fromId,
        toId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        reason,
      },
    })
    await tellPerson(tx, toId, {
      key: 'assignment.text.delegated',
      params: {
        from: from.name,
        start: startsAt,
        end: new Date(endsAt.getTime() - 1),
        link: siteAddress(scope.container, paths.desk()),
      },
    })
    return { ok: true, id }
  })
}
