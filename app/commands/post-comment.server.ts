import {
  COMMENT_MAX_CHARACTERS,
  type CommentKind,
  type ReviewStatus,
  type Stance,
} from '~/domain/comment/comment'
import { placeReply, type ReplyPlace } from '~/domain/comment/conversation'
import { quoteProblem } from '~/domain/comment/quote'
import { firstStatus } from '~/domain/comment/review-transition'
import { chooseVoice, voiceOptions } from '~/domain/comment/voice-choice'
import { writtenLanguage } from '~/domain/comment/written-language'
import { AppError } from '~/domain/errors'
import { demandBands } from '~/domain/moderation/same-demand/signature'
import { timingAfterScreening } from '~/domain/moderation/screening/disposition'
import { isAskedOutside, timingOncePassed } from '~/domain/moderation/screening/external'
import { likenessOf, type Likeness } from '~/domain/moderation/screening/near-copies'
import type { Actor } from '~/domain/person/actor'
import { roleOfVoice, type Voice } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import type { IntakeFacts } from '~/domain/topic/participation'
import { screenOutside } from '~/jobs/screen-outside'
import { participationOf, requireComment } from '~/policies/comment'
import type { PreparedFile } from '~/server/attachments/prepared-file'
import { limitRates } from '~/server/auth/rate-limit.server'
import { newId } from '~/server/ids.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import { fingerprintOf, screeningKit } from '~/server/screening-kit.server'
import { transact, type Transaction } from '~/server/transact.server'
import { publishRevision } from './publish-revision.server'
import { openReviewTask } from './review-task.server'
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
import { attachToRevision, storeAttachments } from './store-attachments.server'

export interface NewComment {
  topicId: string
  text: string
  stance?: Stance | undefined
  kind: CommentKind
  /** In whose voice; by default the most special one that the author's grants allow in this topic. */
  voice?: Voice | undefined
  /** The comment that this one answers: opening comment or reply. */
  replyTo?: string | undefined
  /** The published revision that is quoted. */
  quote?: string | undefined
  /** Photographs and documents, looked at by `prepareFiles`. With some it waits for a moderator in any case. */
  files?: readonly PreparedFile[]
}

export interface PostedComment {
  commentId: string
  /** Waiting for review (先审后发), or public already (先发后审). */
  status: 'pending' | 'published'
}

/** Per person, and per address for many people behind one: a community centre has one address. */
const PER_PERSON = { name: 'comment', limit: 12, windowSeconds: 600 }
const PER_ADDRESS = { name: 'comment-address', limit: 120, windowSeconds: 600 }

/** A form that is sent twice by a double click makes one comment. */
const SAME_WITHIN_MS = 60_000
const SAME_AMONG_LATEST = 3

/**
 * Takes in a comment: for review, or into public where the topic reviews afterwards. The text is rendered
 * here, once.
 *
 * @throws AppError as `requireComment`; tooManyRequests; textRefused with the `rule`; notFound for an unknown topic; invalidInput with
 *   `field` text, voice, replyTo or quote where that is wrong, or what it named is gone
 */
export async function postComment(scope: Scope, input: NewComment): Promise<PostedComment> {
  const { viewer, now } = scope
  if (!viewer) throw new AppError('signInRequired')
  const text = writtenText(input.text, 'text', COMMENT_MAX_CHARACTERS)
  if (text === null) throw new AppError('invalidInput', { field: 'text' })
  if (!isId(input.topicId)) throw new AppError('notFound')
  await limitRates(scope, [
    { rate: PER_PERSON, subject: viewer.personId },
    ...(scope.addressKey ? [{ rate: PER_ADDRESS, subject: scope.addressKey }] : []),
  ])
  const rendered = renderMarkdown(text, 'comment')
  const commentId = newId(now.getTime())
  const revisionId = newId(now.getTime())

  const fingerprint = fingerprintOf(text)
  const likeness = likenessOf(text, input.topicId)
  const kit = await screeningKit(scope.container)

  return transact(scope, async (tx) => {
    const intake = await readIntake(tx, viewer, input, { text, fingerprint, likeness })
    const author = requireComment(viewer, intake, now)
    if (intake.sameId) return { commentId: intake.sameId, status: intake.sameStatus ?? 'pending' }
    const place = placeOf(input, intake, author)
    const spoken = chooseVoice(voiceOptions(author.grants, intake), input.voice)
    if (!spoken) throw new AppError('invalidInput', { field: 'voice' })
    if (input.quote && (!intake.quoted || quoteProblem(intake.quoted, input.topicId))) {
      throw new AppError('invalidInput', { field: 'quote' })
    }
    const files = input.files ?? []
    const screening = screenComment(text, author, intake, kit, now, files)
    const masked = screening.published !== text
    const shown = masked ? renderMarkdown(screening.published, 'comment') : rendered
    const can = participationOf(viewer, intake, now)
    const mode = can.kind === 'comment' && files.length === 0 ? can.review : 'before'
    const status = firstStatus(timingAfterScreening(mode, screening.asks))
    // Replies carry no stance: the tallies count each conversation's opening.
    const stance = place ? null : (input.stance ?? null)
    const title = spoken.title ?? (spoken.voice === 'official' ? intake.department : null)

    await tx.query(INSERT, [
      commentId,
      revisionId,
      input.topicId,
      author.personId,
      spoken.voice,
      title,
      place?.rootId ?? null,
      place?.replyToId ?? null,
      input.quote ?? null,
      stance,
      input.kind,
      now,
      writtenLanguage(text, scope.language),
      screening.published,
      shown.html,
      shown.version,
      masked ? text : null,
      fingerprint,
      findingRows(screening.findings),
      place ? [] : demandBands(screening.published, input.topicId),
    ])
    const to = { commentId }
    const attachments = await storeAttachments(
      tx,
      scope.container,
      to,
      author.personId,
      files,
      screening.files,
    )
    await attachToRevision(tx, revisionId, attachments)
    tx.audit({
      action: 'comment.posted',
      objectType: 'comment',
      objectId: commentId,
      role: roleOfVoice(spoken.voice),
      detail: {
        topicId: input.topicId,
        revisionId,
        rootId: place?.rootId ?? null,
        status,
        stance,
        kind: input.kind,
        screeningRules: rulesInForce(screening),
        masked: masked || hasMasks(files, screening.files),
        ...(attachments.length > 0 && { attachments }),
      },
    })
    await openReviewTask(tx, { kind: 'pending', commentId, revisionId, ...taskOf(screening) })
    if (isAskedOutside(screening)) {
      const once = firstStatus(timingOncePassed(mode, screening.findings))
      await tx.enqueue(screenOutside, { revisionId, publish: once !== status })
    }
    if (status !== 'published') return { commentId, status: 'pending' as const }
    await publishRevision(tx, { commentId, revisionId, seenVersion: 1, decided: false })
    return { commentId, status }
  })
}

