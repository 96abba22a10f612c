import { bucketOf, type FigureBucket } from '~/domain/moderation/figures'
import { REVIEW_WAIT_MEASURE } from '~/domain/moderation/review-wait'
import type { VerdictCategory } from '~/domain/moderation/second-look'
import { median, percentile, sampleSize, type HistogramEntry } from '~/domain/shared/histogram'
import type { TransactionDb } from '~/server/db/database.server'

/** Minutes from sending to decision; null where nothing was decided. */
export interface WaitFigures {
  decided: number
  median: number | null
  p90: number | null
}

/** The waits of a whole period, and of each of its buckets. */
export async function readWaits(
  db: TransactionDb,
  buckets: readonly FigureBucket[],
): Promise<{ whole: WaitFigures; each: WaitFigures[] }> {
  const entries = await db.$queryRaw<Array<HistogramEntry & { day: Date }>>`
    SELECT "day", "value", "count" FROM "duration_histograms"
     WHERE "measure" = ${REVIEW_WAIT_MEASURE} AND "day" >= ${buckets[0]?.first}::date`
  const sorted: HistogramEntry[][] = buckets.map(() => [])
  for (const entry of entries) sorted[bucketOf(buckets, entry.day)]?.push(entry)
  return { whole: waitFigures(sorted.flat()), each: sorted.map(waitFigures) }
}

function waitFigures(waits: readonly HistogramEntry[]): WaitFigures {
  return { decided: sampleSize(waits), median: median(waits), p90: percentile(waits, 90) }
}

/** What was decided on what waited, in a period. */
export interface DecisionFigures {
  total: number
  /** In each bucket. */
  each: number[]
  /** The most frequent first. */
  categories: Array<{ category: VerdictCategory; count: number }>
  /** Whose decisions, the most first: with the clock hours in which there was one at all. */
  people: Array<{ moderatorId: string; name: string; decisions: number; hours: number }>
}

/** Decisions of a period from the tallies that are kept. */
export async function readDecisions(
  db: TransactionDb,
  buckets: readonly FigureBucket[],
): Promise<DecisionFigures> {
  const since = buckets[0]?.first
  const [days, categories, people] = await Promise.all([
    db.$queryRaw<Array<{ day: Date; count: number }>>`
      SELECT "day", sum("count")::int AS "count" FROM "decision_tallies"
       WHERE "day" >= ${since}::date GROUP BY "day"`,
    db.$queryRaw<DecisionFigures['categories']>`
      SELECT "category", sum("count")::int AS "count" FROM "decision_tallies"
       WHERE "day" >= ${since}::date GROUP BY "category" ORDER BY 2 DESC, 1`,
    db.$queryRaw<DecisionFigures['people']>`
      SELECT t."moderatorId", p."displayName" AS "name", sum(t."count")::int AS "decisions",
             count(DISTINCT (t."day", t."hour"))::int AS "hours"
        FROM "decision_tallies" t JOIN "people" p ON p."id" = t."moderatorId"
       WHERE t."day" >= ${since}::date GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
  ])
  const each = buckets.map(() => 0)
  for (const { day, count } of days) {
    const bucket = bucketOf(buckets, day)
    each[bucket] = (each[bucket] ?? 0) + count
  }
  return { total: days.reduce((sum, { count }) => sum + count, 0), each, categories, people }
}
