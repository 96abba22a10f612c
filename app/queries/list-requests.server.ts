import { AppError } from '~/domain/errors'
import { isProvisional } from '~/domain/response/due'
import { Prisma } from '~/generated/prisma/client'
import { assignableDepartments } from '~/policies/assignment'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { readTimeCursor, writeTimeCursor } from './cursor'

/** 申退 or 延期 that waits for whoever assigned. */
export interface OpenRequest {
  id: string
  kind: 'return' | 'extension'
  assignmentId: string
  departmentId: string
  department: string
  title: string
  reason: string
  askedAt: Date
  /** The due date now, and the one asked for. */
  dueAt: Date
  until: Date | null
  /** The later of them lies past the published calendar. */
  provisional: boolean
}

const PAGE_SIZE = 20

/**
 * What departments asked and nobody decided, the longest waiting first.
 *
 * @throws AppError forbidden for who assigns nothing; invalidCursor
 */
export async function listRequests(
  scope: Scope,
  options: { after?: string } = {},
): Promise<{ items: OpenRequest[]; next: string | null }> {
  const reach = assignableDepartments(scope.viewer)
  if (reach === null) throw new AppError('forbidden')
  const after = options.after === undefined ? null : readTimeCursor(options.after, 1)
  const rows = await scope.db.$queryRaw<Array<Omit<OpenRequest, 'provisional'>>>`
    SELECT q."id", q."kind"::text, q."assignmentId", q."departmentId", dep."shortName" AS "department",
           t."title", q."reason", q."askedAt", p."dueAt", q."dueAt" AS "until"
      FROM "assignment_requests" q
      JOIN "assignment_departments" p
        ON p."assignmentId" = q."assignmentId" AND p."departmentId" = q."departmentId"
      JOIN "assignments" a ON a."id" = q."assignmentId"
      JOIN "topics" t ON t."id" = a."topicId"
      JOIN "departments" dep ON dep."id" = q."departmentId"
     WHERE q."outcome" IS NULL
       ${after ? Prisma.sql`AND (q."askedAt", q."id") > (${after.at}, ${after.ids[0]})` : Prisma.empty}
       ${reach === 'all' ? Prisma.empty : Prisma.sql`AND q."departmentId" = ANY(${reach})`}
     ORDER BY q."askedAt", q."id" LIMIT ${PAGE_SIZE + 1}`
  const calendar = await loadCalendar(scope.container)
  const items = rows.slice(0, PAGE_SIZE).map((row) => ({
    ...row,
    provisional: isProvisional(row.until ?? row.dueAt, calendar),
  }))
  const last = rows.length > PAGE_SIZE ? items.at(-1) : undefined
  return { items, next: last ? writeTimeCursor({ at: last.askedAt, ids: [last.id] }) : null }
}
