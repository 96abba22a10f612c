import type { CommentKind, Stance } from '~/domain/comment/comment'
import { quoteExcerpt } from '~/domain/comment/quote'
import { AppError } from '~/domain/errors'
import { authorStanding, standingOf, type AuthorStanding } from '~/domain/moderation/standing'
import { isId } from '~/domain/shared/id'
import { textOfHtml } from '~/domain/shared/text-of-html'
import { canComment } from '~/policies/comment'
import type { Scope } from '~/server/scope.server'
import { settledDecision } from './settled-decision'

/** How many of one's comments a page holds. */
export const MY_COMMENTS_PAGE_SIZE = 20

/** One's own comment and what became of it. */
export interface MyComment {
  id: string
  topic: { id: string; title: string }
  /** The beginning of the newest text; null after a withdrawal. */
  excerpt: string | null
  stance: Stance | null
  kind: CommentKind
  lang: string
  reply: boolean
  sentAt: Date
  standing: AuthorStanding
  /** It was returned, and the author can still send a changed text. */
  awaitsEdit: boolean
  /** What the decision on the newest text says, where it was not approved. */
  reasonText: string | null
  replies: number
  /** Published answers of departments to it. */
  answers: Array<{ responseId: string; department: string; publishedAt: Date }>
  /** Points of published summaries that cite it. */
  citations: Array<{ pointId: string; position: number }>
}

export interface MyComments {
  comments: MyComment[]
  /** The id to go on after, or null at the end. */
  nextAfter: string | null
}

/**
 * One page of the viewer's comments, newest first.
 *
 * @throws AppError signInRequired; invalidCursor for an `after` that is no id
 */
export async function listMyComments(
  scope: Scope,
  input: { after?: string | null } = {},
): Promise<MyComments> {
  const personId = scope.viewer?.personId
  if (!personId) throw new AppError('signInRequired')
  if (input.after && !isId(input.after)) throw new AppError('invalidCursor')
  const rows = await scope.db.comment.findMany({
    where: { authorId: personId, ...(input.after ? { id: { lt: input.after } } : {}) },
    orderBy: { id: 'desc' },
    take: MY_COMMENTS_PAGE_SIZE + 1,
    select: {
      id: true,
      status: true,
      latestStatus: true,
      createdAt: true,
      lang: true,
      rootId: true,
      replyCount: true,
      topic: {
        select: {
          id: true,
          title: true,
          mode: true,
          stage: true,
          paused: true,
          openedAt: true,
          closesAt: true,
        },
      },
      latestRevision: {
        select: {
          html: true,
          stance: true,
          kind: true,
          decisions: { ...settledDecision, select: { reasonText: true } },
        },
      },
      answers: {
        where: { response: { publishedVersionId: { not: null } } },
        select: {
          response: {
            select: { id: true, publishedAt: true, department: { select: { name: true } } },
          },
        },
      },
      citations: {
        where: { point: { summary: { status: 'published' } } },
        select: { point: { select: { id: true, position: true } } },
      },
    },
  })
  const page = rows.slice(0, MY_COMMENTS_PAGE_SIZE)
  return {
    comments: page.map(({ topic, ...row }) => ({
      id: row.id,
      topic: { id: topic.id, title: topic.title },
      excerpt:
        row.status === 'withdrawn' ? null : quoteExcerpt(textOfHtml(row.latestRevision.html)),
      stance: row.latestRevision.stance,
      kind: row.latestRevision.kind,
      lang: row.lang,
      reply: row.rootId !== null,
      sentAt: row.createdAt,
      standing: authorStanding({
        status: standingOf(row.status),
        latestStatus: standingOf(row.latestStatus),
      }),
      awaitsEdit: row.latestStatus === 'returned' && canComment(scope.viewer, topic, scope.now),
      reasonText: row.latestRevision.decisions[0]?.reasonText ?? null,
      replies: row.replyCount,
      answers: row.answers.flatMap(({ response }) =>
        response.publishedAt
          ? [
              {
                responseId: response.id,
                department: response.department.name,
                publishedAt: response.publishedAt,
              },
            ]
          : [],
      ),
      citations: row.citations
        .map(({ point }) => ({ pointId: point.id, position: point.position }))
        .sort((a, b) => a.position - b.position),
    })),
    nextAfter: rows.length > MY_COMMENTS_PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  }
}
