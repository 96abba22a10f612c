import { quoteExcerpt } from '~/domain/comment/quote'
import type { ReviewOutcome } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import type { ReportReason, ReportResult } from '~/domain/moderation/report'
import { isId } from '~/domain/shared/id'
import { textOfHtml } from '~/domain/shared/text-of-html'
import type { Scope } from '~/server/scope.server'

/** How many reports a page holds. */
export const MY_REPORTS_PAGE_SIZE = 20

/** A report of the viewer's, and what came of it. */
export interface MyReport {
  id: string
  commentId: string
  topic: { id: string; title: string }
  reason: ReportReason
  /** What they added in their own words. */
  text: string | null
  at: Date
  /** The beginning of the text that is public now, and whether it is the reported one; null where none is. */
  words: { excerpt: string; lang: string; changed: boolean } | null
  /** While it waits: when it is due. */
  dueAt: Date | null
  result: {
    result: ReportResult
    at: Date
    /** What the moderator did where the report was right. */
    outcome: ReviewOutcome | null
    /** The rule that was applied, in the words of the list: what was written to the author is theirs alone. */
    rule: { label: string; text: string } | null
  } | null
}

/**
 * One page of the viewer's reports, newest first.
 *
 * @throws AppError signInRequired; invalidCursor for an `after` that is no id
 */
export async function listMyReports(
  scope: Scope,
  input: { after?: string | null } = {},
): Promise<{ reports: MyReport[]; nextAfter: string | null }> {
  const personId = scope.viewer?.personId
  if (!personId) throw new AppError('signInRequired')
  if (input.after && !isId(input.after)) throw new AppError('invalidCursor')
  const rows = await scope.db.report.findMany({
    where: { reporterId: personId, ...(input.after ? { id: { lt: input.after } } : {}) },
    orderBy: { id: 'desc' },
    take: MY_REPORTS_PAGE_SIZE + 1,
    select: {
      id: true,
      commentId: true,
      revisionId: true,
      reason: true,
      text: true,
      createdAt: true,
      result: true,
      decidedAt: true,
      decision: { select: { outcome: true, reason: { select: { label: true, text: true } } } },
      comment: {
        select: {
          status: true,
          lang: true,
          currentRevisionId: true,
          currentRevision: { select: { html: true } },
          topic: { select: { id: true, title: true } },
          tasks: { where: { kind: 'reported', closedAt: null }, select: { dueAt: true } },
        },
      },
    },
  })
  const page = rows.slice(0, MY_REPORTS_PAGE_SIZE)
  return {
    reports: page.map(({ comment, decision, result, decidedAt, ...report }) => ({
      id: report.id,
      commentId: report.commentId,
      topic: comment.topic,
      reason: report.reason,
      text: report.text,
      at: report.createdAt,
      words:
        comment.status === 'published' && comment.currentRevision
          ? {
              excerpt: quoteExcerpt(textOfHtml(comment.currentRevision.html)),
              lang: comment.lang,
              changed: comment.currentRevisionId !== report.revisionId,
            }
          : null,
      dueAt: result ? null : (comment.tasks[0]?.dueAt ?? null),
      result:
        result && decidedAt
          ? {
              result,
              at: decidedAt,
              outcome: result === 'upheld' ? (decision?.outcome ?? null) : null,
              rule: result === 'upheld' ? (decision?.reason ?? null) : null,
            }
          : null,
    })),
    nextAfter: rows.length > MY_REPORTS_PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  }
}
