import { AppError } from '~/domain/errors'
import { Prisma } from '~/generated/prisma/client'
import { assignableDepartments } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { readTimeCursor, writeTimeCursor } from './cursor'

/** 重新办理 that a resident asks for, as it waits for whoever assigns. */
export interface ReopeningItem {
  id: string
  topicId: string
  title: string
  name: string
  reason: string
  askedAt: Date
  departments: string[]
}

const PAGE_SIZE = 20

/**
 * What residents ask to be taken up again, the longest waiting first.
 *
 * @throws AppError forbidden for who assigns nothing; invalidCursor
 */
export async function listReopenings(
  scope: Scope,
  options: { after?: string } = {},
): Promise<{ items: ReopeningItem[]; next: string | null }> {
  const reach = assignableDepartments(scope.viewer)
  if (reach === null) throw new AppError('forbidden')
  const after = options.after === undefined ? null : readTimeCursor(options.after, 1)
  // Who is bound to some departments assigns to others of the same matter as little as to a single one.
  const rows = await scope.db.$queryRaw<ReopeningItem[]>`
    SELECT o."id", a."topicId", t."title", p."displayName" AS "name", o."reason", o."createdAt" AS "askedAt",
           ARRAY(SELECT dep."shortName" FROM "assignment_departments" ad
              JOIN "departments" dep ON dep."id" = ad."departmentId"
             WHERE ad."assignmentId" = a."id" AND ad."state" = 'answered' ORDER BY ad."part", ad."departmentId") AS "departments"
      FROM "reopenings" o
      JOIN "assignments" a ON a."id" = o."assignmentId"
      JOIN "topics" t ON t."id" = a."topicId"
      JOIN "people" p ON p."id" = o."personId"
     WHERE o."state" = 'waiting'
       ${after ? Prisma.sql`AND (o."createdAt", o."id") > (${after.at}, ${after.ids[0]})` : Prisma.empty}
       ${
         reach === 'all'
           ? Prisma.empty
           : Prisma.sql`AND NOT EXISTS (SELECT 1 FROM "assignment_departments" ad
               WHERE ad."assignmentId" = a."id" AND ad."state" = 'answered'
                 AND ad."departmentId" <> ALL(${reach}))`
       }
     ORDER BY o."createdAt", o."id" LIMIT ${PAGE_SIZE + 1}`
  const items = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? items.at(-1) : undefined
  return { items, next: last ? writeTimeCursor({ at: last.askedAt, ids: [last.id] }) : null }
}
