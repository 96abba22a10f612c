import { publishScheduledResponse } from '~/commands/publish-scheduled-response.server'
import { giveBackResponse } from '~/commands/take-back-response.server'
import { isAppError } from '~/domain/errors'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'

/** How many responses are taken up at once. */
const BATCH = 50

/**
 * Publishes the responses whose time has come: a loop over the database, so that a process that was not there at the
 * time makes up for it when it is back, and any number of processes may do it. One that fails is tried again
 * with the next round, and keeps no other from being published.
 *
 * @returns how many were published here
 */
export async function publishScheduled(container: Container): Promise<number> {
  const scope = systemScope(container, 'publish-scheduled')
  const due = await scope.db.response.findMany({
    where: { status: 'scheduled', scheduledFor: { lte: scope.now } },
    orderBy: [{ scheduledFor: 'asc' }, { id: 'asc' }],
    take: BATCH,
    select: { id: true },
  })
  let published = 0
  for (const { id } of due) {
    try {
      if (await publishScheduledResponse(scope, id)) published += 1
    } catch (error) {
      container.log.error({ err: error, responseId: id }, 'a scheduled response was not published')
      // It is not the department's to answer any more: its signers are shown it again.
      if (isAppError(error) && error.code === 'conflict') await giveBackResponse(scope, id)
    }
  }
  return published
}
