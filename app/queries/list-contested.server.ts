import type { ReviewOutcome, StandingStatus } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { standingOf } from '~/domain/moderation/standing'
import { isId } from '~/domain/shared/id'
import { isSeniorReviewer, recusalFromUphold, type Recusal } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'

/** One of two decisions on the same text. */
export interface ComparedVerdict {
  moderator: string
  at: Date
  outcome: ReviewOutcome
  masked: boolean
  reasonLabel: string | null
  reasonText: string | null
  note: string | null
}

/** A decision that a second look contests. */
export interface ContestedDecision {
  /** The second look's. */
  id: string
  commentId: string
  topic: { id: string; title: string }
  author: string
  /** What was sent, as plain text. */
  text: string
  lang: string
  first: ComparedVerdict
  second: ComparedVerdict
  /** Where the comment stands now. */
  status: StandingStatus
  /** The text is the newest and was not taken back: the decision can be revised. */
  revisable: boolean
  /** Why the viewer leaves it to a colleague: the first decision was theirs, or they have a part in the matter. */
  recusal: Recusal | null
}

/** How many stand on a page. */
const PAGE_SIZE = 20

/** So many are counted and no more. */
const COUNT_MAX = 100

/** How many decisions wait for a 审核组长 as a second look differs in whether the text is public; at most 100. */
export async function countContested(scope: Pick<Scope, 'db'>): Promise<number> {
  const [row] = await scope.db.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS "n" FROM (
      SELECT 1 FROM "second_looks" WHERE "contested" AND "resolvedAt" IS NULL LIMIT ${COUNT_MAX}) open`
  return row.n
}

/**
 * Decisions that a second look contests and nobody has looked at since, the oldest first.
 *
 * @throws AppError forbidden for others than a 审核组长; invalidCursor for an `after` that is none
 */
export async function listContested(
  scope: Scope,
  after: string | null,
): Promise<{ entries: ContestedDecision[]; nextAfter: string | null }> {
  const { viewer } = scope
  if (!isSeniorReviewer(viewer)) throw new AppError('forbidden')
  if (after !== null && !isId(after)) throw new AppError('invalidCursor')
  const verdict = {
    moderator: { select: { displayName: true } },
    reason: { select: { label: true } },
  } as const
  const looks = await scope.db.secondLook.findMany({
    where: { contested: true, resolvedAt: null, ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: PAGE_SIZE + 1,
    include: {
      ...verdict,
      decision: {
        include: {
          ...verdict,
          revision: { select: { id: true, text: true, originalText: true } },
          comment: {
            select: {
              status: true,
              lang: true,
              latestStatus: true,
              latestRevisionId: true,
              author: { select: { id: true, displayName: true } },
              topic: { select: { id: true, title: true, studioId: true } },
              reports: { where: { reporterId: viewer.personId }, select: { id: true }, take: 1 },
            },
          },
        },
      },
    },
  })
  const page = looks.slice(0, PAGE_SIZE)
  const spokeIn = await topicsSpokenIn(
    scope,
    viewer.personId,
    page.map(({ decision }) => decision.comment.topic.id),
  )
  return {
    entries: page.map(({ decision, ...second }) => {
      const { comment, revision } = decision
      const { studioId, ...topic } = comment.topic
      return {
        id: second.id,
        commentId: decision.commentId,
        topic,
        author: comment.author.displayName,
        text: revision.originalText ?? revision.text,
        lang: comment.lang,
        first: compared(decision),
        second: compared(second),
        status: standingOf(comment.status),
        revisable:
          decision.current &&
          comment.latestRevisionId === revision.id &&
          comment.latestStatus !== 'withdrawn',
        recusal: recusalFromUphold(viewer, {
          authorId: comment.author.id,
          studioId,
          viewerSpoke: spokeIn.has(topic.id),
          viewerReported: comment.reports.length > 0,
          deciderId: decision.moderatorId,
        }),
      }
    }),
    nextAfter: looks.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  }
}

/** In which of the topics somebody has a comment that is public or waits. */
async function topicsSpokenIn(
  scope: Pick<Scope, 'db'>,
  personId: string,
  topicIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const own = await scope.db.comment.findMany({
    where: {
      authorId: personId,
      topicId: { in: [...topicIds] },
      OR: [{ status: { in: ['published', 'hidden'] } }, { latestStatus: 'pending' }],
    },
    distinct: ['topicId'],
    select: { topicId: true },
  })
  return new Set(own.map(({ topicId }) => topicId))
}

function compared(verdict: {
  moderator: { displayName: string } | null
  decidedAt: Date | null
  outcome: ReviewOutcome | null
  masks: unknown
  reason: { label: string } | null
  reasonText: string | null
  note: string | null
}): ComparedVerdict {
  if (!verdict.outcome || !verdict.decidedAt) throw new RangeError('not recorded yet')
  return {
    moderator: verdict.moderator?.displayName ?? '',
    at: verdict.decidedAt,
    outcome: verdict.outcome,
    masked: verdict.masks !== null,
    reasonLabel: verdict.reason?.label ?? null,
    reasonText: verdict.reasonText,
    note: verdict.note,
  }
}
