import { AppError } from '~/domain/errors'
import type { Part } from '~/domain/response/response'
import { calendarToken, claimedOwner, opensCalendar } from '~/server/auth/calendar-token.server'
import type { Scope } from '~/server/scope.server'

/** What a department owes an answer to, and until when. */
export interface DueEntry {
  assignmentId: string
  departmentId: string
  title: string
  department: string
  part: Part
  acknowledged: boolean
  dueAt: Date
}

/** As many as a calendar can show; what is due first comes first. */
const MAX_ENTRIES = 500

/** The secret part of the viewer's own calendar address; null while there is none. */
export async function getCalendarLink(
  scope: Pick<Scope, 'db' | 'viewer' | 'container'>,
): Promise<{ token: string; createdAt: Date } | null> {
  if (!scope.viewer) throw new AppError('signInRequired')
  const link = await scope.db.calendarLink.findUnique({
    where: { personId: scope.viewer.personId },
  })
  return link && { token: calendarToken(scope.container.keys, link), createdAt: link.createdAt }
}

/**
 * What the owner of a secret address has to see to: the open parts of the departments in which they are an official
 * now.
 *
 * @throws AppError notFound for an address that is invented, was ended, or whose owner has left
 */
export async function getDueCalendar(
  scope: Pick<Scope, 'db' | 'now' | 'container'>,
  token: string,
): Promise<DueEntry[]> {
  const personId = claimedOwner(token)
  const link =
    personId === undefined ? null : await scope.db.calendarLink.findUnique({ where: { personId } })
  if (!link || !opensCalendar(scope.container.keys, link, token)) throw new AppError('notFound')
  const { rows } = await scope.container.database.query<DueEntry>(
    `SELECT p."assignmentId", p."departmentId", t."title", d."name" AS "department", p."part"::text,
            p."acknowledgedAt" IS NOT NULL AS "acknowledged", p."dueAt"
       FROM "assignment_departments" p
       JOIN "assignments" a ON a."id" = p."assignmentId"
       JOIN "topics" t ON t."id" = a."topicId"
       JOIN "departments" d ON d."id" = p."departmentId"
      WHERE p."closedAt" IS NULL AND p."departmentId" IN (
              SELECT g."departmentId" FROM "grants" g JOIN "people" o ON o."id" = g."personId"
               WHERE g."personId" = $1 AND o."status" = 'active' AND g."role" = 'official'
                 AND g."duty" IN ('draft', 'sign') AND g."revokedAt" IS NULL
                 AND (g."until" IS NULL OR g."until" > $2))
      ORDER BY p."dueAt", p."assignmentId", p."departmentId" LIMIT ${MAX_ENTRIES}`,
    [link.personId, scope.now],
  )
  return rows
}
