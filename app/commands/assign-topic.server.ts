import { AppError } from '~/domain/errors'
import type { Actor } from '~/domain/person/actor'
import { assignmentProblem, type AskedDepartment } from '~/domain/response/assignment'
import { dueDate, lastDay, type DueDate } from '~/domain/response/due'
import { factsOfPart } from '~/domain/response/rate-facts'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { requireAssign } from '~/policies/assignment'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { countForRates } from './count-for-rates.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellOfNewAssignment } from './tell-of-new-assignment.server'

export interface AssignTopicInput {
  topicId: string
  /** One comment of the topic, where not the whole of it is assigned. */
  commentId?: string
  /** With the comment, the whole group of 同类诉求 that it leads. */
  wholeGroup?: boolean
  /** One 主办 with any 会办, or several 分办. */
  departments: readonly AskedDepartment[]
  /** The term, in working days from tomorrow. */
  workingDays: number
  /** What the departments are asked for, in a sentence; for colleagues. */
  note?: string
}

export interface Assigned {
  assignmentId: string
  dueAt: Date
  dueProvisional: boolean
}

/**
 * Hands a topic, a published comment of it, or with its lead a group of comments, to departments (交办).
 *
 * @throws AppError forbidden; notFound for a topic, comment, group or department that is not there; invalidInput
 *   (`problem`) for departments that make up no assignment; conflict (`what`: `assignment.made`) where a
 *   department has the same matter already and owes its answer
 */
export async function assignTopic(scope: Scope, input: AssignTopicInput): Promise<Assigned> {
  const departmentIds = input.departments.map(({ departmentId }) => departmentId)
  const assigner = requireAssign(scope.viewer, departmentIds)
  const problem = assignmentProblem(input.departments)
  if (problem) throw new AppError('invalidInput', { problem })
  const calendar = await loadCalendar(scope.container)
  const { dueAt, provisional } = dueDate(scope.now, input.workingDays, calendar)

  return transact(scope, async (tx) => {
    const assigned = await writeAssignment(tx, assigner, { ...input, dueAt, provisional })
    await tellOfNewAssignment(tx, scope, assigned.assignmentId)
    return assigned
  })
}

/**
 * Hands a matter to departments within a transaction; with `reopensId` it is 重新办理 of an assignment that was
 * answered. Whoever calls it tells of it. Errors as `assignTopic`.
 */
export async function writeAssignment(
  tx: Transaction,
  assigner: Actor,
  input: AssignTopicInput & DueDate & { reopensId?: string },
): Promise<Assigned> {
  const { dueAt, provisional } = input
  const departmentIds = input.departments.map(({ departmentId }) => departmentId)
  // The row's lock lets one assignment of a topic through at a time.
  const [topic] = await tx.db.$queryRaw<Array<{ stage: string; studioId: string }>>`
    SELECT "stage"::text, "studioId" FROM "topics" WHERE "id" = ${input.topicId} FOR UPDATE`
  if (!topic) throw new AppError('notFound')
  if (topic.stage === 'closed') throw new AppError('invalidInput', { problem: 'closed' })
  const demandGroupId = await requireComment(tx, input)
  const names = await departmentNames(tx, departmentIds)
  await refuseSecond(tx, input, departmentIds, assigner.personId)

  const assignmentId = newId(tx.now.getTime())
  await tx.db.assignment.create({
    data: {
      id: assignmentId,
      topicId: input.topicId,
      commentId: input.commentId ?? null,
      demandGroupId,
      assignedById: assigner.personId,
      assignedAt: tx.now,
      dueAt,
      dueProvisional: provisional,
      note: input.note ?? null,
      reopensId: input.reopensId ?? null,
      departments: {
        create: input.departments.map(({ departmentId, part }) => ({
          departmentId,
          part,
          assignedAt: tx.now,
          dueAt,
        })),
      },
    },
  })
  for (const { departmentId, part } of input.departments) {
    const facts = factsOfPart({
      part,
      state: 'assigned',
      assignedAt: tx.now,
      dueAt,
      closedAt: null,
    })
    countForRates(tx, { topicId: input.topicId, departmentId }, facts)
  }
  await recordOnTimeline(
    tx,
    input.topicId,
    {
      kind: 'assigned',
      data: {
        assignmentId,
        departments: input.departments.map(({ departmentId, part }) => ({
          name: names.get(departmentId) ?? '',
          part,
        })),
        dueOn: shanghaiDate(lastDay(dueAt)),
        provisional,
        ...(input.commentId && { commentId: input.commentId }),
        ...(demandGroupId && { group: true }),
        ...(input.reopensId && { again: true }),
      },
    },
    { actorId: assigner.personId },
  )
  tx.audit({
    action: 'assignment.made',
    objectType: 'assignment',
    objectId: assignmentId,
    role: 'official',
    detail: {
      topicId: input.topicId,
      commentId: input.commentId ?? null,
      demandGroupId,
      reopensId: input.reopensId ?? null,
      departments: input.departments.map(({ departmentId, part }) => ({ departmentId, part })),
      workingDays: input.workingDays,
      dueAt: dueAt.toISOString(),
      provisional,
    },
  })
  tx.touch(`topic:${input.topicId}`, 'topics')
  return { assignmentId, dueAt, dueProvisional: provisional }
}

/** The comment is public; returns the group that it leads, where the whole of it is assigned. */
async function requireComment(tx: Transaction, input: AssignTopicInput): Promise<string | null> {
  if (input.commentId === undefined) return null
  const comment = await tx.db.comment.findFirst({
    where: { id: input.commentId, topicId: input.topicId, status: 'published' },
    select: { id: true },
  })
  if (!comment) throw new AppError('notFound')
  if (!input.wholeGroup) return null
  const group = await tx.db.demandGroup.findUnique({
    where: { leadCommentId: comment.id },
    select: { id: true },
  })
  if (!group) throw new AppError('notFound')
  return group.id
}

async function departmentNames(
  tx: Transaction,
  departmentIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await tx.db.department.findMany({
    where: { id: { in: [...departmentIds] }, active: true },
    select: { id: true, name: true },
  })
  if (found.length < departmentIds.length) throw new AppError('notFound')
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** Nobody is asked twice for the same thing while the first answer is owed. */
async function refuseSecond(
  tx: Transaction,
  input: AssignTopicInput,
  departmentIds: readonly string[],
  viewerId: string,
): Promise<void> {
  const open = await tx.db.assignmentDepartment.findFirst({
    where: {
      departmentId: { in: [...departmentIds] },
      closedAt: null,
      assignment: { topicId: input.topicId, commentId: input.commentId ?? null },
    },
    select: {
      department: { select: { name: true } },
      assignment: {
        select: { assignedAt: true, assignedBy: { select: { id: true, displayName: true } } },
      },
    },
  })
  if (!open) return
  const { assignedBy, assignedAt } = open.assignment
  throw new AppError('conflict', {
    what: 'assignment.made',
    who: assignedBy.displayName,
    at: assignedAt.toISOString(),
    mine: assignedBy.id === viewerId ? 1 : 0,
    department: open.department.name,
  })
}
