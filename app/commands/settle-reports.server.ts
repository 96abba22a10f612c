import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { reportResult, type ReportResult } from '~/domain/moderation/report'
import { paths } from '~/paths'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import type { Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import type { LockedComment } from './locked-comment.server'
import { closeReviewTask } from './review-task.server'
import { tellPerson } from './tell-person.server'

/** A decision that settles, as far as reports go. */
export interface ReportsDecision {
  id: string
  revisionId: string
  outcome: ReviewOutcome
  masked: boolean
  /** The decision in whose place it was put. */
  previousId: string | null
  title: string
}

/**
 * Gives reports their result when a decision settles, in its transaction: those that wait, where it is on the public
 * text; and those that the former decision had answered, whose result follows the present one. Whose result is news
 * is told.
 *
 * @param comment as it stood before the decision settled
 */
export async function settleReports(
  scope: Pick<Scope, 'container'>,
  tx: Transaction,
  comment: LockedComment,
  decision: ReportsDecision,
): Promise<void> {
  const onPublicText = decision.revisionId === comment.currentRevisionId
  if (onPublicText) await closeReviewTask(tx, { commentId: comment.id, kind: 'reported' })
  const result = reportResult(decision)
  const { rows } = await tx.query<{ reporterId: string; news: boolean }>(SETTLE, [
    comment.id,
    decision.id,
    result,
    tx.now,
    onPublicText,
    decision.previousId,
  ])
  // As many as it takes to hide a comment, and few more: nobody reports what is hidden.
  const told = rows.filter(({ news }) => news).map(({ reporterId }) => reporterId)
  for (const reporterId of told) await tellReporter(scope, tx, reporterId, result, decision.title)
  await announce(tx, {
    key: `reports:${decision.id}`,
    fact: {
      kind: 'reportSettled',
      data: { commentId: comment.id, upheld: result === 'upheld' },
    },
    topicId: comment.topicId,
    actorId: null,
    own: told,
  })
}

const SETTLE = `
  WITH "answered" AS (
    SELECT "id", "result" FROM "reports"
     WHERE ("commentId" = $1 AND "result" IS NULL AND $5::boolean) OR "decisionId" = $6
     ORDER BY "id" FOR UPDATE
  )
  UPDATE "reports" r
     SET "result" = $3::"ReportResult", "decisionId" = $2,
         "decidedAt" = CASE WHEN "answered"."result" = $3::"ReportResult" THEN r."decidedAt" ELSE $4 END
    FROM "answered" WHERE r."id" = "answered"."id"
  RETURNING r."reporterId", "answered"."result" IS DISTINCT FROM r."result" AS "news"`

/** Ends reports whose comment its author took back: nobody says whether they were right. */
export async function lapseReports(tx: Transaction, commentId: string): Promise<void> {
  await tx.db.report.updateMany({
    where: { commentId, result: null },
    data: { result: 'lapsed', decidedAt: tx.now },
  })
}

async function tellReporter(
  scope: Pick<Scope, 'container'>,
  tx: Transaction,
  reporterId: string,
  result: Exclude<ReportResult, 'lapsed'>,
  topic: string,
): Promise<void> {
  await tellPerson(tx, reporterId, {
    key: `report.told.${result}`,
    params: { topic, link: siteAddress(scope.container, paths.myReports()) },
  })
}
