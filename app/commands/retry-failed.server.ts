import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'

/** What is to be tried again: one job, one message, or all that was given up. */
export type Retried = { job: string } | { message: string } | 'all'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Has what was given up tried again at once, with all its attempts.
 *
 * @returns how many
 * @throws AppError forbidden; notFound for what is not given up (any more)
 */
export async function retryFailed(scope: Scope, what: Retried): Promise<number> {
  requireAdministrator(scope.viewer)
  const all = what === 'all'
  const job = !all && 'job' in what ? what.job : null
  const message = !all && 'message' in what ? what.message : null
  if (job !== null && !UUID.test(job)) throw new AppError('notFound')
  if (message !== null && !isId(message)) throw new AppError('notFound')
  return transact(scope, async (tx) => {
    const jobs = all || job ? await scope.container.jobs.retryFailed(tx.db, job) : 0
    const messages =
      all || message
        ? await tx.db.dispatch.updateMany({
            where: { failedAt: { not: null }, ...(message ? { id: message } : {}) },
            data: { failedAt: null, attempts: 0, nextAt: tx.now },
          })
        : { count: 0 }
    const count = jobs + messages.count
    if (count === 0 && !all) throw new AppError('notFound')
    if (count > 0) {
      tx.audit({
        action: 'job.retried',
        objectType: 'job',
        objectId: job ?? message ?? 'all',
        role: 'admin',
        detail: { jobs, messages: messages.count },
      })
    }
    return count
  })
}
