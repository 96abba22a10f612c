import type { ReviewStatus } from './comment'

/** What a moderator decides on a revision: 通过, 不通过, 退回修改, 转办 (it is told where it belongs instead). */
export const REVIEW_OUTCOMES = ['approve', 'reject', 'return', 'forward'] as const

export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** Where a comment or its newest revision stands. Superseded is only ever what came before. */
export type StandingStatus = Exclude<ReviewStatus, 'superseded'>

/** What is known of a comment when something is to be done to it. */
export interface CommentFacts {
  /** Rises by one with everything that is done to the comment. */
  version: number
  latest: {
    status: StandingStatus
    /** A moderator has decided on this revision: a revision is decided once. */
    decided: boolean
  }
  /** A revision before the newest is the published one. */
  earlierPublished: boolean
}

/** What the newest revision, the published one before it and the comment become. */
export interface StandingAfter {
  latest: StandingStatus
  earlierPublished: 'none' | 'stays' | 'superseded' | 'withdrawn'
  /** The comment stands by its published revision, or by the newest while none is published. */
  comment: StandingStatus
}

export type ReviewProblem =
  /** Something was done to the comment since the page was shown. */
  | 'versionMoved'
  | 'alreadyDecided'
  | 'withdrawn'
  /** Rejected, with nothing published: it is not rewritten, its author appeals or writes anew. */
  | 'rejected'

export type Plan<Result> = ({ ok: true } & Result) | { ok: false; problem: ReviewProblem }

/** Whether comments are reviewed before they are published (先审后发, the default) or after. */
export type ReviewTiming = 'before' | 'after'

/** Where the first revision of a comment stands when it is sent. */
export function firstStatus(review: ReviewTiming): StandingStatus {
  return review === 'before' ? 'pending' : 'published'
}

/**
 * A decision on the newest revision. It names the version it was made on, as a status alone can come back to an
 * old value: of those who decide on one version exactly one wins, provided that the caller writes the
 * result only where the version still is the one given here.
 */
export function planDecision(
  comment: CommentFacts,
  outcome: ReviewOutcome,
  seenVersion: number,
): Plan<StandingAfter> {
  if (comment.version !== seenVersion) return refuse('versionMoved')
  const { status, decided } = comment.latest
  if (status === 'withdrawn') return refuse('withdrawn')
  // Published and undecided is what 先发后审 leaves to be reviewed.
  const reviewable = !decided && (status === 'pending' || status === 'published')
  if (!reviewable) return refuse('alreadyDecided')
  return { ok: true, ...standingAfter(comment, outcome) }
}

/**
 * A decision on a revision that was decided before (重审), whatever was decided: the newest one alone, and not what
 * its author took back.
 */
export function planSecondDecision(
  comment: CommentFacts,
  outcome: ReviewOutcome,
): Plan<StandingAfter> {
  const { status, decided } = comment.latest
  if (status === 'withdrawn') return refuse('withdrawn')
  if (!decided) return refuse('versionMoved')
  return { ok: true, ...standingAfter(comment, outcome) }
}

/** What a decision makes of the comment once it settles. */
export function standingAfter(
  comment: Pick<CommentFacts, 'earlierPublished'>,
  outcome: ReviewOutcome,
): StandingAfter {
  return standing(STATUS_AFTER[outcome], comment.earlierPublished)
}

/**
 * A new text by the author. While the newest revision waits, the new one takes its place in the queue;
 * after publication the published one stays until the new one is approved.
 *
 * @returns `replaced` what becomes of the newest revision so far: one that waited is superseded,
 *   others keep what they are
 */
export function planRevision(
  comment: CommentFacts,
  review: ReviewTiming,
  seenVersion: number,
): Plan<StandingAfter & { replaced: 'superseded' | 'stays' }> {
  if (comment.version !== seenVersion) return refuse('versionMoved')
  const { status } = comment.latest
  if (status === 'withdrawn') return refuse('withdrawn')
  if (status === 'rejected' && !comment.earlierPublished) return refuse('rejected')
  // Only who changes what stands published goes on publishing unreviewed: a text that was returned or
  // refused is read by a moderator before it is shown.
  const latest = review === 'after' && status === 'published' ? 'published' : 'pending'
  const published = comment.earlierPublished || status === 'published'
  const replaced = status === 'pending' || (status === 'published' && latest === 'published')
  return {
    ok: true,
    ...standing(latest, published),
    replaced: replaced ? 'superseded' : 'stays',
  }
}

/**
 * The author takes the comment back, whatever has become of it meanwhile: that needs no version. The
 * words go, the place stays, so that replies and citations keep theirs.
 */
export function planWithdrawal(comment: CommentFacts): Plan<StandingAfter> {
  if (comment.latest.status === 'withdrawn') return refuse('withdrawn')
  return {
    ok: true,
    latest: 'withdrawn',
    earlierPublished: comment.earlierPublished ? 'withdrawn' : 'none',
    comment: 'withdrawn',
  }
}

const STATUS_AFTER: Record<ReviewOutcome, StandingStatus> = {
  approve: 'published',
  reject: 'rejected',
  return: 'returned',
  forward: 'rejected',
}

function standing(latest: StandingStatus, earlierPublished: boolean): StandingAfter {
  if (!earlierPublished) return { latest, earlierPublished: 'none', comment: latest }
  return {
    latest,
    earlierPublished: latest === 'published' ? 'superseded' : 'stays',
    comment: 'published',
  }
}

function refuse(problem: ReviewProblem): { ok: false; problem: ReviewProblem } {
  return { ok: false, problem }
}
