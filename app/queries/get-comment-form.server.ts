import { viewQuote } from '~/domain/comment/quote'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { IntakeFacts } from '~/domain/topic/participation'
import type { Scope } from '~/server/scope.server'

/** What the form for a comment says of where it goes. */
export interface CommentFormView extends IntakeFacts {
  topicId: string
  title: string
  question: string
  lang: string
  studioId: string
  /** What is quoted; null where nothing is, or it is public no more. */
  quote: { revisionId: string; authorName: string; excerpt: string; lang: string } | null
  /** What is answered; null where nothing is, or it is public no more. */
  replyTo: { id: string; rootId: string; authorName: string } | null
}

/**
 * The topic that a comment is written in, with what it quotes or answers.
 *
 * @throws AppError notFound for an unknown topic
 */
export async function getCommentForm(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  about: { quote?: string | null; replyTo?: string | null },
): Promise<CommentFormView> {
  const topic = isId(topicId)
    ? await scope.db.topic.findUnique({
        where: { id: topicId },
        select: {
          title: true,
          question: true,
          lang: true,
          studioId: true,
          stage: true,
          mode: true,
          paused: true,
          openedAt: true,
          closesAt: true,
        },
      })
    : null
  if (!topic) throw new AppError('notFound')
  return {
    ...topic,
    topicId,
    quote: await readQuote(scope, topicId, about.quote),
    replyTo: await readTarget(scope, topicId, about.replyTo),
  }
}

async function readQuote(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  revisionId: string | null | undefined,
): Promise<CommentFormView['quote']> {
  if (!isId(revisionId)) return null
  const row = await scope.db.commentRevision.findFirst({
    where: { id: revisionId, status: 'published', comment: { topicId } },
    select: {
      text: true,
      status: true,
      comment: { select: { lang: true, author: { select: { displayName: true } } } },
    },
  })
  if (!row) return null
  const view = viewQuote(row)
  if (view.kind !== 'words') return null
  const { lang, author } = row.comment
  return { revisionId, authorName: author.displayName, excerpt: view.excerpt, lang }
}

async function readTarget(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  commentId: string | null | undefined,
): Promise<CommentFormView['replyTo']> {
  if (!isId(commentId)) return null
  const row = await scope.db.comment.findFirst({
    where: { id: commentId, topicId, status: 'published' },
    select: { id: true, rootId: true, author: { select: { displayName: true } } },
  })
  return row && { id: row.id, rootId: row.rootId ?? row.id, authorName: row.author.displayName }
}
