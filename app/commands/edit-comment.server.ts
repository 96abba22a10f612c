import { COMMENT_MAX_CHARACTERS, type CommentKind, type Stance } from '~/domain/comment/comment'
import { planRevision, type StandingStatus } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { standingView } from '~/domain/moderation/queue-counts'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import type { IntakeFacts } from '~/domain/topic/participation'
import { participationOf, requireEditComment } from '~/policies/comment'
import { limitRate } from '~/server/auth/rate-limit.server'
import { newId } from '~/server/ids.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { countStanding } from './count-in-queue.server'
import { publishRevision } from './publish-revision.server'
import { openReviewTask } from './review-task.server'
import { takeBackDecision } from './write-decision.server'

export interface ChangedComment {
  commentId: string
  /** The version of the comment that the author had before them. */
  seenVersion: number
  text: string
  stance?: Stance | undefined
  kind: CommentKind
}

export interface EditedComment {
  topicId: string
  /** Where the comment's newest words stand now. */
  latest: StandingStatus
  /** Nothing was different from what is there: no revision was made. */
  unchanged: boolean
}

const PER_PERSON = { name: 'comment-edit', limit: 20, windowSeconds: 600 }

/**
 * Gives a comment new words. Before review they take the place of the waiting ones; after publication they
 * wait while the published ones stay (or are published at once where the topic reviews afterwards). What
 * was sent stays on record.
 *
 * @throws AppError notFound; forbidden with `rejected` for what was refused; conflict with `what` and
 *   `version` where a moderator was faster; as `requireComment` where the topic takes in nothing;
 *   tooManyRequests; invalidInput with `field` text
 */
export async function editComment(scope: Scope, input: ChangedComment): Promise<EditedComment> {
  const { viewer, now } = scope
  if (!viewer) throw new AppError('signInRequired')
  const text = writtenText(input.text, 'text', COMMENT_MAX_CHARACTERS)
  if (text === null) throw new AppError('invalidInput', { field: 'text' })
  if (!isId(input.commentId)) throw new AppError('notFound')
  await limitRate(scope, PER_PERSON, viewer.personId)
  const rendered = renderMarkdown(text, 'comment')

  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, input.commentId)
    requireEditComment(viewer, comment, comment, now)
    const stance = comment.rootId ? null : (input.stance ?? null)
    if (comment.text === text && comment.stance === stance && comment.kind === input.kind) {
      return { topicId: comment.topicId, latest: comment.latestStatus, unchanged: true }
    }
    const can = participationOf(viewer, comment, now)
    const plan = planRevision(
      {
        version: comment.version,
        latest: { status: comment.latestStatus, decided: comment.decided },
        earlierPublished:
          comment.status === 'published' && comment.currentRevisionId !== comment.latestRevisionId,
      },
      can.kind === 'comment' ? can.review : 'before',
      input.seenVersion,
    )
    if (!plan.ok) {
      if (plan.problem === 'rejected') throw new AppError('forbidden', { rejected: 1 })
      throw new AppError('conflict', { what: comment.latestStatus, version: comment.version })
    }

    const revisionId = newId(now.getTime())
    const waitingIsReplaced = comment.latestStatus === 'pending'
    await tx.db.$executeRaw`
      WITH "replaced" AS (
        UPDATE "comment_revisions" SET "status" = 'superseded'
         WHERE "id" = ${comment.latestRevisionId} AND ${waitingIsReplaced}
      ), "revision" AS (
        INSERT INTO "comment_revisions" ("id", "commentId", "number", "text", "html", "rendererVersion",
          "stance", "kind", "status", "createdAt")
        VALUES (${revisionId}, ${comment.id}, ${comment.number + 1}, ${text}, ${rendered.html},
          ${rendered.version}, ${stance}::"Stance", ${input.kind}::"CommentKind", 'pending', ${now})
      )
      UPDATE "comments"
         SET "latestRevisionId" = ${revisionId}, "latestStatus" = 'pending', "version" = "version" + 1,
             "status" = CASE WHEN "status" = 'published' THEN "status" ELSE 'pending' END,
             "stance" = CASE WHEN "status" = 'published' THEN "stance" ELSE ${stance}::"Stance" END,
             "kind" = CASE WHEN "status" = 'published' THEN "kind" ELSE ${input.kind}::"CommentKind" END
       WHERE "id" = ${comment.id}`
    tx.audit({
      action: 'comment.edited',
      objectType: 'comment',
      objectId: comment.id,
      detail: {
        topicId: comment.topicId,
        before: { revisionId: comment.latestRevisionId, status: comment.latestStatus },
        after: { revisionId, status: plan.latest },
      },
    })
    if (plan.latest === 'published') {
      await publishRevision(tx, {
        commentId: comment.id,
        revisionId,
        seenVersion: comment.version + 1,
        decided: false,
      })
    }
    await takeBackDecision(tx, comment.latestRevisionId)
    const task = await openReviewTask(tx, { kind: 'pending', commentId: comment.id, revisionId })
    const waited = task?.opened === false
    countStanding(tx, standingView(comment.latestStatus, waited), null)
    return { topicId: comment.topicId, latest: plan.latest, unchanged: false }
  })
}

interface EditedFacts extends IntakeFacts {
  id: string
  topicId: string
  authorId: string
  rootId: string | null
  version: number
  status: StandingStatus
  latestStatus: StandingStatus
  currentRevisionId: string | null
  latestRevisionId: string
  /** Of the newest revision. */
  number: number
  text: string
  stance: Stance | null
  kind: CommentKind
  decided: boolean
}

async function lockComment(tx: Transaction, commentId: string): Promise<EditedFacts> {
  // Locked first: joined to the statement that waits, the rest could be read from before the wait.
  await tx.db.$queryRaw`SELECT "id" FROM "comments" WHERE "id" = ${commentId} FOR UPDATE`
  const [row] = await tx.db.$queryRaw<EditedFacts[]>`
    SELECT c."id", c."topicId", c."authorId", c."rootId", c."version", c."status"::text,
           c."latestStatus"::text, c."currentRevisionId", c."latestRevisionId",
           r."number", r."text", r."stance"::text, r."kind"::text,
           EXISTS (SELECT 1 FROM "moderation_decisions" d WHERE d."revisionId" = r."id" AND d."current") AS "decided",
           t."stage"::text, t."mode"::text, t."paused", t."openedAt", t."closesAt"
      FROM "comments" c
      JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
      JOIN "topics" t ON t."id" = c."topicId"
     WHERE c."id" = ${commentId}`
  if (!row) throw new AppError('notFound')
  return row
}
