import { reversalRate } from '~/domain/moderation/appeal'
import type { Scope } from '~/server/scope.server'
import { countAppeals, type AppealCounts } from './count-appeals.server'
import { getUsualWait, type UsualWait } from './get-usual-wait.server'

/** So many days back the figures go. */
export const OPENNESS_DAYS = 90

export interface Openness {
  days: number
  usualWait: UsualWait | 'tooFew'
  /** Checks the signatures of the log's heads; in hexadecimal. */
  publicKey: string
  appeals: AppealCounts & {
    /** `overturned` of `decided`, 0 to 1; null where nothing was decided. */
    rate: number | null
  }
}

/** How review is done, in figures that anybody may know. */
export async function getOpenness(scope: Scope): Promise<Openness> {
  const since = new Date(scope.now.getTime() - OPENNESS_DAYS * 86_400_000)
  const [usualWait, appeals] = await Promise.all([
    getUsualWait(scope),
    countAppeals(scope.db, since),
  ])
  return {
    days: OPENNESS_DAYS,
    usualWait,
    publicKey: scope.container.keys.auditHeads.publicKey,
    appeals: { ...appeals, rate: reversalRate(appeals) },
  }
}
