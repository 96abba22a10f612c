import { AppError } from '~/domain/errors'
import { deskDepartments } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { listPassages } from './list-passages.server'

/**
 * The templates and passages of one of the viewer's departments.
 *
 * @param departmentId the department, for who works for several; their first unless one is given
 * @throws AppError forbidden for who has no department; notFound for another's
 */
export async function getPassages(scope: Scope, departmentId?: string) {
  const own = deskDepartments(scope.viewer)
  if (own.length === 0) throw new AppError('forbidden', {}, { detail: 'no department' })
  const departments = await scope.db.department.findMany({
    where: { id: { in: own } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
  const department = departmentId
    ? departments.find(({ id }) => id === departmentId)
    : departments[0]
  if (!department) throw new AppError('notFound')
  return { department, departments, passages: await listPassages(scope, department.id) }
}
