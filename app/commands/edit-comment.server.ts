import { COMMENT_MAX_CHARACTERS, type CommentKind, type Stance } from '~/domain/comment/comment'
import {
  planRevision,
  type ReviewTiming,
  type StandingStatus,
} from '~/domain/comment/review-transition'
import { MAX_FILES_PER_COMMENT } from '~/domain/attachment/limits'
import { AppError } from '~/domain/errors'
import { demandBands } from '~/domain/moderation/same-demand/signature'
import { standingView } from '~/domain/moderation/queue-counts'
import { timingAfterScreening } from '~/domain/moderation/screening/disposition'
import { isAskedOutside, timingOncePassed } from '~/domain/moderation/screening/external'
import { likenessOf } from '~/domain/moderation/screening/near-copies'
import { roleOfVoice, type Voice } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import type { IntakeFacts } from '~/domain/topic/participation'
import { screenOutside } from '~/jobs/screen-outside'
import { participationOf, requireEditComment } from '~/policies/comment'
import type { PreparedFile } from '~/server/attachments/prepared-file'
import { limitRate } from '~/server/auth/rate-limit.server'
import { newId } from '~/server/ids.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import { fingerprintOf, screeningKit } from '~/server/screening-kit.server'
import { transact, type Transaction } from '~/server/transact.server'
import { countStanding } from './count-in-queue.server'
import { publishRevision } from './publish-revision.server'
import { closeReviewTask, openReviewTask, reopenReported } from './review-task.server'
import {
  findingRows,
  hasMasks,
  recordFindings,
  rulesInForce,
  screenComment,
  screeningColumns,
  taskOf,
  type ScreeningRow,
} from './screen-comment.server'
import {
  attachToRevision,
  maskKept,
  storeAttachments,
  type KeptFile,
} from './store-attachments.server'
import { takeBackDecision } from './write-decision.server'

