import { reversalRate } from '~/domain/moderation/appeal'
import type { Scope } from '~/server/scope.server'
import { getUsualWait, type UsualWait } from './get-usual-wait.server'

/** So many days back the figures go. */
export const OPENNESS_DAYS = 90

export interface Openness {
  days: number
  usualWait: UsualWait | 'tooFew'
  /** Checks the signatures of the log's heads; in hexadecimal. */
  publicKey: string
  appeals: {
    waiting: number
    decided: number
    overturned: number
    /** `overturned` of `decided`, 0 to 1; null where nothing was decided. */
    rate: number | null
  }
}

/** How review is done, in figures that anybody may know. */
export async function getOpenness(scope: Scope): Promise<Openness> {
  const since = new Date(scope.now.getTime() - OPENNESS_DAYS * 86_400_000)
  const [usualWait, [appeals]] = await Promise.all([
    getUsualWait(scope),
    scope.db.$queryRaw<Array<{ waiting: number; decided: number; overturned: number }>>`
      SELECT (SELECT count(*)::int FROM "review_tasks"
               WHERE "kind" = 'appeal' AND "closedAt" IS NULL) AS "waiting",
             count(*)::int AS "decided",
             (count(*) FILTER (WHERE "result" = 'overturned'))::int AS "overturned"
        FROM "appeals" WHERE "decidedAt" >= ${since}`,
  ])
  const { waiting, decided, overturned } = appeals ?? { waiting: 0, decided: 0, overturned: 0 }
  return {
    days: OPENNESS_DAYS,
    usualWait,
    publicKey: scope.container.keys.auditHeads.publicKey,
    appeals: { waiting, decided, overturned, rate: reversalRate({ decided, overturned }) },
  }
}
