import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { inForce } from './grant-view.server'
import { readBodyPeople, type BodyPerson } from './body-people.server'

export interface DepartmentAdmin {
  id: string
  name: string
  shortName: string
  districtId: string | null
  telephone: string | null
  active: boolean
  version: number
  people: BodyPerson[]
  /** Assignments that the department has not answered yet. */
  openAssignments: number
}

/** A department with those who work in it. @throws AppError notFound */
export async function getDepartmentAdmin(scope: Scope, id: string): Promise<DepartmentAdmin> {
  requireAdministrator(scope.viewer)
  const department = await scope.db.department.findUnique({
    where: { id },
    omit: { createdAt: true },
  })
  if (!department) throw new AppError('notFound')
  const [people, openAssignments] = await Promise.all([
    readBodyPeople(scope, { departmentId: id, ...inForce(scope.now) }),
    scope.db.assignmentDepartment.count({ where: { departmentId: id, closedAt: null } }),
  ])
  return { ...department, people, openAssignments }
}
