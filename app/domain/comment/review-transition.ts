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
  /** 被举报，正在复核: the published words are hidden until a moderator has looked at them. */
  hidden?: boolean
}

/** What the newest revision, the published one before it and the comment become. */
export interface StandingAfter {
  latest: StandingStatus
  earlierPublished: 'none' | 'stays' | 'superseded' | 'withdrawn' | 'rejected' | 'returned'
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
  /** Hidden since it was reported: what a moderator is to look at stays as it was reported. */
  | 'hidden'

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
  // Published and undecided is what 先发后审 leaves to be reviewed; reports may have hidden it meanwhile.
  const isPublic = status === 'published' || status === 'hidden'
  const reviewable = !decided && (status === 'pending' || isPublic)
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

/**
 * A decision on what was reported: the published revision, or the one that was and is hidden. That may have been
 * decided before, and need not be the newest. `latest.decided`: a decision on it can still be undone.
 */
export function planReportDecision(
  comment: CommentFacts,
  outcome: ReviewOutcome,
  seenVersion: number,
): Plan<StandingAfter> {
  if (comment.version !== seenVersion) return refuse('versionMoved')
  if (comment.latest.decided) return refuse('alreadyDecided')
  return { ok: true, ...standingAfterReport(comment, outcome) }
}

/** What a decision on the newest revision makes of the comment once it settles. */
export function standingAfter(
  comment: Pick<CommentFacts, 'earlierPublished' | 'hidden'>,
  outcome: ReviewOutcome,
): StandingAfter {
  return standing(STATUS_AFTER[outcome], comment)
}

/** What a decision on the public revision makes of the comment: where a newer one waits, that one goes on waiting. */
export function standingAfterReport(
  comment: Pick<CommentFacts, 'latest' | 'earlierPublished'>,
  outcome: ReviewOutcome,
): StandingAfter {
  const reported = STATUS_AFTER[outcome]
  if (!comment.earlierPublished) return standing(reported, comment)
  const { status: latest } = comment.latest
  return reported === 'published'
    ? { latest, earlierPublished: 'stays', comment: 'published' }
    : { latest, earlierPublished: reported, comment: latest }
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
  if (comment.hidden) return refuse('hidden')
  if (status === 'rejected' && !comment.earlierPublished) return refuse('rejected')
  // Only who changes what stands published goes on publishing unreviewed: a text that was returned or
  // refused is read by a moderator before it is shown.
  const latest = review === 'after' && status === 'published' ? 'published' : 'pending'
  const published = comment.earlierPublished || status === 'published'
  const replaced = status === 'pending' || (status === 'published' && latest === 'published')
  return {
    ok: true,
    ...standing(latest, { earlierPublished: published }),
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

const STATUS_AFTER = {
  approve: 'published',
  reject: 'rejected',
  return: 'returned',
  forward: 'rejected',
} as const satisfies Record<ReviewOutcome, StandingStatus>

function standing(
  latest: StandingStatus,
  { earlierPublished, hidden = false }: Pick<CommentFacts, 'earlierPublished' | 'hidden'>,
): StandingAfter {
  if (!earlierPublished) return { latest, earlierPublished: 'none', comment: latest }
  const published = latest === 'published'
  return {
    latest,
    earlierPublished: published ? 'superseded' : 'stays',
    comment: published || !hidden ? 'published' : 'hidden',
  }
}

function refuse(problem: ReviewProblem): { ok: false; problem: ReviewProblem } {
  return { ok: false, problem }
}
