import { AppError } from '~/domain/errors'
import {
  isOpen,
  obstaclesTo,
  unfinishedJoint,
  type Act,
  type Obstacle,
  type PartFacts,
} from '~/domain/response/assignment-state'
import { acknowledgeUntil, isAcknowledgeOverdue } from '~/domain/response/due'
import { PART_ACTS, type PartActName } from '~/domain/response/part-acts'
import { limitsOf } from '~/domain/response/part-limits'
import { isId } from '~/domain/shared/id'
import { canHandOver, canSeeAssignment, capacitiesOf } from '~/policies/assignment'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'

/** One department's part, and what the viewer may do with it now. */
export interface PartView extends Omit<PartFacts, 'extensionPending'> {
  name: string
  version: number
  handler: string | null
  reminders: number
  extensions: number
  /** 签收 is due at this instant; 申退 is possible until that one. */
  acknowledgeUntil: Date
  acknowledgeOverdue: boolean
  returnUntil: Date
  /** What waits for whoever assigned. */
  request: {
    kind: 'return' | 'extension'
    reason: string
    dueAt: Date | null
    askedBy: string
    askedAt: Date
  } | null
  acts: PartActName[]
  /** What keeps those acts from being done that are the viewer's. */
  obstacles: Partial<Record<PartActName, Obstacle[]>>
}

export interface PartActs {
  assignmentId: string
  title: string
  code: string
  parts: PartView[]
  /** 会办 whose paragraphs are not done: the lead is warned. */
  unfinishedJoint: Array<{ name: string; acknowledged: boolean }>
  supervisedAt: Date | null
}

/**
 * Where each department's part in an assignment stands, and what the viewer may do with it.
 *
 * @throws AppError notFound, also for who has no part in it
 */
export async function getPartActs(scope: Scope, assignmentId: string): Promise<PartActs> {
  const { viewer, now } = scope
  const row = isId(assignmentId) ? await readAssignment(scope, assignmentId) : null
  if (!row) throw new AppError('notFound')
  const departmentIds = row.departments.map(({ departmentId }) => departmentId)
  if (!canSeeAssignment(viewer, { departmentIds })) throw new AppError('notFound')
  const calendar = await loadCalendar(scope.container)
  const facts: PartFacts[] = row.departments.map((part) => ({
    ...part,
    extensionPending: part.requests.some(({ kind }) => kind === 'extension'),
  }))
  const parts = row.departments.map((part, index): PartView => {
    const own = facts[index] as PartFacts
    const limits = limitsOf(own, now, calendar)
    const capacities = capacitiesOf(viewer, part.departmentId)
    const obstacles: PartView['obstacles'] = {}
    const acts = PART_ACTS.filter((name) => {
      if (name === 'handler') return isOpen(own) && canHandOver(viewer, part)
      const found = obstaclesTo(sampleOf(name, own), own, facts, capacities, limits)
      if (found.length > 0 && !found.includes('notYours')) obstacles[name] = found
      return found.length === 0
    })
    const [request] = part.requests
    return {
      ...own,
      name: part.department.name,
      version: part.version,
      handler: part.handler?.displayName ?? null,
      reminders: part.reminders,
      extensions: part.extensions,
      acknowledgeUntil: acknowledgeUntil(part.assignedAt, calendar),
      acknowledgeOverdue: isAcknowledgeOverdue(part, now, calendar),
      returnUntil: limits.returnUntil,
      request: request ? { ...request, askedBy: request.askedBy.displayName } : null,
      acts,
      obstacles,
    }
  })
  const finished = row.contributions.map(({ departmentId }) => departmentId)
  const unfinished = unfinishedJoint(facts, finished)
  return {
    assignmentId: row.id,
    title: row.topic.title,
    code: row.topic.code,
    parts,
    unfinishedJoint: parts
      .filter(({ departmentId }) => unfinished.includes(departmentId))
      .map(({ name, acknowledgedAt }) => ({ name, acknowledged: acknowledgedAt !== null })),
    supervisedAt: row.supervisedAt,
  }
}

/** The act with what its form has yet to say, so that the rules can be asked whether the form is worth opening. */
function sampleOf(name: Exclude<PartActName, 'handler'>, own: PartFacts): Act {
  const until = new Date(own.dueAt.getTime() + 1)
  switch (name) {
    case 'return':
      return { kind: 'requestReturn', reason: name }
    case 'extension':
      return { kind: 'requestExtension', until, reason: name }
    case 'decide-return':
      return { kind: 'refuseReturn', reason: name }
    case 'decide-extension':
      return { kind: 'refuseExtension', reason: name }
    case 'reassign':
      return { kind: 'reassign', successorId: '' }
    case 'remind':
    case 'supervise':
      return { kind: name }
  }
}

async function readAssignment(scope: Scope, id: string) {
  return scope.db.assignment.findUnique({
    where: { id },
    select: {
      id: true,
      supervisedAt: true,
      topic: { select: { title: true, code: true } },
      contributions: { where: { finishedAt: { not: null } }, select: { departmentId: true } },
      departments: {
        orderBy: [{ part: 'asc' }, { departmentId: 'asc' }],
        select: {
          departmentId: true,
          part: true,
          state: true,
          assignedAt: true,
          acknowledgedAt: true,
          dueAt: true,
          remindedAt: true,
          reminders: true,
          extensions: true,
          handlerId: true,
          version: true,
          department: { select: { name: true } },
          handler: { select: { displayName: true } },
          requests: {
            where: { outcome: null },
            select: {
              kind: true,
              reason: true,
              dueAt: true,
              askedAt: true,
              askedBy: { select: { displayName: true } },
            },
          },
        },
      },
    },
  })
}