const INSERT = `
  WITH "comment" AS (
    INSERT INTO "comments" ("id", "latestRevisionId", "topicId", "authorId", "voice", "authorTitle", "rootId",
      "replyToId", "quotedRevisionId", "stance", "kind", "status", "latestStatus", "createdAt", "lang")
    VALUES ($1, $2, $3, $4, $5::"Voice", $6, $7, $8, $9, $10::"Stance", $11::"CommentKind", 'pending',
      'pending', $12, $13)
  ), "revision" AS (
    INSERT INTO "comment_revisions" ("id", "commentId", "number", "text", "html", "rendererVersion",
      "originalText", "fingerprint", "stance", "kind", "status", "createdAt")
    VALUES ($2, $1, 1, $14, $15, $16, $17, $18, $10::"Stance", $11::"CommentKind", 'pending', $12)
  ), "signature" AS (
    INSERT INTO "demand_signatures" ("commentId", "bands")
    SELECT $1, $20::int[] WHERE cardinality($20::int[]) > 0
  )
  ${recordFindings({ revisionId: '$2', findings: '$19', at: '$12::timestamptz' })}`

interface Intake extends IntakeFacts, ScreeningRow {
  studioId: string
  /** The name of the department that an official speaks for. */
  department: string | null
  target: {
    id: string
    topicId: string
    rootId: string | null
    authorId: string
    status: ReviewStatus
  } | null
  quoted: { topicId: string; status: ReviewStatus } | null
  /** The same words of the same author at the same place, a moment ago. */
  sameId: string | null
  sameStatus: 'pending' | 'published' | null
}

/** Everything that the rules ask of, in one statement. */
async function readIntake(
  tx: Transaction,
  viewer: Actor,
  input: NewComment,
  written: { text: string; fingerprint: string | null; likeness: Likeness },
): Promise<Intake> {
  const departmentId = viewer.grants.find(({ role }) => role === 'official')?.departmentId ?? null
  const since = new Date(tx.now.getTime() - SAME_WITHIN_MS)
  const { rows } = await tx.query<Intake>(INTAKE, [
    departmentId,
    input.replyTo ?? null,
    input.quote ?? null,
    viewer.personId,
    since,
    written.text,
    input.topicId,
    written.fingerprint,
    written.likeness.bands,
    written.likeness.length,
  ])
  const [row] = rows
  if (!row) throw new AppError('notFound')
  return row
}

const INTAKE = `
  SELECT t."stage"::text, t."mode"::text, t."paused", t."openedAt", t."closesAt", t."studioId",
         (SELECT d."name" FROM "departments" d WHERE d."id" = $1) AS "department",
         (SELECT json_build_object('id', c."id", 'topicId', c."topicId", 'rootId', c."rootId",
                   'authorId', c."authorId", 'status', c."status")
            FROM "comments" c WHERE c."id" = $2) AS "target",
         (SELECT json_build_object('topicId', c."topicId", 'status', r."status")
            FROM "comment_revisions" r JOIN "comments" c ON c."id" = r."commentId"
           WHERE r."id" = $3) AS "quoted",
         same."id" AS "sameId", same."status"::text AS "sameStatus",
         ${screeningColumns({
           personId: '$4',
           commentId: 'NULL',
           copies: { topicId: '$7', fingerprint: '$8', bands: '$9', length: '$10' },
         })}
    FROM "topics" t
    LEFT JOIN LATERAL (
      SELECT l."id", l."status"
        FROM (SELECT * FROM "comments" c WHERE c."authorId" = $4
               ORDER BY c."id" DESC LIMIT ${SAME_AMONG_LATEST}) l
        JOIN "comment_revisions" r ON r."id" = l."latestRevisionId"
       WHERE l."topicId" = t."id" AND l."createdAt" > $5 AND coalesce(r."originalText", r."text") = $6
         AND l."latestStatus" IN ('pending', 'published')
         AND $2::text IS NOT DISTINCT FROM coalesce(l."replyToId", l."rootId")
       LIMIT 1) same ON true
   WHERE t."id" = $7`

/** Where a reply goes; null for an opening comment. */
function placeOf(input: NewComment, intake: Intake, author: Actor): ReplyPlace | null {
  if (!input.replyTo) return null
  const place =
    intake.target &&
    placeReply(intake.target, { topicId: input.topicId, authorId: author.personId })
  if (!place?.ok) throw new AppError('invalidInput', { field: 'replyTo' })
  return place
}
