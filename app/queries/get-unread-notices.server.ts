import type { Scope } from '~/server/scope.server'

/** How many notices the viewer has not read: a count that is kept. Asked with every page of a signed-in reader. */
export async function getUnreadNotices(scope: Scope): Promise<number> {
  if (!scope.viewer) return 0
  const { rows } = await scope.container.database.query<{ unread: number }>(
    `SELECT "unread" FROM "inboxes" WHERE "personId" = $1`,
    [scope.viewer.personId],
  )
  return rows[0]?.unread ?? 0
}
