import type { ReviewStatus, Stance } from '~/domain/comment/comment'
import { demandBands } from '~/domain/moderation/same-demand/signature'
import {
  ALIKE_FROM,
  compareDemands,
  prepareDemand,
  type Difference,
} from '~/domain/moderation/same-demand/similarity'
import type { Scope } from '~/server/scope.server'

/** A comment whose words are much like those of another. */
export interface SimilarComment {
  id: string
  topicId: string
  topicTitle: string
  authorName: string
  text: string
  stance: Stance | null
  status: ReviewStatus
  latestStatus: ReviewStatus
  revisionId: string
  version: number
  createdAt: Date
  /** The group that it is in, as lead or under one. */
  groupId: string | null
  /** From 0 to 1. */
  share: number
  difference: Difference | null
  same: boolean
}

/** Those that meet in most bands are compared word by word. */
const COMPARED = 40

const SHOWN = 8

/**
 * What is much like the newest text of an opening comment, the most alike first: waiting or public comments of the
 * same topic, and copies in others. For moderators: it shows what waits.
 */
export async function findSimilarComments(
  scope: Pick<Scope, 'container'>,
  comment: { id: string; topicId: string; text: string; stance: Stance | null },
): Promise<SimilarComment[]> {
  const bands = demandBands(comment.text, comment.topicId)
  if (bands.length === 0) return []
  const { rows } = await scope.container.database.query<Candidate>(SIMILAR, [
    bands,
    comment.id,
    COMPARED,
  ])
  const demand = prepareDemand(comment)
  return rows
    .map((row) => ({ ...row, ...compareDemands(demand, prepareDemand(row)) }))
    .filter(({ share }) => share >= ALIKE_FROM)
    .sort((a, b) => Number(b.same) - Number(a.same) || b.share - a.share || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN)
}

type Candidate = Omit<SimilarComment, 'share' | 'difference' | 'same'>

// Two steps: the index gives those that meet in any band, and the few that meet in most are read in full.
const SIMILAR = `
  WITH "met" AS MATERIALIZED (
    SELECT s."commentId",
           (SELECT count(*) FROM unnest(s."bands") b WHERE b = ANY($1::int[])) AS "times"
      FROM "demand_signatures" s
     WHERE s."bands" && $1::int[] AND s."commentId" <> $2
     ORDER BY 2 DESC, 1 DESC
     LIMIT $3
  )
  SELECT c."id", c."topicId", t."title" AS "topicTitle", p."displayName" AS "authorName", r."text",
         r."stance"::text, c."status"::text, c."latestStatus"::text, r."id" AS "revisionId", c."version",
         c."createdAt", coalesce(c."demandGroupId", g."id") AS "groupId"
    FROM "met" m
    JOIN "comments" c ON c."id" = m."commentId"
    JOIN "comment_revisions" r ON r."id" = c."latestRevisionId"
    JOIN "topics" t ON t."id" = c."topicId"
    JOIN "people" p ON p."id" = c."authorId"
    LEFT JOIN "demand_groups" g ON g."leadCommentId" = c."id"
   WHERE c."status" IN ('published', 'pending') AND c."latestStatus" IN ('published', 'pending')`
