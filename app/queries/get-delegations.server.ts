import { AppError } from '~/domain/errors'
import { holds } from '~/domain/person/actor'
import { isId } from '~/domain/shared/id'
import { canArrange, deskDepartments } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { listColleagues } from '~/queries/list-colleagues.server'

/**
 * Who stands in for whom in a department, and who is in charge of how much there.
 *
 * @param wanted the department; without one the first of the viewer's own
 * @throws AppError notFound for a department that is not the viewer's, unless they administer
 */
export async function getDelegations(scope: Scope, wanted: string | undefined) {
  const { viewer, now } = scope
  if (!viewer) throw new AppError('forbidden')
  const own = deskDepartments(viewer)
  const departmentId = wanted ?? own[0] ?? ''
  if (!isId(departmentId) || !(own.includes(departmentId) || holds(viewer, 'admin'))) {
    throw new AppError('notFound')
  }
  const department = await scope.db.department.findUnique({
    where: { id: departmentId },
    select: { id: true, name: true },
  })
  if (!department) throw new AppError('notFound')
  const arranges: boolean = canArrange(viewer, departmentId)
  const [departments, colleagues, delegations, inCharge] = await Promise.all([
    scope.db.department.findMany({
      where: { id: { in: own } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    listColleagues(scope.db, departmentId, now),
    scope.db.delegation.findMany({
      where: { departmentId, endedAt: null, endsAt: { gt: now } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        startsAt: true,
        endsAt: true,
        reason: true,
        from: { select: { id: true, displayName: true } },
        to: { select: { displayName: true } },
      },
    }),
    arranges ? listInCharge(scope, departmentId) : [],
  ])
  return {
    department,
    departments,
    colleagues,
    inCharge,
    arranges,
    own: own.includes(departmentId),
    viewerId: viewer.personId,
    delegations: delegations.map((each) => ({
      ...each,
      current: each.startsAt <= now,
      mayEnd: arranges || each.from.id === viewer.personId,
    })),
  }
}

export type Delegations = Awaited<ReturnType<typeof getDelegations>>

/** Who is in charge of open matters of the department, those who have left included. */
async function listInCharge(scope: Scope, departmentId: string) {
  return scope.db.$queryRaw<Array<{ id: string; name: string; count: number }>>`
    SELECT h."id", h."displayName" AS "name", count(*)::int AS "count"
      FROM "assignment_departments" p JOIN "people" h ON h."id" = p."handlerId"
     WHERE p."departmentId" = ${departmentId} AND p."closedAt" IS NULL
     GROUP BY h."id" ORDER BY count(*) DESC, h."id"`
}
