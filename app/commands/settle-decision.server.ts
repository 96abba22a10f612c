import {
  standingAfter,
  standingAfterReport,
  type ReviewOutcome,
  type StandingAfter,
} from '~/domain/comment/review-transition'
import { maskText, type TextRange } from '~/domain/moderation/masking'
import { DEFAULT_MODERATION_SETTINGS } from '~/domain/moderation/settings'
import { standingView } from '~/domain/moderation/queue-counts'
import { verdictCategory } from '~/domain/moderation/second-look'
import { paths } from '~/paths'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import { MODERATION_SETTINGS } from '~/server/settings.server'
import { siteAddress } from '~/server/site-address.server'
import { transact, type Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { countDecision, countWait } from './count-decision.server'
import { countStanding } from './count-in-queue.server'
import { enterDemandGroup } from './demand-group.server'
import { isEarlierPublished, lockFreeComment, type LockedComment } from './locked-comment.server'
import { drawSecondLook, resolveSecondLook } from './open-second-look.server'
import { proposeOnBreaches } from './propose-on-breaches.server'
import { publishRevision, unpublishRevision } from './publish-revision.server'
import { settleReports } from './settle-reports.server'
import { tellPerson } from './tell-person.server'

/**
 * Settles a decision that can no longer be undone: publication, counts and the message to the author, in one
 * transaction. Nothing happens where it was settled or taken back meanwhile, or somebody else has the comment.
 *
 * @returns whether it was settled here
 */
export async function settleDecision(
  scope: Scope,
  due: { decisionId: string; commentId: string },
): Promise<boolean> {
  return transact(scope, async (tx) => {
    const comment = await lockFreeComment(tx, due.commentId)
    return comment !== null && settleHeld(scope, tx, comment, due.decisionId)
  })
}

interface Unsettled {
  id: string
  revisionId: string
  outcome: ReviewOutcome
  masks: TextRange[] | null
  waitedMs: string | number
  previousId: string | null
  demandGroupId: string | null
  moderatorId: string
  decidedAt: Date
  reasonCode: string | null
  /** The rules that asked to hold the text, and those on trial that would have. */
  held: string[]
  heldOnTrial: string[]
  title: string
  waits: boolean
  /** It was made since the text was reported. */
  onReports: boolean
  /** The rules of the task of the kind `pending` that it decided; null where it decided none. */
  rules: string[] | null
  secondLookPercent: number
}

/** Settles a decision on a comment that the caller holds. */
export async function settleHeld(
  scope: Pick<Scope, 'container'>,
  tx: Transaction,
  comment: LockedComment,
  decisionId: string,
): Promise<boolean> {
  const { rows } = await tx.query<Unsettled>(UNSETTLED, [
    decisionId,
    [comment.latestRevisionId, comment.currentRevisionId],
    DEFAULT_MODERATION_SETTINGS.secondLookPercent,
  ])
  const [decision] = rows
  if (!decision) return false
  const { outcome } = decision
  const newest = decision.revisionId === comment.latestRevisionId
  const plan = planOf(comment, newest, outcome)
  if (outcome === 'approve' && decision.masks) await rewrite(tx, decision)
  if (outcome === 'approve' && decision.demandGroupId) {
    await enterDemandGroup(tx, comment.id, decision.demandGroupId)
  }
  await apply(tx, comment, decision, plan)
  await tx.query(`UPDATE "moderation_decisions" SET "settledAt" = $2 WHERE "id" = $1`, [
    decision.id,
    tx.now,
  ])
  countStanding(
    tx,
    standingView(comment.latestStatus, decision.waits),
    standingView(plan.latest, decision.waits),
  )
  // Only who waits for publication waits: what 先发后审 reviews afterwards is public meanwhile.
  if (newest && comment.latestStatus === 'pending') countWait(tx, Number(decision.waitedMs))
  if (outcome === 'reject') await proposeOnBreaches(tx, comment.authorId)
  if (decision.rules) {
    countDecision(tx, {
      ...decision,
      category: verdictCategory(decision),
      passed: outcome === 'approve' && !decision.masks,
    })
    await drawSecondLook(scope, tx, { ...decision, commentId: comment.id, rules: decision.rules })
  }
  if (decision.previousId) await resolveSecondLook(tx, decision.previousId, decision.moderatorId)
  if (comment.status === 'hidden' && plan.comment === 'published') {
    tx.audit({
      action: 'comment.restored',
      objectType: 'comment',
      objectId: comment.id,
      detail: {
        decisionId,
        revisionId: decision.revisionId,
        topicId: comment.topicId,
        before: { comment: 'hidden' },
        after: { comment: 'published' },
      },
    })
  }
  if (comment.currentRevisionId || decision.previousId) {
    await settleReports(scope, tx, comment, { ...decision, masked: decision.masks !== null })
  }
  const key = toldKey(comment, decision)
  if (key) {
    await tellPerson(tx, comment.authorId, {
      key,
      params: {
        topic: decision.title,
        link: siteAddress(scope.container, paths.receipt(comment.id)),
      },
    })
    await announce(tx, {
      key: `decision:${decision.id}`,
      fact: {
        kind: 'commentDecided',
        data: { commentId: comment.id, outcome, again: decision.previousId !== null },
      },
      topicId: comment.topicId,
      actorId: null,
      own: [comment.authorId],
    })
  }
  return true
}

function planOf(comment: LockedComment, newest: boolean, outcome: ReviewOutcome): StandingAfter {
  const known = {
    latest: { status: comment.latestStatus, decided: true },
    earlierPublished: isEarlierPublished(comment),
    hidden: comment.status === 'hidden',
  }
  return newest ? standingAfter(known, outcome) : standingAfterReport(known, outcome)
}

/** What the author is told; nothing where reports were wrong and had changed nothing. */
function toldKey(comment: LockedComment, { outcome, masks, ...decision }: Unsettled) {
  if (!decision.onReports) return decision.previousId ? TOLD_AGAIN[outcome] : TOLD[outcome]
  if (outcome !== 'approve') return TOLD_REPORTED[outcome]
  if (masks) return 'moderation.told.reported.mask'
  return comment.status === 'hidden' ? 'moderation.told.reported.approve' : null
}

const UNSETTLED = `
  SELECT d."id", d."revisionId", d."outcome"::text, d."masks", d."waitedMs", d."previousId", d."demandGroupId",
         d."moderatorId", d."decidedAt", d."reasonCode", t."title",
         CASE WHEN k."kind" = 'pending' THEN k."rules" END AS "rules",
         coalesce(k."kind" = 'reported', false) AS "onReports",
         ARRAY(SELECT f."rule" FROM "screening_findings" f
           WHERE f."revisionId" = d."revisionId" AND f."asks" = 'hold' AND NOT f."trial") AS "held",
         ARRAY(SELECT f."rule" FROM "screening_findings" f
           WHERE f."revisionId" = d."revisionId" AND f."asks" = 'hold' AND f."trial") AS "heldOnTrial",
         EXISTS (SELECT 1 FROM "review_tasks" w
           WHERE w."commentId" = c."id" AND w."kind" = 'pending' AND w."closedAt" IS NULL) AS "waits",
         coalesce((SELECT (s."value"->>'secondLookPercent')::int FROM "settings" s
           WHERE s."key" = '${MODERATION_SETTINGS}'), $3::int) AS "secondLookPercent"
    FROM "moderation_decisions" d
    JOIN "comments" c ON c."id" = d."commentId"
    JOIN "topics" t ON t."id" = c."topicId"
    LEFT JOIN "review_tasks" k ON k."id" = d."taskId"
   WHERE d."id" = $1 AND d."revisionId" = ANY ($2::text[]) AND d."current" AND d."settledAt" IS NULL AND d."undoneAt" IS NULL`

const TOLD = {
  approve: 'moderation.told.approve',
  reject: 'moderation.told.reject',
  return: 'moderation.told.return',
  forward: 'moderation.told.forward',
} as const satisfies Record<ReviewOutcome, string>

const TOLD_AGAIN = {
  approve: 'moderation.told.again.approve',
  reject: 'moderation.told.again.reject',
  return: 'moderation.told.again.return',
  forward: 'moderation.told.again.reject',
} as const satisfies Record<ReviewOutcome, string>

const TOLD_REPORTED = {
  reject: 'moderation.told.reported.reject',
  return: 'moderation.told.reported.return',
  forward: 'moderation.told.reported.reject',
} as const satisfies Record<Exclude<ReviewOutcome, 'approve'>, string>

/** The text as it will be public; what was typed is kept beside it where that differs. */
async function rewrite(tx: Transaction, decision: Unsettled): Promise<void> {
  const { rows } = await tx.query<{ original: string }>(
    `SELECT coalesce("originalText", "text") AS "original" FROM "comment_revisions" WHERE "id" = $1`,
    [decision.revisionId],
  )
  const original = rows[0]?.original ?? ''
  const text = maskText(original, decision.masks ?? [])
  const { html, version } = renderMarkdown(text, 'comment')
  await tx.query(
    `UPDATE "comment_revisions" SET "text" = $2, "html" = $3, "rendererVersion" = $4, "originalText" = $5
      WHERE "id" = $1`,
    [decision.revisionId, text, html, version, text === original ? null : original],
  )
}

/** Gives comment and revision their new standing. */
async function apply(
  tx: Transaction,
  comment: LockedComment,
  { revisionId, outcome }: Unsettled,
  plan: StandingAfter,
): Promise<void> {
  if (outcome === 'approve') {
    await publishRevision(tx, {
      commentId: comment.id,
      revisionId,
      seenVersion: comment.version,
      decided: true,
    })
    return
  }
  const isPublic = comment.status === 'published' || comment.status === 'hidden'
  if (isPublic && revisionId === comment.currentRevisionId) {
    const becomes = outcome === 'return' ? 'returned' : 'rejected'
    await unpublishRevision(tx, { commentId: comment.id, becomes })
    return
  }
  await tx.query(STAND, [comment.id, revisionId, plan.comment, plan.latest, tx.now])
}

const STAND = `
  WITH "revision" AS (
    UPDATE "comment_revisions" SET "status" = $4::"ReviewStatus", "decidedAt" = $5 WHERE "id" = $2
  )
  UPDATE "comments"
     SET "status" = $3::"ReviewStatus", "latestStatus" = $4::"ReviewStatus", "version" = "version" + 1
   WHERE "id" = $1`
