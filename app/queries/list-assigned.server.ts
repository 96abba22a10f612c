import { AppError } from '~/domain/errors'
import type { PartState } from '~/domain/response/assignment-state'
import { isAcknowledgeOverdue } from '~/domain/response/due'
import type { Part } from '~/domain/response/response'
import { Prisma } from '~/generated/prisma/client'
import { assignableDepartments } from '~/policies/assignment'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { readTimeCursor, writeTimeCursor } from './cursor'

/** An assignment that is still owed, as the one who assigns follows it. */
export interface AssignedItem {
  assignmentId: string
  topicId: string
  title: string
  ofComment: boolean
  dueAt: Date
  dueProvisional: boolean
  departments: Array<{
    name: string
    part: Part
    state: PartState
    /** 签收已超期 */
    acknowledgeOverdue: boolean
  }>
  supervised: boolean
}

interface AssignedRow extends Omit<AssignedItem, 'departments'> {
  departments: Array<{ name: string; part: Part; state: PartState; assignedAt: string }>
}

const PAGE_SIZE = 20

/**
 * What was assigned and is not answered, by due date.
 *
 * @throws AppError forbidden for who assigns nothing; invalidCursor
 */
export async function listAssigned(
  scope: Scope,
  options: { after?: string } = {},
): Promise<{ items: AssignedItem[]; next: string | null }> {
  const reach = assignableDepartments(scope.viewer)
  if (reach === null) throw new AppError('forbidden')
  const after = options.after === undefined ? null : readTimeCursor(options.after, 1)
  const rows = await scope.db.$queryRaw<AssignedRow[]>`
    SELECT a."id" AS "assignmentId", a."topicId", t."title", a."commentId" IS NOT NULL AS "ofComment",
           a."dueAt", a."dueProvisional", a."supervisedAt" IS NOT NULL AS "supervised",
           (SELECT json_agg(json_build_object('name', dep."shortName", 'part', ad."part"::text, 'state', ad."state"::text,
                     'assignedAt', ad."assignedAt")
                   ORDER BY ad."part", ad."departmentId")
              FROM "assignment_departments" ad JOIN "departments" dep ON dep."id" = ad."departmentId"
             WHERE ad."assignmentId" = a."id" AND ad."state" NOT IN ('returned', 'withdrawn')) AS "departments"
      FROM "assignments" a JOIN "topics" t ON t."id" = a."topicId"
     WHERE a."closedAt" IS NULL
       ${after ? Prisma.sql`AND (a."dueAt", a."id") > (${after.at}, ${after.ids[0]})` : Prisma.empty}
       ${
         reach === 'all'
           ? Prisma.empty
           : Prisma.sql`AND EXISTS (SELECT 1 FROM "assignment_departments" o
               WHERE o."assignmentId" = a."id" AND o."departmentId" = ANY(${reach}))`
       }
     ORDER BY a."dueAt", a."id" LIMIT ${PAGE_SIZE + 1}`
  const calendar = await loadCalendar(scope.container)
  const items = rows.slice(0, PAGE_SIZE).map(({ departments, ...row }) => ({
    ...row,
    departments: departments.map(({ assignedAt, ...part }) => ({
      ...part,
      acknowledgeOverdue: isAcknowledgeOverdue(
        { state: part.state, assignedAt: new Date(assignedAt) },
        scope.now,
        calendar,
      ),
    })),
  }))
  const last = rows.length > PAGE_SIZE ? items.at(-1) : undefined
  return {
    items,
    next: last ? writeTimeCursor({ at: last.dueAt, ids: [last.assignmentId] }) : null,
  }
}
