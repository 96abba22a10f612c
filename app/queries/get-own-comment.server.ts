import type { CommentKind, Stance } from '~/domain/comment/comment'
import type { StandingStatus } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { standingOf } from '~/domain/moderation/standing'
import { isId } from '~/domain/shared/id'
import type { IntakeFacts } from '~/domain/topic/participation'
import type { Scope } from '~/server/scope.server'
import { filesOf, filesOfRevision, type AttachedFile } from './attached-files'
import { settledDecision } from './settled-decision'

/** A comment as its author changes it or takes it back. */
export interface OwnComment {
  id: string
  reply: boolean
  topic: { id: string; title: string; lang: string } & IntakeFacts
  version: number
  status: StandingStatus
  latestStatus: StandingStatus
  /** The newest words, as they were typed. */
  text: string
  html: string
  stance: Stance | null
  kind: CommentKind
  lang: string
  /** What a moderator told the author of the newest words. */
  reasonText: string | null
  /** Of the newest words. */
  files: AttachedFile[]
}

/**
 * One's own comment; for everybody else there is none.
 *
 * @throws AppError notFound
 */
export async function getOwnComment(
  scope: Pick<Scope, 'db' | 'viewer'>,
  commentId: string,
): Promise<OwnComment> {
  const personId = scope.viewer?.personId
  const row =
    personId && isId(commentId)
      ? await scope.db.comment.findFirst({
          where: { id: commentId, authorId: personId },
          select: {
            id: true,
            rootId: true,
            version: true,
            status: true,
            latestStatus: true,
            lang: true,
            latestRevision: {
              select: {
                text: true,
                originalText: true,
                html: true,
                stance: true,
                kind: true,
                decisions: { ...settledDecision, select: { reasonText: true } },
                attachments: filesOfRevision,
              },
            },
            topic: {
              select: {
                id: true,
                title: true,
                lang: true,
                stage: true,
                mode: true,
                paused: true,
                openedAt: true,
                closesAt: true,
              },
            },
          },
        })
      : null
  if (!row) throw new AppError('notFound')
  const { latestRevision, rootId, status, latestStatus, ...comment } = row
  const { decisions, originalText, attachments, ...words } = latestRevision
  return {
    ...comment,
    ...words,
    text: originalText ?? words.text,
    reply: rootId !== null,
    status: standingOf(status),
    latestStatus: standingOf(latestStatus),
    reasonText: decisions[0]?.reasonText ?? null,
    files: filesOf(attachments),
  }
}
