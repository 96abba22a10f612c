import type { Stance } from '~/domain/comment/comment'
import { AppError } from '~/domain/errors'
import { stancesOppose } from '~/domain/moderation/same-demand/sides'
import { newId } from '~/server/ids.server'
import type { Transaction } from '~/server/transact.server'

/**
 * The group of the comment `otherId`, in the caller's transaction: made with it as the lead where it has none. The
 * caller's comment is to join it.
 *
 * @throws AppError notFound where there is no such opening comment, public or waiting, in the topic; invalidInput
 *   (`field` sameAs) for the comment itself, for a reply, and where the two take opposite sides
 */
export async function demandGroupFor(
  tx: Transaction,
  comment: { id: string; topicId: string },
  otherId: string,
  personId: string,
): Promise<string> {
  const { rows } = await tx.query<Pair>(PAIR, [otherId, comment.id, comment.topicId])
  const [pair] = rows
  if (!pair) throw new AppError('notFound')
  if (otherId === comment.id || pair.reply || stancesOppose(pair.stance, pair.otherStance)) {
    throw new AppError('invalidInput', { field: 'sameAs' })
  }
  if (pair.groupId) return pair.groupId
  const made = await tx.query<{ id: string }>(MAKE, [
    newId(tx.now.getTime()),
    comment.topicId,
    otherId,
    personId,
    tx.now,
  ])
  const id = made.rows[0]?.id
  if (id === undefined) throw new AppError('notFound')
  return id
}

interface Pair {
  groupId: string | null
  reply: boolean
  stance: Stance | null
  otherStance: Stance | null
}

const PAIR = `
  SELECT coalesce(o."demandGroupId", g."id") AS "groupId", c."rootId" IS NOT NULL AS "reply",
         rc."stance"::text, ro."stance"::text AS "otherStance"
    FROM "comments" o
    JOIN "comment_revisions" ro ON ro."id" = o."latestRevisionId"
    JOIN "comments" c ON c."id" = $2
    JOIN "comment_revisions" rc ON rc."id" = c."latestRevisionId"
    LEFT JOIN "demand_groups" g ON g."leadCommentId" = o."id"
   WHERE o."id" = $1 AND o."topicId" = $3 AND o."rootId" IS NULL AND o."status" IN ('published', 'pending')`

// Of two who make the group of one lead at once, the second gets the first one's.
const MAKE = `
  INSERT INTO "demand_groups" AS g ("id", "topicId", "leadCommentId", "createdById", "createdAt")
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT ("leadCommentId") DO UPDATE SET "topicId" = g."topicId"
  RETURNING g."id"`

/** Puts a comment under the group's lead; its publication counts it. The lead itself stays where it is. */
export async function enterDemandGroup(
  tx: Transaction,
  commentId: string,
  groupId: string,
): Promise<void> {
  await tx.query(ENTER, [commentId, groupId])
}

const ENTER = `
  UPDATE "comments" c SET "demandGroupId" = $2
   WHERE c."id" = $1 AND NOT EXISTS (SELECT 1 FROM "demand_groups" g WHERE g."leadCommentId" = $1)`

/**
 * Counts the persons of the group that a comment is in, after it was published, withdrawn or taken out. A lead
 * that is not public gives its place to the oldest public member; one that somebody else holds just now is passed over.
 */
export async function recountGroupOf(tx: Transaction, commentId: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(GROUP_OF, [commentId])
  if (rows[0]) await recountGroup(tx, rows[0].id)
}

export async function recountGroup(tx: Transaction, groupId: string): Promise<void> {
  const { rows } = await tx.query<{ leadId: string; topicId: string; public: boolean }>(HOLD, [
    groupId,
  ])
  const [group] = rows
  if (!group) return
  if (!group.public) await tx.query(SUCCEED, [groupId, group.leadId])
  await tx.query(COUNT, [groupId])
  tx.touch(`topic:${group.topicId}`)
}

const GROUP_OF = `
  SELECT coalesce(c."demandGroupId", g."id") AS "id"
    FROM "comments" c LEFT JOIN "demand_groups" g ON g."leadCommentId" = c."id"
   WHERE c."id" = $1 AND coalesce(c."demandGroupId", g."id") IS NOT NULL`

const HOLD = `
  SELECT g."leadCommentId" AS "leadId", g."topicId", c."status" = 'published' AS "public"
    FROM "demand_groups" g JOIN "comments" c ON c."id" = g."leadCommentId"
   WHERE g."id" = $1 FOR UPDATE OF g`

// A lead that still waits becomes a member; one that was taken back leaves, and keeps its place in the thread.
const SUCCEED = `
  WITH "heir" AS (
    SELECT "id" FROM "comments" WHERE "demandGroupId" = $1 AND "status" = 'published'
     ORDER BY "id" LIMIT 1 FOR UPDATE SKIP LOCKED
  ), "former" AS (
    UPDATE "comments" c SET "demandGroupId" = $1
      FROM "heir" WHERE c."id" = $2 AND c."status" = 'pending'
  ), "raised" AS (
    UPDATE "comments" c SET "demandGroupId" = NULL FROM "heir" WHERE c."id" = "heir"."id"
  )
  UPDATE "demand_groups" g SET "leadCommentId" = "heir"."id" FROM "heir" WHERE g."id" = $1`

const COUNT = `
  UPDATE "demand_groups" g SET "size" = (
    SELECT count(DISTINCT c."authorId") FROM "comments" c
     WHERE (c."demandGroupId" = g."id" OR c."id" = g."leadCommentId") AND c."status" = 'published')
   WHERE g."id" = $1`
