import { MAX_FILES_PER_RESPONSE } from '~/domain/attachment/limits'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { canSeeAssignment } from '~/policies/assignment'
import { canDraft } from '~/policies/response'
import type { Scope } from '~/server/scope.server'
import { attachedFile } from './attached-files'

/**
 * The files of an answer, for those who work on it.
 *
 * @throws AppError notFound, also for who has no part in it
 */
export async function getResponseFiles(scope: Scope, responseId: string) {
  const response = isId(responseId)
    ? await scope.db.response.findUnique({
        where: { id: responseId },
        select: {
          id: true,
          status: true,
          departmentId: true,
          department: { select: { name: true } },
          topic: { select: { title: true, lang: true } },
          assignment: {
            select: {
              id: true,
              departments: {
                where: { state: { notIn: ['returned', 'withdrawn'] } },
                select: { departmentId: true },
              },
            },
          },
          attachments: {
            orderBy: { id: 'asc' },
            select: { ...attachedFile, responseVersion: true },
          },
        },
      })
    : null
  if (!response) throw new AppError('notFound')
  const { assignment, attachments, topic, department } = response
  const departmentIds = assignment.departments.map(({ departmentId }) => departmentId)
  if (!canSeeAssignment(scope.viewer, { departmentIds })) throw new AppError('notFound')
  return {
    id: response.id,
    assignmentId: assignment.id,
    topic,
    department: department.name,
    files: attachments,
    /** How many more it may have. */
    room: MAX_FILES_PER_RESPONSE - attachments.length,
    changeable: canDraft(scope.viewer, response),
  }
}
