import { AppError } from '~/domain/errors'
import { reportProblem, type ReportProblem } from '~/domain/moderation/report'
import { standingOf } from '~/domain/moderation/standing'
import { isId } from '~/domain/shared/id'
import { requireReporter } from '~/policies/report'
import type { Scope } from '~/server/scope.server'

export interface ReportForm {
  id: string
  topic: { id: string; title: string; lang: string }
  authorName: string
  lang: string
  /** The public text; null while it is hidden. */
  html: string | null
  /** Why the viewer cannot report it now: `hidden` where others have. */
  problem: Exclude<ReportProblem, 'notPublic'> | 'hidden' | null
}

/**
 * The comment that somebody is about to report.
 *
 * @throws AppError as `requireReporter`; notFound where the topic has no such comment in public
 */
export async function getReportForm(
  scope: Scope,
  topicId: string,
  commentId: string,
): Promise<ReportForm> {
  const { personId } = requireReporter(scope.viewer)
  if (!isId(topicId) || !isId(commentId)) throw new AppError('notFound')
  const comment = await scope.db.comment.findFirst({
    where: { id: commentId, topicId, status: { in: ['published', 'hidden'] } },
    select: {
      id: true,
      authorId: true,
      status: true,
      lang: true,
      currentRevisionId: true,
      currentRevision: { select: { html: true } },
      author: { select: { displayName: true } },
      topic: { select: { id: true, title: true, lang: true } },
      reports: {
        where: { reporterId: personId },
        orderBy: { id: 'desc' },
        select: { result: true, revisionId: true },
      },
    },
  })
  if (!comment) throw new AppError('notFound')
  const { status, currentRevisionId, reports } = comment
  const earlier = reports.find(
    (report) => report.result === null || report.revisionId === currentRevisionId,
  )
  const problem = reportProblem({
    status: standingOf(status === 'hidden' ? 'published' : status),
    authorId: comment.authorId,
    reporterId: personId,
    reported: earlier ? (earlier.result === null ? 'open' : 'decided') : null,
  })
  const hidden = status === 'hidden'
  return {
    id: comment.id,
    topic: comment.topic,
    authorName: comment.author.displayName,
    lang: comment.lang,
    html: hidden ? null : (comment.currentRevision?.html ?? null),
    problem: problem === 'notPublic' ? null : (problem ?? (hidden ? 'hidden' : null)),
  }
}
