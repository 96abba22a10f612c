import type { StandingStatus } from '~/domain/comment/review-transition'
import { standingView } from '~/domain/moderation/queue-counts'
import {
  externalFinding,
  externalRisk,
  isUnanswered,
  type ExternalAnswer,
} from '~/domain/moderation/screening/external'
import type { Scope } from '~/server/scope.server'
import { screeningKit } from '~/server/screening-kit.server'
import { transact, type Transaction } from '~/server/transact.server'
import { countStanding } from './count-in-queue.server'
import { lockComment, type LockedComment } from './locked-comment.server'
import { publishRevision } from './publish-revision.server'

export interface ExternalScreeningRecord {
  commentId: string
  revisionId: string
  /** Nothing else keeps the text from being published. */
  publish: boolean
  /** Null where the service did not answer. */
  answer: ExternalAnswer | null
}

/**
 * Writes what the service outside said of a text into its finding. Where it lets the text pass, and only that was
 * waited for, it is published; else it waits for a moderator, with the risk that the answer gives it. Nothing
 * happens where an answer is there already, or the text is no longer the newest.
 *
 * @returns whether it was recorded
 */
export async function recordExternalScreening(
  scope: Scope,
  { commentId, revisionId, publish, answer }: ExternalScreeningRecord,
): Promise<boolean> {
  const { rules } = await screeningKit(scope.container)
  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, commentId)
    if (comment.latestRevisionId !== revisionId) return false
    const before = await readState(tx, revisionId)
    if (!before || !isUnanswered(before.state)) return false
    const finding = externalFinding(answer, rules.external, before.tries + 1)
    await tx.query(FINDING, [
      revisionId,
      finding.asks,
      JSON.stringify(finding.evidence),
      JSON.stringify(finding.params),
    ])
    if (finding.params['state'] !== before.state) {
      tx.audit({
        action: 'comment.screenedOutside',
        objectType: 'comment',
        objectId: commentId,
        detail: {
          revisionId,
          topicId: comment.topicId,
          before: before.state,
          after: finding.params['state'],
          findings: finding.evidence.length,
        },
      })
    }
    if (before.trial || before.decided) return true
    if (answer) await rateTask(tx, commentId, answer)
    // What is hidden since it was reported comes back by a moderator's decision alone.
    const mayPublish = publish && comment.status !== 'hidden'
    if (answer?.verdict === 'pass' && mayPublish) await publishPassed(tx, comment)
    tx.queueChanged()
    return true
  })
}

interface State {
  state: string | null
  tries: number
  trial: boolean
  /** A moderator was faster. */
  decided: boolean
}

async function readState(tx: Transaction, revisionId: string): Promise<State | undefined> {
  const { rows } = await tx.query<State>(STATE, [revisionId])
  return rows[0]
}

const STATE = `
  SELECT f."params"->>'state' AS "state", coalesce((f."params"->>'tries')::int, 0) AS "tries", f."trial",
         EXISTS (SELECT 1 FROM "moderation_decisions" d
           WHERE d."revisionId" = f."revisionId" AND d."current") AS "decided"
    FROM "screening_findings" f WHERE f."revisionId" = $1 AND f."rule" = 'external'`

// Whether it was on trial is told by how it stood when the text was sent.
const FINDING = `
  UPDATE "screening_findings" SET "asks" = $2, "evidence" = $3::jsonb, "params" = $4::jsonb
   WHERE "revisionId" = $1 AND "rule" = 'external'`

/** What passed is no longer waited for; what the service would refuse is due at once. */
async function rateTask(tx: Transaction, commentId: string, answer: ExternalAnswer): Promise<void> {
  const { rows } = await tx.query<{ id: string; risk: number }>(
    `SELECT "id", "risk" FROM "review_tasks"
      WHERE "commentId" = $1 AND "kind" = 'pending' AND "closedAt" IS NULL FOR UPDATE`,
    [commentId],
  )
  const [task] = rows
  if (!task) return
  await tx.query(
    `UPDATE "review_tasks"
        SET "risk" = $2, "rules" = CASE WHEN $3 THEN array_remove("rules", 'external') ELSE "rules" END,
            "dueAt" = CASE WHEN $4 THEN least("dueAt", $5) ELSE "dueAt" END
      WHERE "id" = $1`,
    [
      task.id,
      externalRisk(answer, task.risk),
      answer.verdict === 'pass',
      answer.verdict === 'refuse',
      tx.now,
    ],
  )
}

async function publishPassed(tx: Transaction, comment: LockedComment): Promise<void> {
  const { latestStatus, latestRevisionId: revisionId } = comment
  if (latestStatus !== 'pending') return
  await publishRevision(tx, {
    commentId: comment.id,
    revisionId,
    seenVersion: comment.version,
    decided: false,
  })
  const published: StandingStatus = 'published'
  countStanding(tx, standingView(latestStatus, true), standingView(published, true))
}
