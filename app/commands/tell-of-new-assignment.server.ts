import { lastDay } from '~/domain/response/due'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import type { Scope } from '~/server/scope.server'
import type { Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { authorsAssigned } from './authors-concerned.server'
import { tellDepartment } from './tell-of-assignment.server'

/**
 * Tells of a matter that was just assigned: the departments by text message, and those whose words they are by notice.
 *
 * @param toldOtherwise authors who hear of it by what they asked for
 */
export async function tellOfNewAssignment(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  assignmentId: string,
  toldOtherwise: readonly string[] = [],
): Promise<void> {
  const assignment = await tx.db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: {
      id: true,
      topicId: true,
      commentId: true,
      assignedById: true,
      dueAt: true,
      topic: { select: { title: true } },
      departments: {
        orderBy: [{ part: 'asc' }, { departmentId: 'asc' }],
        select: { departmentId: true, handlerId: true, department: { select: { name: true } } },
      },
    },
  })
  const { topicId, commentId, departments } = assignment
  const matter = { id: assignmentId, title: assignment.topic.title }
  for (const part of departments) {
    await tellDepartment(tx, scope, part, matter, { key: 'assignment.text.assigned' })
  }
  if (commentId === null) return
  const authorIds = await authorsAssigned(tx, assignmentId)
  await announce(tx, {
    key: `assignment:${assignmentId}`,
    fact: {
      kind: 'commentAssigned',
      data: {
        commentId,
        department: departments.map(({ department }) => department.name).join('、'),
        dueOn: shanghaiDate(lastDay(assignment.dueAt)),
      },
    },
    topicId,
    actorId: assignment.assignedById,
    own: authorIds.filter((authorId) => !toldOtherwise.includes(authorId)),
  })
}
