import type { TransactionDb } from '~/server/db/database.server'
import { Prisma } from '~/generated/prisma/client'
import { allRateFactsSql, rateChoicesSql } from './rate-facts-sql.server'

/** A tally that is not what everything counted anew comes to. */
export interface WrongTally {
  districtId: string
  categoryId: string
  departmentId: string
  measure: string
  month: string
  value: number
  kept: number
  counted: number
}

/** So many wrong tallies are told one by one. */
const TOLD = 50

/** Counts everything anew and compares it with the kept tallies of the rates, in one statement. */
export async function recountRates(
  db: TransactionDb,
): Promise<{ drift: number; wrong: WrongTally[] }> {
  const rows = await db.$queryRaw<Array<WrongTally & { drift: number }>>`${Prisma.raw(COMPARED)}`
  return {
    drift: rows[0]?.drift ?? 0,
    wrong: rows.map(({ drift: _, ...tally }) => tally),
  }
}

const KEY = `"districtId", "categoryId", "measure", "departmentId", "month", "value"`

const COMPARED = `
  WITH counted AS (${rateChoicesSql(allRateFactsSql())})
  SELECT ${KEY}, coalesce(k."count", 0) AS "kept", coalesce(n."count", 0) AS "counted",
         (count(*) OVER ())::int AS "drift"
    FROM "rate_tallies" k FULL JOIN counted n USING (${KEY})
   WHERE coalesce(k."count", 0) <> coalesce(n."count", 0)
   ORDER BY ${KEY} LIMIT ${TOLD}`
