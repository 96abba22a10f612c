import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import type { Transaction } from '~/server/transact.server'

/** What had been done already, in the parameters of the error `conflict`. */
export type FasterDeed = ReviewOutcome | 'edited' | 'withdrawn' | 'changed' | 'leased'

function deed(
  what: FasterDeed,
  who: { id: string; displayName: string },
  viewerId: string,
  at?: Date,
  why?: { label: string | null; text: string | null },
): AppError {
  return new AppError('conflict', {
    what,
    who: who.displayName,
    at: at?.toISOString() ?? '',
    mine: who.id === viewerId ? 1 : 0,
    reason: why?.label ?? '',
    reasonText: why?.text ?? '',
  })
}

/**
 * Says who was faster, with what and why, and when where that is known.
 *
 * @param seen.reported the text waits since it was reported: an earlier decision on it that has settled was in
 *   nobody's way
 */
export async function decisionConflict(
  tx: Transaction,
  seen: { commentId: string; revisionId: string; reported?: boolean },
  viewerId: string,
): Promise<AppError> {
  const decision = await tx.db.moderationDecision.findFirst({
    where: {
      revisionId: seen.revisionId,
      current: true,
      ...(seen.reported ? { settledAt: null } : {}),
    },
    select: {
      outcome: true,
      decidedAt: true,
      reason: { select: { label: true } },
      reasonText: true,
      moderator: { select: { id: true, displayName: true } },
    },
  })
  if (decision) {
    const { outcome, moderator, decidedAt, reason, reasonText } = decision
    const why = { label: reason?.label ?? null, text: reasonText }
    return deed(outcome, moderator, viewerId, decidedAt, why)
  }
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
    viewerId,
    what === 'edited' ? comment.latestRevision.createdAt : undefined,
  )
}

/** Somebody else has the item open; null where nobody has. */
export async function leaseConflict(
  tx: Transaction,
  lease: { leasedById: string | null; leasedUntil: Date | null },
  viewerId: string,
): Promise<AppError | null> {
  const { leasedById, leasedUntil } = lease
  if (!leasedById || leasedById === viewerId || !leasedUntil || leasedUntil <= tx.now) return null
  const holder = await tx.db.person.findUniqueOrThrow({
    where: { id: leasedById },
    select: { id: true, displayName: true },
  })
  return deed('leased', holder, viewerId, leasedUntil)
}
