import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'

/** So many of each are shown, the latest first; those after them come up as these are dealt with. */
export const FAILED_SHOWN = 50

/** A job, or a message, that was given up. Nothing in it says of whom it is. */
export interface Failed {
  id: string
  /** The job's name; `email` or `push` for messages. */
  name: string
  at: Date
  attempts: number
  /** The kind of the last error. */
  error: string
}

/** What was given up after all its attempts, for an administrator to try again. */
export async function listFailed(scope: Scope): Promise<{ jobs: Failed[]; messages: Failed[] }> {
  requireAdministrator(scope.viewer)
  const jobs = await scope.container.jobs.listFailed(FAILED_SHOWN)
  const messages = await scope.db.dispatch.findMany({
    where: { failedAt: { not: null } },
    orderBy: { id: 'desc' },
    take: FAILED_SHOWN,
    select: { id: true, channel: true, failedAt: true, attempts: true, error: true },
  })
  return {
    jobs,
    messages: messages.map(({ id, channel, failedAt, attempts, error }) => ({
      id,
      name: channel,
      at: failedAt ?? scope.now,
      attempts,
      error: error ?? '',
    })),
  }
}

/** How many jobs and messages were given up, as far as they are shown. */
export async function countFailed(scope: Scope): Promise<number> {
  const { jobs, messages } = await listFailed(scope)
  return jobs.length + messages.length
}
