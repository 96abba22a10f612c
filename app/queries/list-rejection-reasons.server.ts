import { requireReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

/** A reason not to publish: its label for moderators, its words for authors. */
export interface ReasonInUse {
  code: string
  label: string
  text: string
}

/** The reasons in use, in their order. */
export async function listRejectionReasons(scope: Scope): Promise<ReasonInUse[]> {
  requireReviewer(scope.viewer)
  return scope.db.rejectionReason.findMany({
    where: { active: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    select: { code: true, label: true, text: true },
  })
}
