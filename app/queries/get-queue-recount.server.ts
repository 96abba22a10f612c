import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

/** When the queue was last counted anew, and by how much the kept counts were off; null before the first time. */
export async function getQueueRecount(scope: Scope): Promise<{ at: Date; drift: number } | null> {
  requireReviewer(scope.viewer)
  return scope.db.queueRecount.findFirst({
    orderBy: { at: 'desc' },
    select: { at: true, drift: true },
  })
}
