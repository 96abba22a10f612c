import { holds } from '~/domain/person/actor'
import type { Scope } from '~/server/scope.server'

export interface StaffCounts {
  moderation?: number
  desk?: number
}

/** What waits for the viewer in the areas where they work. Kept counts and short index scans, never the whole. */
export async function getStaffCounts(scope: Scope): Promise<StaffCounts> {
  const counts: StaffCounts = {}
  if (holds(scope.viewer, 'moderator')) {
    const waiting = await scope.db.queueCount.aggregate({
      where: { view: 'pending' },
      _sum: { count: true },
    })
    counts.moderation = waiting._sum.count ?? 0
  }
  if (holds(scope.viewer, 'official')) {
    const departmentIds = scope.viewer.grants.flatMap((grant) =>
      grant.role === 'official' && grant.departmentId ? [grant.departmentId] : [],
    )
    const open = await scope.db.assignmentDepartment.findMany({
      where: { departmentId: { in: departmentIds }, closedAt: null },
      select: { assignmentId: true },
      take: 100,
    })
    counts.desk = open.length
  }
  return counts
}
