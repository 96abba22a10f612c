import { requireScreeningKeeper } from '~/policies/screening'
import type { Scope } from '~/server/scope.server'

export interface RejectionReasonEntry {
  code: string
  label: string
  text: string
  position: number
  active: boolean
  breach: boolean
}

/** The reasons not to publish, in their order, with those that are out of use. */
export async function listRejectionReasonsAdmin(scope: Scope): Promise<RejectionReasonEntry[]> {
  requireScreeningKeeper(scope.viewer)
  return scope.db.rejectionReason.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }] })
}
