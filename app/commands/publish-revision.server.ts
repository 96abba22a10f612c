import { quoteExcerpt } from '~/domain/comment/quote'
import type { Stance } from '~/domain/comment/comment'
import { commentHotScore, topicHotScore } from '~/domain/topic/hot'
import type { Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { recountGroupOf } from './demand-group.server'
import { indexForSearch, removeFromSearch } from './index-for-search.server'

/** What has become public, or is public no more. */
export interface PublicComment {
  commentId: string
  topicId: string
  /** The opening comment of the conversation; null for an opening comment. */
  rootId: string | null
  authorId: string
  /** The comment was not public before: an edit of a published one is no first time. */
  firstTime: boolean
}

/**
 * Makes a revision the published one of its comment, in the caller's transaction: the former is
 * superseded, counters, tallies, hot scores and the search entry follow, pages are dropped. What was hidden is
 * shown again with it; reports that wait are of this text from now on. Locks are
 * taken in one order: comment, opening comment, voice, tally, topic; the caller's queue counts come after.
 *
 * `seenVersion` is the version of the comment that the caller decided on; the comment's version rises
 * by one. Whose comment a reply answers is told. Queue counts, decision records, audit and the notice to the
 * author are the caller's.
 *
 * @param publication.at when it becomes public; the transaction's time unless given
 * @param publication.decided a moderator has approved it, as against 先发后审
 * @returns null, with nothing changed, when the comment has another version by now
 */
export async function publishRevision(
  tx: Transaction,
  publication: {
    commentId: string
    revisionId: string
    seenVersion: number
    decided: boolean
    at?: Date
  },
): Promise<PublicComment | null> {
  const { commentId, revisionId, seenVersion, decided } = publication
  const at = publication.at ?? tx.now
  const [row] = await tx.db.$queryRaw<PublishableRow[]>`
    SELECT c."topicId", c."rootId", c."replyToId", c."authorId", c."status" = 'published' AS "public",
           c."status" = 'hidden' AS "hidden", c."publishedAt", c."currentRevisionId",
           CASE WHEN c."status" = 'hidden' THEN (SELECT max(y."publishedAt") FROM "comments" y
             WHERE y."rootId" = c."id" AND y."status" = 'published') END AS "newestReplyAt",
           c."replyCount", r."text", r."stance", r."kind", f."stance" AS "formerStance",
           t."title"
      FROM "comments" c
      JOIN "comment_revisions" r ON r."id" = ${revisionId} AND r."commentId" = c."id"
      LEFT JOIN "comment_revisions" f ON f."id" = c."currentRevisionId"
      JOIN "topics" t ON t."id" = c."topicId"
     WHERE c."id" = ${commentId} AND c."version" = ${seenVersion}
       FOR UPDATE OF c`
  if (!row) return null
  const { topicId, rootId, authorId } = row
  const firstTime = !row.public
  // What was hidden and is shown again was public all the while, as far as its place and its age go.
  const publishedAt = firstTime && !row.hidden ? at : (row.publishedAt ?? at)
  const hot = commentHotScore({
    replies: row.replyCount,
    newestAt: row.newestReplyAt ?? publishedAt,
  })

  await tx.db.$executeRaw`
    WITH "former" AS (
      UPDATE "comment_revisions" SET "status" = 'superseded'
       WHERE "commentId" = ${commentId} AND "id" <> ${revisionId}
         AND ("status" = 'hidden' OR ("id" = ${row.currentRevisionId} AND "status" = 'published'))
    ), "reported" AS (
      UPDATE "review_tasks" SET "revisionId" = ${revisionId}
       WHERE "commentId" = ${commentId} AND "kind" = 'reported' AND "closedAt" IS NULL
    ), "revision" AS (
      UPDATE "comment_revisions"
         SET "status" = 'published', "decidedAt" = CASE WHEN ${decided} THEN ${at} ELSE "decidedAt" END
       WHERE "id" = ${revisionId}
    )
    UPDATE "comments" c
       SET "status" = 'published', "currentRevisionId" = ${revisionId},
           "latestStatus" = CASE WHEN c."latestRevisionId" = ${revisionId} THEN 'published' ELSE c."latestStatus" END,
           "stance" = r."stance", "kind" = r."kind", "publishedAt" = ${publishedAt},
           "hot" = CASE WHEN ${firstTime} THEN ${hot} ELSE c."hot" END,
           "version" = c."version" + 1
      FROM "comment_revisions" r
     WHERE c."id" = ${commentId} AND r."id" = ${revisionId}`

  if (firstTime && rootId) await countReply(tx, rootId, publishedAt)
  await indexForSearch(tx, {
    objectId: commentId,
    kind: 'comment',
    topicId,
    title: row.title,
    text: row.text,
    excerpt: quoteExcerpt(row.text),
    publishedAt,
  })
  if (firstTime) {
    const newVoice = await addVoice(tx, topicId, authorId)
    if (!rootId) await countStance(tx, topicId, row.stance, 1)
    await countInTopic(tx, topicId, {
      comments: 1,
      voices: newVoice ? 1 : 0,
      newestAt: publishedAt,
    })
  } else if (!rootId && row.stance !== row.formerStance) {
    // In the order of the enumeration's words, so that two of these never wait for one another.
    const changes = [
      { stance: row.formerStance, by: -1 },
      { stance: row.stance, by: 1 },
    ].sort((a, b) => (a.stance ?? '').localeCompare(b.stance ?? ''))
    for (const { stance, by } of changes) await countStance(tx, topicId, stance, by)
  }
  await recountGroupOf(tx, commentId)
  if (firstTime && !row.hidden && rootId) {
    await tellAnswered(tx, { commentId, topicId, rootId, replyToId: row.replyToId, authorId })
  }
  tx.touch(`topic:${topicId}`, 'topics')
  return { commentId, topicId, rootId, authorId, firstTime }
}

/**
 * Takes a published comment out of public, in the caller's transaction: by its author (withdrawn), by a
 * moderator who reviewed it after publication, or by reports until a moderator has looked at it (hidden: that alone
 * can come before another of these, and leaves known what was published). The words of every revision that was
 * public go, from quotes and citations too; the place, replies and citations stay. Counters, tallies, hot scores and
 * the search entry are corrected, pages dropped; the comment's version rises by one, unless it is hidden: what a
 * moderator reads meanwhile is the same text.
 *
 * Where a newer revision waits, or was refused, the comment stands by that one afterwards.
 *
 * Queue counts, decision records, audit and notices are the caller's.
 *
 * @param withdrawal.seenVersion where the decision names a version
 * @returns null, with nothing changed, when the comment is not public or has another version by now
 */
export async function unpublishRevision(
  tx: Transaction,
  withdrawal: {
    commentId: string
    becomes: 'withdrawn' | 'hidden' | 'rejected' | 'returned'
    seenVersion?: number
  },
): Promise<PublicComment | null> {
  const { commentId, becomes } = withdrawal
  const [row] = await tx.db.$queryRaw<UnpublishableRow[]>`
    SELECT "topicId", "rootId", "authorId", "stance", "publishedAt", "version", "status" = 'hidden' AS "hidden"
      FROM "comments" WHERE "id" = ${commentId} AND "status" IN ('published', 'hidden') FOR UPDATE`
  if (!row) return null
  if (withdrawal.seenVersion !== undefined && withdrawal.seenVersion !== row.version) return null
  const { topicId, rootId, authorId } = row

  await tx.db.$executeRaw`
    WITH "revisions" AS (
      UPDATE "comment_revisions" r
         SET "status" = ${becomes}::"ReviewStatus",
             "decidedAt" = CASE WHEN ${becomes} IN ('rejected', 'returned') AND r."id" = c."currentRevisionId"
                                THEN ${tx.now} ELSE r."decidedAt" END
        FROM "comments" c
       WHERE c."id" = ${commentId} AND r."commentId" = c."id"
         AND (r."status" IN ('published', 'hidden', 'superseded')
           OR (r."status" = 'pending' AND ${becomes} = 'withdrawn'))
    ), "newest" AS (
      SELECT CASE WHEN "latestRevisionId" = "currentRevisionId" OR ${becomes} = 'withdrawn'
                  THEN ${becomes}::"ReviewStatus" ELSE "latestStatus" END AS "becomes"
        FROM "comments" WHERE "id" = ${commentId}
    )
    UPDATE "comments"
       SET "status" = CASE WHEN ${becomes} = 'hidden' THEN 'hidden' ELSE "newest"."becomes" END,
           "latestStatus" = "newest"."becomes",
           "currentRevisionId" = CASE WHEN ${becomes} = 'hidden' THEN "currentRevisionId" END,
           "version" = "version" + CASE WHEN ${becomes} = 'hidden' THEN 0 ELSE 1 END
      FROM "newest" WHERE "id" = ${commentId}`

  tx.touch(`topic:${topicId}`, 'topics')
  // What was hidden was taken out of every count then.
  if (row.hidden) return { commentId, topicId, rootId, authorId, firstTime: false }
  if (rootId) await uncountReply(tx, rootId)
  await removeFromSearch(tx, commentId)
  const lastOfVoice = await removeVoice(tx, topicId, authorId)
  if (!rootId) await countStance(tx, topicId, row.stance, -1)
  await countInTopic(tx, topicId, {
    comments: -1,
    voices: lastOfVoice ? -1 : 0,
    removedAt: row.publishedAt,
  })
  await recountGroupOf(tx, commentId)
  return { commentId, topicId, rootId, authorId, firstTime: false }
}

interface PublishableRow {
  topicId: string
  rootId: string | null
  replyToId: string | null
  authorId: string
  public: boolean
  hidden: boolean
  publishedAt: Date | null
  /** Of an opening comment that is hidden: its replies were public meanwhile. */
  newestReplyAt: Date | null
  currentRevisionId: string | null
  replyCount: number
  text: string
  stance: Stance | null
  formerStance: Stance | null
  title: string
}

interface UnpublishableRow {
  topicId: string
  rootId: string | null
  authorId: string
  stance: Stance | null
  publishedAt: Date
  version: number
  hidden: boolean
}

/** Tells whose conversation it is, and whom the reply answers there, that somebody replied. */
async function tellAnswered(
  tx: Transaction,
  reply: {
    commentId: string
    topicId: string
    rootId: string
    replyToId: string | null
    authorId: string
  },
): Promise<void> {
  const { commentId, topicId, rootId, replyToId, authorId } = reply
  const { rows } = await tx.query<{ authorId: string }>(
    `SELECT DISTINCT "authorId" FROM "comments" WHERE "id" IN ($1, $2) AND "status" = 'published'`,
    [rootId, replyToId ?? rootId],
  )
  await announce(tx, {
    key: `reply:${commentId}`,
    fact: { kind: 'commentReplied', data: { commentId } },
    topicId,
    actorId: authorId,
    own: rows.map((row) => row.authorId),
  })
}

/** One more reply to an opening comment, published at `at`. */
async function countReply(tx: Transaction, rootId: string, at: Date): Promise<void> {
  const [root] = await tx.db.$queryRaw<[{ replyCount: number }]>`
    UPDATE "comments" SET "replyCount" = "replyCount" + 1 WHERE "id" = ${rootId} RETURNING "replyCount"`
  const hot = commentHotScore({ replies: root.replyCount, newestAt: at })
  // Replies are not always published in the order of their times: the score never falls by a new one.
  await tx.db
    .$executeRaw`UPDATE "comments" SET "hot" = greatest("hot", ${hot}) WHERE "id" = ${rootId}`
}

async function uncountReply(tx: Transaction, rootId: string): Promise<void> {
  const [root] = await tx.db.$queryRaw<[{ replyCount: number; newestAt: Date | null }]>`
    UPDATE "comments" c
       SET "replyCount" = c."replyCount" - 1
     WHERE c."id" = ${rootId}
    RETURNING c."replyCount", coalesce((SELECT max(r."publishedAt") FROM "comments" r
      WHERE r."rootId" = ${rootId} AND r."status" = 'published'), c."publishedAt") AS "newestAt"`
  if (!root.newestAt) return
  const hot = commentHotScore({ replies: root.replyCount, newestAt: root.newestAt })
  await tx.db.$executeRaw`UPDATE "comments" SET "hot" = ${hot} WHERE "id" = ${rootId}`
}

/** Counts a person's comment; true when it is the first of theirs in the topic. */
async function addVoice(tx: Transaction, topicId: string, personId: string): Promise<boolean> {
  const [voice] = await tx.db.$queryRaw<[{ comments: number }]>`
    INSERT INTO "topic_voices" AS v ("topicId", "personId", "comments") VALUES (${topicId}, ${personId}, 1)
    ON CONFLICT ("topicId", "personId") DO UPDATE SET "comments" = v."comments" + 1
    RETURNING "comments"`
  return voice.comments === 1
}

/** Discounts a person's comment; true when none of theirs is left in the topic. */
async function removeVoice(tx: Transaction, topicId: string, personId: string): Promise<boolean> {
  const [voice] = await tx.db.$queryRaw<[{ comments: number }]>`
    UPDATE "topic_voices" SET "comments" = "comments" - 1
     WHERE "topicId" = ${topicId} AND "personId" = ${personId} RETURNING "comments"`
  return voice.comments === 0
}

async function countStance(
  tx: Transaction,
  topicId: string,
  stance: Stance | null,
  by: number,
): Promise<void> {
  if (!stance) return
  // On the way down the row is there: an INSERT of a negative count would break its check.
  await (by > 0
    ? tx.db.$executeRaw`
        INSERT INTO "stance_tallies" AS s ("topicId", "stance", "count")
        VALUES (${topicId}, ${stance}::"Stance", ${by})
        ON CONFLICT ("topicId", "stance") DO UPDATE SET "count" = s."count" + ${by}`
    : tx.db.$executeRaw`
        UPDATE "stance_tallies" SET "count" = "count" + ${by}
         WHERE "topicId" = ${topicId} AND "stance" = ${stance}::"Stance"`)
}

/** The topic's own counts and score, last of all. */
async function countInTopic(
  tx: Transaction,
  topicId: string,
  change: { comments: number; voices: number } & ({ newestAt: Date } | { removedAt: Date }),
): Promise<void> {
  const newest = 'newestAt' in change ? change.newestAt : null
  const [topic] = await tx.db.$queryRaw<[TopicCounts]>`
    UPDATE "topics"
       SET "commentCount" = "commentCount" + ${change.comments},
           "voiceCount" = "voiceCount" + ${change.voices},
           "lastCommentAt" = greatest("lastCommentAt", ${newest}::timestamptz)
     WHERE "id" = ${topicId}
    RETURNING "commentCount", "voiceCount", "lastCommentAt", "openedAt"`
  let lastCommentAt = topic.lastCommentAt
  if ('removedAt' in change && lastCommentAt && change.removedAt >= lastCommentAt) {
    // The newest one left: only then are the others looked at.
    const [left] = await tx.db.$queryRaw<[{ at: Date | null }]>`
      SELECT max("publishedAt") AS "at" FROM "comments"
       WHERE "topicId" = ${topicId} AND "status" = 'published'`
    lastCommentAt = left.at
  }
  const hot = topicHotScore({
    people: topic.voiceCount,
    comments: topic.commentCount,
    newestAt: lastCommentAt ?? topic.openedAt,
  })
  await tx.db.$executeRaw`
    UPDATE "topics" SET "hot" = ${hot}, "lastCommentAt" = ${lastCommentAt}::timestamptz WHERE "id" = ${topicId}`
}

interface TopicCounts {
  commentCount: number
  voiceCount: number
  lastCommentAt: Date | null
  openedAt: Date
}
