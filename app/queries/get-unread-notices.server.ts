import type { Scope } from '~/server/scope.server'

/**
 * How many notices the viewer has not read: a count that is kept. Every page of a signed-in reader shows it, so it
 * comes with the session where there is one.
 */
export async function getUnreadNotices(scope: Scope): Promise<number> {
  if (!scope.viewer) return 0
  if (scope.viewer.unread !== undefined) return scope.viewer.unread
  const { rows } = await scope.container.database.query<{ unread: number }>(
    `SELECT "unread" FROM "inboxes" WHERE "personId" = $1`,
    [scope.viewer.personId],
  )
  return rows[0]?.unread ?? 0
}
