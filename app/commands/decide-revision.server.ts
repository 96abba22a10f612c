import {
  planDecision,
  type ReviewOutcome,
  type StandingStatus,
} from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { standingView } from '~/domain/moderation/queue-counts'
import { histogramDay, REVIEW_WAIT_MEASURE, waitInMinutes } from '~/domain/moderation/review-wait'
import { paths } from '~/paths'
import { requireDecide, requireReviewer } from '~/policies/moderation'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { countStanding } from './count-in-queue.server'
import { publishRevision, unpublishRevision } from './publish-revision.server'
import { closeReviewTask } from './review-task.server'
import { tellPerson } from './tell-person.server'

/** The text that was read, and the version that its comment had then. */
export interface ReviewedText {
  commentId: string
  revisionId: string
  version: number
}

/** What a decision came to. */
export interface Decided {
  outcome: ReviewOutcome
  topicId: string
  /** The comment is public now: by this text, or by an earlier one that stays. */
  published: boolean
}

/** What had been done already, in the parameters of the error `conflict`. */
export type FasterDeed = ReviewOutcome | 'edited' | 'withdrawn' | 'changed'

/**
 * Decides on a revision: of many who decide on the same one exactly one wins. State, decision, audit event,
 * message to the author and counts are written together.
 *
 * @param decision.reason what the author reads; whoever is refused is told why
 * @param decision.note for colleagues only
 * @throws AppError notFound; forbidden (`recusal`) for who has a part in it; conflict (`what`, `who`, `at`,
 *   `mine`) where somebody was faster
 */
export async function decideRevision(
  scope: Scope,
  decision: ReviewedText & {
    outcome: ReviewOutcome
    reason: { code: string | null; text: string } | null
    note: string | null
  },
): Promise<Decided> {
  requireReviewer(scope.viewer)
  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, decision.commentId)
    const facts = await readFacts(tx, scope, comment)
    const reviewer = requireDecide(scope.viewer, facts)
    const plan = planDecision(
      {
        version: comment.version,
        latest: { status: comment.latestStatus, decided: facts.decided },
        earlierPublished: isEarlierPublished(comment),
      },
      decision.outcome,
      decision.version,
    )
    if (!plan.ok || comment.latestRevisionId !== decision.revisionId) {
      throw await conflict(tx, decision, reviewer.personId)
    }

    const waitedMs = Math.max(0, tx.now.getTime() - facts.sentAt.getTime())
    const [task] = await closeReviewTask(tx, { commentId: comment.id, kind: 'pending' })
    const openedByReviewer = task?.leasedById === reviewer.personId ? task.openedAt : null
    await tx.db.moderationDecision.create({
      data: {
        taskId: task?.id ?? null,
        settlesAt: tx.now,
        settledAt: tx.now,
        tookMs: openedByReviewer
          ? Math.max(0, tx.now.getTime() - openedByReviewer.getTime())
          : null,
        id: newId(tx.now.getTime()),
        commentId: comment.id,
        revisionId: decision.revisionId,
        outcome: decision.outcome,
        reasonCode: decision.reason?.code ?? null,
        reasonText: decision.reason?.text ?? null,
        note: decision.note,
        moderatorId: reviewer.personId,
        decidedAt: tx.now,
        waitedMs,
      },
    })
    tx.audit({
      action: AUDIT_ACTIONS[decision.outcome],
      objectType: 'comment',
      objectId: comment.id,
      role: 'moderator',
      detail: {
        revisionId: decision.revisionId,
        version: decision.version,
        topicId: comment.topicId,
        before: { comment: comment.status, revision: comment.latestStatus },
        after: { comment: plan.comment, revision: plan.latest },
        reason: decision.reason?.code ?? null,
        waitedMs,
      },
    })
    await tellPerson(tx, comment.authorId, {
      key: TOLD[decision.outcome],
      params: { topic: facts.topicTitle, link: receiptLink(scope, comment.id) },
    })

    const written = await settle(tx, comment, decision, plan.latest, plan.comment)
    if (!written) throw await conflict(tx, decision, reviewer.personId)
    const from = standingView(comment.latestStatus, task !== undefined)
    countStanding(tx, from, standingView(plan.latest, false))
    // Only who waits for publication waits: what 先发后审 reviews afterwards is public meanwhile.
    if (comment.latestStatus === 'pending') await countWait(tx, waitedMs)
    return {
      outcome: decision.outcome,
      topicId: comment.topicId,
      published: plan.comment === 'published',
    }
  })
}

const AUDIT_ACTIONS = {
  approve: 'comment.approved',
  reject: 'comment.rejected',
  return: 'comment.returned',
} as const satisfies Record<ReviewOutcome, string>

const TOLD = {
  approve: 'moderation.told.approve',
  reject: 'moderation.told.reject',
  return: 'moderation.told.return',
} as const satisfies Record<ReviewOutcome, string>

