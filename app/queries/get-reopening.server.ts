import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { canAssign } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { getUsualTerm } from './get-usual-term.server'

/**
 * A request for 重新办理 with the answer and the rating that it comes from.
 *
 * @throws AppError notFound, also for who does not assign to the departments that answered
 */
export async function getReopening(scope: Scope, reopeningId: string) {
  const reopening = isId(reopeningId) ? await readReopening(scope, reopeningId) : null
  if (!reopening) throw new AppError('notFound')
  const { assignment, rating, ...asked } = reopening
  const departmentIds = assignment.departments.map(({ departmentId }) => departmentId)
  if (!canAssign(scope.viewer, departmentIds)) throw new AppError('notFound')
  const { evaluation, ...grades } = rating
  return {
    ...asked,
    rating: grades,
    response: {
      id: evaluation.responseId,
      html: evaluation.response.publishedVersion?.draft.html ?? '',
      department: evaluation.response.department.name,
      result: evaluation.response.publishedVersion?.declaredResult ?? null,
      publishedAt: evaluation.response.publishedAt,
    },
    topic: assignment.topic,
    assignmentId: assignment.id,
    departments: assignment.departments.map(({ department, part }) => ({
      name: department.name,
      part,
    })),
    /** The term of the new assignment, in working days. */
    workingDays: await getUsualTerm(scope.db, {
      categoryId: assignment.topic.categoryId,
      commentKind: assignment.comment?.kind ?? null,
    }),
    /** How many others wait for the same. */
    others: assignment.reopenings.filter(({ id }) => id !== asked.id).length,
  }
}

export type ReopeningDetail = Awaited<ReturnType<typeof getReopening>>

/** More who wait for the same are not counted. */
const OTHERS = 50

function readReopening(scope: Scope, id: string) {
  return scope.db.reopening.findUnique({
    where: { id },
    select: {
      id: true,
      reason: true,
      state: true,
      explanation: true,
      createdAt: true,
      decidedAt: true,
      version: true,
      person: { select: { displayName: true } },
      decidedBy: { select: { displayName: true } },
      rating: {
        select: {
          resolution: true,
          attitude: true,
          speed: true,
          reason: true,
          text: true,
          evaluation: {
            select: {
              responseId: true,
              response: {
                select: {
                  publishedAt: true,
                  department: { select: { name: true } },
                  publishedVersion: {
                    select: { declaredResult: true, draft: { select: { html: true } } },
                  },
                },
              },
            },
          },
        },
      },
      assignment: {
        select: {
          id: true,
          commentId: true,
          comment: { select: { kind: true } },
          topic: { select: { id: true, title: true, code: true, categoryId: true } },
          departments: {
            where: { state: 'answered' },
            orderBy: [{ part: 'asc' }, { departmentId: 'asc' }],
            select: { departmentId: true, part: true, department: { select: { name: true } } },
          },
          reopenings: { where: { state: 'waiting' }, select: { id: true }, take: OTHERS },
        },
      },
    },
  })
}
