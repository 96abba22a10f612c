import { AppError } from '~/domain/errors'
import type { PartActName } from '~/domain/response/part-acts'
import { assignableDepartments } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { getPartActs } from './get-part-acts.server'
import { listColleagues } from './list-colleagues.server'

/**
 * What the form of one act needs: the part, and to whom it can be given.
 *
 * @throws AppError notFound, also for who has no part in it; forbidden for an act that is somebody else's
 */
export async function getActForm(
  scope: Scope,
  place: { assignmentId: string; departmentId: string | undefined; act: PartActName },
) {
  const { act } = place
  const { parts, title, code, assignmentId } = await getPartActs(scope, place.assignmentId)
  const part = parts.find(({ departmentId }) => departmentId === place.departmentId)
  if (!part) throw new AppError('notFound')
  const obstacles = part.obstacles[act] ?? []
  if (!part.acts.includes(act) && obstacles.length === 0) {
    throw new AppError('forbidden', {}, { detail: act })
  }
  const passesOn = act === 'reassign' || act === 'decide-return'
  const joint = part.part === 'lead' ? parts.filter((each) => each.part === 'joint') : []
  return {
    assignmentId,
    title,
    code,
    part,
    obstacles,
    successors: passesOn
      ? await listSuccessors(
          scope,
          parts.map(({ departmentId }) => departmentId),
          joint.filter(({ state }) => state === 'assigned' || state === 'handling'),
        )
      : [],
    colleagues:
      act === 'handler' ? await listColleagues(scope.db, part.departmentId, scope.now) : [],
  }
}

export type ActFormFacts = Awaited<ReturnType<typeof getActForm>>

/** Departments without a part so far, and those that join, who may come to lead. */
async function listSuccessors(
  scope: Scope,
  asked: readonly string[],
  joint: ReadonlyArray<{ departmentId: string }>,
) {
  const reach = assignableDepartments(scope.viewer)
  if (reach === null) return []
  const taken = asked.filter((id) => !joint.some(({ departmentId }) => departmentId === id))
  return scope.db.department.findMany({
    where: { active: true, id: { notIn: taken, ...(reach !== 'all' && { in: reach }) } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}