interface LockedComment {
  id: string
  topicId: string
  authorId: string
  version: number
  status: StandingStatus
  latestStatus: StandingStatus
  latestRevisionId: string
  currentRevisionId: string | null
}

/** Whoever decides on the same comment waits here, and then sees what the faster one did. */
async function lockComment(tx: Transaction, commentId: string): Promise<LockedComment> {
  const [comment] = await tx.db.$queryRaw<LockedComment[]>`
    SELECT "id", "topicId", "authorId", "version", "status"::text, "latestStatus"::text,
      "latestRevisionId", "currentRevisionId"
    FROM "comments" WHERE "id" = ${commentId} FOR UPDATE`
  if (!comment) throw new AppError('notFound')
  return comment
}

async function readFacts(tx: Transaction, scope: Scope, comment: LockedComment) {
  // A statement of its own: joined to the one that waits for the lock, these could be read before it.
  const [facts] = await tx.db.$queryRaw<
    Array<{ sentAt: Date; decided: boolean; studioId: string; topicTitle: string; spoke: boolean }>
  >`
    SELECT r."createdAt" AS "sentAt", t."studioId", t."title" AS "topicTitle",
      EXISTS (SELECT 1 FROM "moderation_decisions" d WHERE d."revisionId" = r."id" AND d."current") AS "decided",
      EXISTS (
        SELECT 1 FROM "comments" s
        WHERE s."authorId" = ${scope.viewer?.personId ?? ''} AND s."topicId" = t."id"
          AND (s."status" = 'published' OR s."latestStatus" = 'pending')
      ) AS "spoke"
    FROM "comment_revisions" r, "topics" t
    WHERE r."id" = ${comment.latestRevisionId} AND t."id" = ${comment.topicId}`
  if (!facts) throw new AppError('notFound')
  return { ...facts, authorId: comment.authorId, viewerSpoke: facts.spoke }
}

function isEarlierPublished(comment: LockedComment): boolean {
  return comment.status === 'published' && comment.currentRevisionId !== comment.latestRevisionId
}

/** Gives comment and revision their new standing; false where the version is no longer the one decided on. */
async function settle(
  tx: Transaction,
  comment: LockedComment,
  { revisionId, version }: ReviewedText,
  latest: StandingStatus,
  status: StandingStatus,
): Promise<boolean> {
  if (latest === 'published') {
    const published = await publishRevision(tx, {
      commentId: comment.id,
      revisionId,
      seenVersion: version,
      decided: true,
    })
    return published !== null
  }
  if (comment.latestStatus === 'published' && (latest === 'rejected' || latest === 'returned')) {
    const removed = await unpublishRevision(tx, {
      commentId: comment.id,
      becomes: latest,
      seenVersion: version,
    })
    return removed !== null
  }
  const moved = await tx.db.comment.updateMany({
    where: { id: comment.id, version },
    data: { status, latestStatus: latest, version: { increment: 1 } },
  })
  if (moved.count === 0) return false
  await tx.db.commentRevision.update({
    where: { id: revisionId },
    data: { status: latest, decidedAt: tx.now },
  })
  return true
}

async function countWait(tx: Transaction, waitedMs: number): Promise<void> {
  await tx.db.$executeRaw`
    INSERT INTO "duration_histograms" AS h ("measure", "day", "value", "count")
    VALUES (${REVIEW_WAIT_MEASURE}, ${histogramDay(tx.now)}::date, ${waitInMinutes(waitedMs)}, 1)
    ON CONFLICT ("measure", "day", "value") DO UPDATE SET "count" = h."count" + 1`
}

/** Says who was faster, with what, and when where that is known. */
async function conflict(tx: Transaction, seen: ReviewedText, viewerId: string): Promise<AppError> {
  const decision = await tx.db.moderationDecision.findFirst({
    where: { revisionId: seen.revisionId, current: true },
    select: {
      outcome: true,
      decidedAt: true,
      moderator: { select: { id: true, displayName: true } },
    },
  })
  const deed = (what: FasterDeed, who: { id: string; displayName: string }, at?: Date) =>
    new AppError('conflict', {
      what,
      who: who.displayName,
      at: at?.toISOString() ?? '',
      mine: who.id === viewerId ? 1 : 0,
    })
  if (decision) return deed(decision.outcome, decision.moderator, decision.decidedAt)
  const comment = await tx.db.comment.findUniqueOrThrow({
    where: { id: seen.commentId },
    select: {
      status: true,
      latestRevisionId: true,
      author: { select: { id: true, displayName: true } },
      latestRevision: { select: { createdAt: true } },
    },
  })
  const what =
    comment.status === 'withdrawn'
      ? 'withdrawn'
      : comment.latestRevisionId === seen.revisionId
        ? 'changed'
        : 'edited'
  return deed(
    what,
    comment.author,
    what === 'edited' ? comment.latestRevision.createdAt : undefined,
  )
}

/** The receipt's whole address, as a text message needs it. */
function receiptLink({ container: { env } }: Scope, commentId: string): string {
  return new URL(paths.receipt(commentId), env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).href
}
