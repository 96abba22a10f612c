import type { TransactionDb } from '~/server/db/database.server'

/** How often a rule was right. */
export interface RuleTallies {
  rule: string
  /** While the rule was on trial: it held nothing, but would have. */
  trial: boolean
  /** Decided texts that it held. */
  held: number
  /** Of these published as they were sent. */
  passed: number
}

/** What decisions on held texts said of each rule since a day, from counters; most often held first. */
export async function readRuleTallies(db: TransactionDb, firstDay: Date): Promise<RuleTallies[]> {
  return db.$queryRaw<RuleTallies[]>`
    SELECT "rule", "trial", sum("held")::int AS "held", sum("passed")::int AS "passed"
      FROM "rule_tallies" WHERE "day" >= ${firstDay}::date GROUP BY "rule", "trial" ORDER BY 3 DESC, 1, 2`
}
