import type { VerdictCategory } from '~/domain/moderation/second-look'
import { histogramDay, REVIEW_WAIT_MEASURE, waitInMinutes } from '~/domain/moderation/review-wait'
import { shanghaiHour } from '~/domain/shared/shanghai-time'
import type { Transaction } from '~/server/transact.server'

/** A decision that settled, as the figures count it. */
export interface CountedDecision {
  decidedAt: Date
  moderatorId: string
  category: VerdictCategory
  /** Published as it was sent. */
  passed: boolean
  /** The rules that asked to hold the text, and those on trial that would have. */
  held: readonly string[]
  heldOnTrial: readonly string[]
}

/**
 * Counts a decision on what waited, in the caller's transaction, at its very end. A moderator's own hour is one row: those
 * who decide at once pass different ones.
 */
export function countDecision(tx: Transaction, decision: CountedDecision): void {
  const { held, heldOnTrial } = decision
  tx.last(async () => {
    await tx.query(DECISION, [
      histogramDay(decision.decidedAt),
      shanghaiHour(decision.decidedAt),
      decision.moderatorId,
      decision.category,
    ])
    if (held.length + heldOnTrial.length === 0) return
    await tx.query(RULES, [
      histogramDay(decision.decidedAt),
      [...held, ...heldOnTrial],
      [...held.map(() => false), ...heldOnTrial.map(() => true)],
      decision.passed ? 1 : 0,
    ])
  })
}

const DECISION = `
  INSERT INTO "decision_tallies" AS t ("day", "hour", "moderatorId", "category", "count")
  VALUES ($1::date, $2, $3, $4, 1)
  ON CONFLICT ("day", "hour", "moderatorId", "category") DO UPDATE SET "count" = t."count" + 1`

// In one order, so that no two transactions wait for each other.
const RULES = `
  INSERT INTO "rule_tallies" AS t ("day", "rule", "trial", "held", "passed")
  SELECT $1::date, f."rule", f."trial", 1, $4::int FROM unnest($2::text[], $3::bool[]) AS f("rule", "trial")
   ORDER BY f."rule", f."trial"
  ON CONFLICT ("day", "rule", "trial") DO UPDATE SET "held" = t."held" + 1, "passed" = t."passed" + excluded."passed"`

/** Counts how long a text waited to be published, in the caller's transaction, at its very end. */
export function countWait(tx: Transaction, waitedMs: number): void {
  tx.last(async () => {
    await tx.query(WAIT, [REVIEW_WAIT_MEASURE, histogramDay(tx.now), waitInMinutes(waitedMs)])
  })
}

const WAIT = `
  INSERT INTO "duration_histograms" AS h ("measure", "day", "value", "count") VALUES ($1, $2::date, $3, 1)
  ON CONFLICT ("measure", "day", "value") DO UPDATE SET "count" = h."count" + 1`
