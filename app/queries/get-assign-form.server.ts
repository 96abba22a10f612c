import { AppError } from '~/domain/errors'
import { dueDate } from '~/domain/response/due'
import { isId } from '~/domain/shared/id'
import { assignableDepartments } from '~/policies/assignment'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { getUsualTerm } from './get-usual-term.server'

/**
 * What is needed to assign a topic, or one comment of it: the matter itself, who may be asked, who was asked
 * already, and the usual term.
 *
 * @throws AppError forbidden for who assigns nothing; notFound
 */
export async function getAssignForm(
  scope: Scope,
  subject: { topicId?: string; commentId?: string },
) {
  const reach = assignableDepartments(scope.viewer)
  if (reach === null) throw new AppError('forbidden')
  const comment = subject.commentId ? await readComment(scope, subject.commentId) : null
  const topicId = comment?.topicId ?? subject.topicId
  const topic = topicId && isId(topicId) ? await readTopic(scope, topicId) : null
  if (!topic || topic.stage === 'closed') throw new AppError('notFound')

  const departments = await scope.db.department.findMany({
    where: { active: true, ...(reach !== 'all' && { id: { in: reach } }) },
    orderBy: [{ name: 'asc' }],
    select: { id: true, name: true, district: { select: { name: true } } },
  })
  const before = await scope.db.assignment.findMany({
    where: { topicId: topic.id, commentId: comment?.id ?? null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      assignedAt: true,
      dueAt: true,
      answeredAt: true,
      closedAt: true,
      assignedBy: { select: { displayName: true } },
      departments: {
        orderBy: [{ part: 'asc' }, { departmentId: 'asc' }],
        select: { part: true, state: true, department: { select: { id: true, name: true } } },
      },
    },
  })
  const workingDays = await getUsualTerm(scope.db, {
    categoryId: topic.categoryId,
    commentKind: comment?.kind ?? null,
  })
  const calendar = await loadCalendar(scope.container)
  return {
    topic,
    comment,
    departments,
    before,
    workingDays,
    due: dueDate(scope.now, workingDays, calendar),
    /** The viewer may ask one department alone, their own. */
    bound: reach !== 'all',
    /** So many people ask for the same as the comment that leads them; 1 where it leads nobody. */
    groupSize: comment?.leadOf?.size ?? 1,
  }
}

export type AssignForm = Awaited<ReturnType<typeof getAssignForm>>

async function readTopic(scope: Scope, id: string) {
  return scope.db.topic.findUnique({
    where: { id },
    select: {
      id: true,
      code: true,
      title: true,
      question: true,
      stage: true,
      categoryId: true,
      studio: { select: { name: true } },
    },
  })
}

async function readComment(scope: Scope, id: string) {
  const comment = isId(id)
    ? await scope.db.comment.findFirst({
        where: { id, status: 'published' },
        select: {
          id: true,
          topicId: true,
          voice: true,
          authorTitle: true,
          kind: true,
          stance: true,
          lang: true,
          createdAt: true,
          author: { select: { displayName: true } },
          leadOf: { select: { size: true } },
          currentRevision: { select: { html: true } },
        },
      })
    : null
  if (!comment) throw new AppError('notFound')
  return comment
}
