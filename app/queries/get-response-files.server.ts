import { MAX_FILES_PER_RESPONSE } from '~/domain/attachment/limits'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { canSeeAssignment } from '~/policies/assignment'
import { canCorrect, canDraft } from '~/policies/response'
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
            select: { ...attachedFile, responseVersion: true, leaves: true, removedVersion: true },
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
    files: attachments.filter(({ removedVersion }) => removedVersion === null),
    /** Taken out by a correction: for those who work on the answer, the public gets them no more. */
    removed: attachments.filter(({ removedVersion }) => removedVersion !== null),
    /** How many more it may have. */
    room: MAX_FILES_PER_RESPONSE - attachments.filter(countsAsPresent).length,
    changeable: canDraft(scope.viewer, response),
    /** It is public: what changes it is a correction, which the viewer may begin. */
    correctable: canCorrect(scope.viewer, response),
  }
}

function countsAsPresent(file: { leaves: boolean; removedVersion: number | null }): boolean {
  return !file.leaves && file.removedVersion === null
}
