import { planWithdrawal, type StandingStatus } from '~/domain/comment/review-transition'
import { AppError } from '~/domain/errors'
import { roleOfVoice, type Voice } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { requireWithdrawComment } from '~/policies/comment'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { standingView } from '~/domain/moderation/queue-counts'
import { countStanding } from './count-in-queue.server'
import { unpublishRevision } from './publish-revision.server'
import { closeReviewTask } from './review-task.server'
import { lapseReports } from './settle-reports.server'
import { takeBackDecision } from './write-decision.server'

export interface WithdrawnComment {
  topicId: string
  /** It was public: its place stays, with replies and citations, and says so. */
  placeStays: boolean
}

/**
 * Takes a comment back for its author, whatever has become of it meanwhile. The words leave the public pages, from
 * quotes and citations too; what was sent stays on record. Done twice it is done once.
 *
 * @throws AppError notFound for everybody else's comments
 */
export async function withdrawComment(scope: Scope, commentId: string): Promise<WithdrawnComment> {
  if (!isId(commentId)) throw new AppError('notFound')
  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, commentId)
    requireWithdrawComment(scope.viewer, comment)
    const placeStays = comment.publishedAt !== null
    const plan = planWithdrawal({
      version: comment.version,
      latest: { status: comment.latestStatus, decided: false },
      earlierPublished: comment.status === 'published' || comment.status === 'hidden',
    })
    if (!plan.ok) return { topicId: comment.topicId, placeStays }

    tx.audit({
      action: 'comment.withdrawn',
      objectType: 'comment',
      objectId: commentId,
      role: roleOfVoice(comment.voice),
      detail: {
        topicId: comment.topicId,
        before: { comment: comment.status, revision: comment.latestStatus },
      },
    })
    if (comment.status === 'published' || comment.status === 'hidden') {
      await unpublishRevision(tx, { commentId, becomes: 'withdrawn' })
    } else {
      await tx.db.$executeRaw`
        WITH "revisions" AS (
          UPDATE "comment_revisions" SET "status" = 'withdrawn'
           WHERE "commentId" = ${commentId} AND "status" IN ('pending', 'superseded')
        )
        UPDATE "comments"
           SET "status" = 'withdrawn', "latestStatus" = 'withdrawn', "version" = "version" + 1
         WHERE "id" = ${commentId}`
      // A place that a moderator had closed says from now on that its author took it back.
      if (placeStays) tx.touch(`topic:${comment.topicId}`)
    }
    await takeBackDecision(tx, comment.latestRevisionId)
    if (comment.currentRevisionId && comment.currentRevisionId !== comment.latestRevisionId) {
      await takeBackDecision(tx, comment.currentRevisionId)
    }
    await lapseReports(tx, commentId)
    const closed = await closeReviewTask(tx, { commentId })
    const waited = closed.some(({ kind }) => kind === 'pending')
    countStanding(tx, standingView(comment.latestStatus, waited), null)
    return { topicId: comment.topicId, placeStays }
  })
}

interface WithdrawnFacts {
  topicId: string
  authorId: string
  voice: Voice
  version: number
  status: StandingStatus
  latestStatus: StandingStatus
  latestRevisionId: string
  currentRevisionId: string | null
  publishedAt: Date | null
}

async function lockComment(tx: Transaction, commentId: string): Promise<WithdrawnFacts> {
  const [row] = await tx.db.$queryRaw<WithdrawnFacts[]>`
    SELECT "topicId", "authorId", "voice"::text, "version", "status"::text, "latestStatus"::text, "latestRevisionId",
           "currentRevisionId", "publishedAt"
      FROM "comments" WHERE "id" = ${commentId} FOR UPDATE`
  if (!row) throw new AppError('notFound')
  return row
}
