import type { StandingStatus } from '~/domain/comment/review-transition'
import { appealProblem, type AppealProblem, type AppealResult } from '~/domain/moderation/appeal'
import type { Scope } from '~/server/scope.server'
import { hasAnotherReviewer } from './has-another-reviewer.server'

export interface OwnAppeal {
  text: string
  filedAt: Date
  /** The last day to decide it: the first instant after it. */
  dueAt: Date
  /** Nobody but the first decider reviews at present: it waits for another moderator. */
  waitsForAnother: boolean
  result: { result: AppealResult; explanation: string; at: Date } | null
}

/** What its author knows of an appeal against the refusal of a comment, or why there can be none. */
export type AppealStanding =
  { kind: 'possible' } | { kind: 'none'; problem: AppealProblem } | ({ kind: 'filed' } & OwnAppeal)

/** The appeal of a comment as its author sees it; the caller knows that the viewer is its author. */
export async function getOwnAppeal(
  scope: Scope,
  comment: { id: string; latestStatus: StandingStatus; latestRevisionId: string },
): Promise<AppealStanding> {
  const appeal = await scope.db.appeal.findUnique({
    where: { commentId: comment.id },
    include: { decision: { select: { moderatorId: true } } },
  })
  // Withdrawn meanwhile, it is looked at no more.
  if (appeal && !appeal.result && comment.latestStatus !== 'rejected') {
    return { kind: 'none', problem: 'appealed' }
  }
  if (appeal) {
    const { result, explanation, decidedAt } = appeal
    return {
      kind: 'filed',
      text: appeal.text,
      filedAt: appeal.createdAt,
      dueAt: appeal.dueAt,
      waitsForAnother:
        result === null && !(await hasAnotherReviewer(scope, appeal.decision.moderatorId)),
      result:
        result && decidedAt ? { result, explanation: explanation ?? '', at: decidedAt } : null,
    }
  }
  const decision = await scope.db.moderationDecision.findFirst({
    where: {
      revisionId: comment.latestRevisionId,
      current: true,
      settledAt: { not: null },
      outcome: 'reject',
    },
    select: { decidedAt: true },
  })
  const problem = appealProblem(
    {
      latestStatus: comment.latestStatus,
      decidedAt: decision?.decidedAt ?? null,
      appealed: false,
    },
    scope.now,
  )
  return problem ? { kind: 'none', problem } : { kind: 'possible' }
}
