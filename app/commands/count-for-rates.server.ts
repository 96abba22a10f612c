import type { RateFact } from '~/domain/response/rate-facts'
import { rateChoicesSql, rateFactsSql } from '~/queries/rate-facts-sql.server'
import type { Transaction } from '~/server/transact.server'

/** Where a topic is counted. */
interface Place {
  districtId: string | null
  categoryId: string
}

interface CountedFact extends RateFact {
  /** Either the topic, whose place is read at the end, or the place itself. */
  topicId: string | null
  place: Place | null
  departmentId: string
}

const factsOf = new WeakMap<Transaction, CountedFact[]>()

/**
 * Counts facts of a department in a topic for the rates, in the caller's transaction, at its very end. All of a
 * transaction are written in one statement, in one order, as many pass the rows of all departments together. The
 * topic's row is held against an edit that puts it into another category meanwhile.
 */
export function countForRates(
  tx: Transaction,
  { topicId, departmentId }: { topicId: string; departmentId: string },
  facts: readonly RateFact[],
): void {
  add(
    tx,
    facts.map((each) => ({ ...each, topicId, departmentId, place: null })),
  )
}

/** Counts facts that belong to no topic. */
export function countForRatesAt(
  tx: Transaction,
  place: Place,
  departmentId: string,
  facts: readonly RateFact[],
): void {
  add(
    tx,
    facts.map((each) => ({ ...each, topicId: null, departmentId, place })),
  )
}

/**
 * Counts all facts of a topic elsewhere than before, after its row was changed in the caller's transaction.
 */
export async function moveInRates(
  tx: Transaction,
  topicId: string,
  from: Place,
  to: Place,
): Promise<void> {
  if (from.districtId === to.districtId && from.categoryId === to.categoryId) return
  const { rows } = await tx.query<RateFact & { departmentId: string }>(OF_TOPIC, [topicId])
  add(
    tx,
    rows.flatMap(({ measure, month, value, count, departmentId }) => {
      const counted = { topicId: null, departmentId, measure, month, value }
      return [
        { ...counted, place: from, count: -count },
        { ...counted, place: to, count },
      ]
    }),
  )
}

function add(tx: Transaction, facts: readonly CountedFact[]): void {
  if (facts.length === 0) return
  const known = factsOf.get(tx)
  if (known) {
    known.push(...facts)
    return
  }
  const kept = [...facts]
  factsOf.set(tx, kept)
  tx.touch('rates')
  tx.last(() => write(tx, kept))
}

async function write(tx: Transaction, facts: readonly CountedFact[]): Promise<void> {
  const topicIds = [...new Set(facts.flatMap(({ topicId }) => topicId ?? []))]
  const places = new Map<string, Place>()
  if (topicIds.length > 0) {
    const { rows } = await tx.query<Place & { id: string }>(HOLD, [topicIds])
    for (const { id, ...place } of rows) places.set(id, place)
  }
  const placed = facts.flatMap(({ topicId, place, ...counted }) => {
    const at = place ?? places.get(topicId ?? '')
    return at ? [{ ...counted, ...at }] : []
  })
  await tx.query(WRITE, [JSON.stringify(placed)])
}

const OF_TOPIC = rateFactsSql('t."id" = $1')

const HOLD = `
  SELECT "id", "districtId", "categoryId" FROM "topics" WHERE "id" = ANY ($1::text[]) ORDER BY "id" FOR SHARE`

const GIVEN = `
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS given("districtId" text, "categoryId" text, "departmentId" text,
    "measure" text, "month" text, "value" int, "count" int)`

const WRITE = `
  INSERT INTO "rate_tallies" AS k ("districtId", "categoryId", "measure", "departmentId", "month", "value", "count")
  ${rateChoicesSql(GIVEN)}
   ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ("districtId", "categoryId", "measure", "departmentId", "month", "value")
    DO UPDATE SET "count" = k."count" + excluded."count"`
