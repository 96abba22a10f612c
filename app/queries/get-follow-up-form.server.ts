import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { isOfficialOf } from '~/policies/response'
import type { Scope } from '~/server/scope.server'

/**
 * A published answer of which the viewer's department writes down a 回访.
 *
 * @throws AppError notFound for what is no published answer, and for who is not of its department
 */
export async function getFollowUpForm(scope: Scope, responseId: string) {
  const found = isId(responseId)
    ? await scope.db.evaluation.findUnique({
        where: { responseId },
        select: {
          departmentId: true,
          response: {
            select: {
              assignmentId: true,
              department: { select: { name: true } },
              topic: { select: { title: true } },
            },
          },
        },
      })
    : null
  if (!found || !isOfficialOf(scope.viewer, found.departmentId)) throw new AppError('notFound')
  const { assignmentId, department, topic } = found.response
  return { responseId, assignmentId, department: department.name, title: topic.title }
}