export interface ChangedComment {
  commentId: string
  /** The version of the comment that the author had before them. */
  seenVersion: number
  text: string
  stance?: Stance | undefined
  kind: CommentKind
  /** Further photographs and documents, looked at by `prepareFiles`. With some it waits for a moderator in any case. */
  files?: readonly PreparedFile[]
  /** Files of the newest text that the new one goes without. */
  dropFiles?: readonly string[]
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
 *   tooManyRequests; textRefused with the `rule`; invalidInput with `field` text, or files where there are too many
 */
export async function editComment(scope: Scope, input: ChangedComment): Promise<EditedComment> {
  const { viewer, now } = scope
  if (!viewer) throw new AppError('signInRequired')
  const text = writtenText(input.text, 'text', COMMENT_MAX_CHARACTERS)
  if (text === null) throw new AppError('invalidInput', { field: 'text' })
  if (!isId(input.commentId)) throw new AppError('notFound')
  await limitRate(scope, PER_PERSON, viewer.personId)
  const rendered = renderMarkdown(text, 'comment')

  const fingerprint = fingerprintOf(text)
  const kit = await screeningKit(scope.container)

  return transact(scope, async (tx) => {
    const comment = await lockComment(tx, input.commentId, { text, fingerprint })
    requireEditComment(viewer, comment, comment, now)
    const stance = comment.rootId ? null : (input.stance ?? null)
    const files = input.files ?? []
    const kept = comment.files.filter(({ id }) => !input.dropFiles?.includes(id))
    const sameFiles = files.length === 0 && kept.length === comment.files.length
    const sameWords = comment.text === text && comment.stance === stance
    if (sameWords && sameFiles && comment.kind === input.kind) {
      return { topicId: comment.topicId, latest: comment.latestStatus, unchanged: true }
    }
    if (kept.length + files.length > MAX_FILES_PER_COMMENT) {
      throw new AppError('invalidInput', { field: 'files' })
    }
    const screening = screenComment(
      text,
      viewer,
      // Changing what was sent is no further sending.
      { ...comment, history: { ...comment.history, sentAt: [] } },
      kit,
      now,
      [...kept, ...files],
    )
    const masked = screening.published !== text
    const shown = masked ? renderMarkdown(screening.published, 'comment') : rendered
    const can = participationOf(viewer, comment, now)
    const mode = can.kind === 'comment' && files.length === 0 ? can.review : 'before'
    const facts = {
      version: comment.version,
      latest: { status: comment.latestStatus, decided: comment.decided },
      earlierPublished:
        comment.status === 'published' && comment.currentRevisionId !== comment.latestRevisionId,
      hidden: comment.status === 'hidden',
    }
    const planBy = (timing: ReviewTiming) => planRevision(facts, timing, input.seenVersion)
    const plan = planBy(timingAfterScreening(mode, screening.asks))
    if (!plan.ok) {
      if (plan.problem === 'rejected') throw new AppError('forbidden', { rejected: 1 })
      const what = plan.problem === 'hidden' ? 'hidden' : comment.latestStatus
      throw new AppError('conflict', { what, version: comment.version })
    }

    const revisionId = newId(now.getTime())
    const waitingIsReplaced = comment.latestStatus === 'pending'
    await tx.query(REVISE, [
      revisionId,
      comment.id,
      comment.latestRevisionId,
      waitingIsReplaced,
      comment.number + 1,
      screening.published,
      shown.html,
      shown.version,
      masked ? text : null,
      fingerprint,
      stance,
      input.kind,
      now,
      findingRows(screening.findings),
      comment.rootId ? [] : demandBands(screening.published, comment.topicId),
    ])
    const to = { commentId: comment.id }
    const shownKept = screening.files.slice(0, kept.length)
    const shownAdded = screening.files.slice(kept.length)
    await maskKept(tx, kept, shownKept)
    const added = await storeAttachments(
      tx,
      scope.container,
      to,
      viewer.personId,
      files,
      shownAdded,
    )
    const attachments = [...kept.map(({ id }) => id), ...added]
    await attachToRevision(tx, revisionId, attachments)
    tx.audit({
      action: 'comment.edited',
      objectType: 'comment',
      objectId: comment.id,
      role: roleOfVoice(comment.voice),
      detail: {
        topicId: comment.topicId,
        before: { revisionId: comment.latestRevisionId, status: comment.latestStatus },
        after: { revisionId, status: plan.latest },
        screeningRules: rulesInForce(screening),
        masked: masked || hasMasks([...kept, ...files], screening.files),
        ...(!sameFiles && { attachments }),
      },
    })
    // Before publication, which has reports wait for the new text.
    const taken = await takeBackDecision(tx, comment.latestRevisionId)
    if (taken?.taskId) await reopenReported(tx, taken.taskId)
    if (plan.latest === 'published') {
      await publishRevision(tx, {
        commentId: comment.id,
        revisionId,
        seenVersion: comment.version + 1,
        decided: false,
      })
    }
    // What was appealed about is no longer the text: the new one is reviewed as any other.
    await closeReviewTask(tx, { commentId: comment.id, kind: 'appeal' })
    const task = await openReviewTask(tx, {
      kind: 'pending',
      commentId: comment.id,
      revisionId,
      ...taskOf(screening),
    })
    if (isAskedOutside(screening)) {
      const once = planBy(timingOncePassed(mode, screening.findings))
      const publish = once.ok && once.latest !== plan.latest
      await tx.enqueue(screenOutside, { revisionId, publish })
    }
    const waited = task?.opened === false
    countStanding(tx, standingView(comment.latestStatus, waited), null)
    return { topicId: comment.topicId, latest: plan.latest, unchanged: false }
  })
}

const REVISE = `
  WITH "replaced" AS (
    UPDATE "comment_revisions" SET "status" = 'superseded' WHERE "id" = $3 AND $4::boolean
  ), "revision" AS (
    INSERT INTO "comment_revisions" ("id", "commentId", "number", "text", "html", "rendererVersion",
      "originalText", "fingerprint", "stance", "kind", "status", "createdAt")
    VALUES ($1, $2, $5, $6, $7, $8, $9, $10, $11::"Stance", $12::"CommentKind", 'pending', $13)
  ), "comment" AS (
    UPDATE "comments"
       SET "latestRevisionId" = $1, "latestStatus" = 'pending', "version" = "version" + 1,
           "status" = CASE WHEN "status" = 'published' THEN "status" ELSE 'pending' END,
           "stance" = CASE WHEN "status" = 'published' THEN "stance" ELSE $11::"Stance" END,
           "kind" = CASE WHEN "status" = 'published' THEN "kind" ELSE $12::"CommentKind" END
     WHERE "id" = $2
  ), "signature" AS (
    INSERT INTO "demand_signatures" ("commentId", "bands")
    SELECT $2, $15::int[]
     WHERE cardinality($15::int[]) > 0 OR EXISTS (SELECT 1 FROM "demand_signatures" WHERE "commentId" = $2)
    ON CONFLICT ("commentId") DO UPDATE SET "bands" = EXCLUDED."bands"
  )
  ${recordFindings({ revisionId: '$1', findings: '$14', at: '$13::timestamptz' })}`

interface EditedFacts extends IntakeFacts, ScreeningRow {
  id: string
  voice: Voice
  topicId: string
  authorId: string
  rootId: string | null
  version: number
  status: StandingStatus
  latestStatus: StandingStatus
  currentRevisionId: string | null
  latestRevisionId: string
  /** Of the newest revision, as its author wrote it. */
  number: number
  text: string
  stance: Stance | null
  kind: CommentKind
  decided: boolean
  /** The files of the newest revision, in order. */
  files: KeptFile[]
}

async function lockComment(
  tx: Transaction,
  commentId: string,
  written: { text: string; fingerprint: string | null },
): Promise<EditedFacts> {
  // Locked first: joined to the statement that waits, the rest could be read from before the wait.
  const locked = await tx.query<{ topicId: string }>(
    'SELECT "topicId" FROM "comments" WHERE "id" = $1 FOR UPDATE',
    [commentId],
  )
  const { bands, length } = likenessOf(written.text, locked.rows[0]?.topicId ?? '')
  const { rows } = await tx.query<EditedFacts>(FACTS, [
    commentId,
    written.fingerprint,
    bands,
    length,
  ])
  const [row] = rows
  if (!row) throw new AppError('notFound')
  return row
}

const FACTS = `
  SELECT own."id", own."topicId", own."authorId", own."voice"::text, own."rootId", own."version", own."status"::text,
         own."latestStatus"::text, own."currentRevisionId", own."latestRevisionId",
         r."number", coalesce(r."originalText", r."text") AS "text", r."stance"::text, r."kind"::text,
         EXISTS (SELECT 1 FROM "moderation_decisions" d WHERE d."revisionId" = r."id" AND d."current") AS "decided",
         (SELECT coalesce(json_agg(json_build_object('id', a."id", 'name', coalesce(a."originalName", a."name"),
                   'alt', coalesce(a."originalAlt", a."alt"),
                   'shown', json_build_object('name', a."name", 'alt', a."alt")) ORDER BY f."position"), '[]')
            FROM "revision_attachments" f JOIN "attachments" a ON a."id" = f."attachmentId"
           WHERE f."revisionId" = r."id") AS "files",
         t."stage"::text, t."mode"::text, t."paused", t."openedAt", t."closesAt",
         ${screeningColumns({
           personId: 'own."authorId"',
           commentId: 'own."id"',
           copies: { topicId: 'own."topicId"', fingerprint: '$2', bands: '$3', length: '$4' },
         })}
    FROM "comments" own
    JOIN "comment_revisions" r ON r."id" = own."latestRevisionId"
    JOIN "topics" t ON t."id" = own."topicId"
   WHERE own."id" = $1`
