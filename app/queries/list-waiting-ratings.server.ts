import { recusalOf, requireReviewer, type Recusal } from '~/policies/moderation'
import type { Grades, DissatisfactionReason } from '~/domain/response/rating'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'
import { readTimeCursor, writeTimeCursor } from './cursor'

/** Words beside a rating that wait for a moderator. */
export interface WaitingRating extends Grades {
  id: string
  version: number
  reason: DissatisfactionReason | null
  text: string
  /** What would be public: masked. */
  publicText: string
  rules: string[]
  sentAt: Date
  name: string
  department: string
  topicId: string
  title: string
  responseId: string
  /** Why the viewer leaves it to a colleague. */
  recusal: Recusal | null
}

interface Row extends Omit<WaitingRating, 'recusal'> {
  authorId: string
  studioId: string
  viewerSpoke: boolean
}

const PAGE_SIZE = 20

/** Words beside ratings that wait, the longest waiting first. @throws AppError forbidden, invalidCursor */
export async function listWaitingRatings(
  scope: Scope,
  options: { after?: string } = {},
): Promise<{ ratings: WaitingRating[]; next: string | null }> {
  const reviewer = requireReviewer(scope.viewer)
  const after = options.after === undefined ? null : readTimeCursor(options.after, 1)
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT g."id", g."version", g."resolution"::text, g."attitude"::text, g."speed"::text, g."reason"::text,
           g."text", g."publicText", g."rules", g."textSentAt" AS "sentAt", p."displayName" AS "name",
           dep."name" AS "department", r."topicId", t."title", g."responseId", g."personId" AS "authorId",
           t."studioId",
           EXISTS (SELECT 1 FROM "comments" c
              WHERE c."authorId" = ${reviewer.personId} AND c."topicId" = t."id"
                AND (c."status" = 'published' OR c."latestStatus" = 'pending')) AS "viewerSpoke"
      FROM "ratings" g
      JOIN "people" p ON p."id" = g."personId"
      JOIN "responses" r ON r."id" = g."responseId"
      JOIN "departments" dep ON dep."id" = r."departmentId"
      JOIN "topics" t ON t."id" = r."topicId"
     WHERE g."textState" = 'waiting'
       ${after ? Prisma.sql`AND (g."textSentAt", g."id") > (${after.at}, ${after.ids[0]})` : Prisma.empty}
     ORDER BY g."textSentAt", g."id" LIMIT ${PAGE_SIZE + 1}`
  const ratings = rows
    .slice(0, PAGE_SIZE)
    .map(({ authorId, studioId, viewerSpoke, ...rating }) => ({
      ...rating,
      recusal: recusalOf(reviewer, { authorId, studioId, viewerSpoke }),
    }))
  const last = rows.length > PAGE_SIZE ? ratings.at(-1) : undefined
  return { ratings, next: last ? writeTimeCursor({ at: last.sentAt, ids: [last.id] }) : null }
}

/** More than this many are not counted. */
const COUNTED = 100

/** How many wait, up to a bound. */
export async function countWaitingRatings(scope: Pick<Scope, 'db'>): Promise<number> {
  const waiting = await scope.db.rating.findMany({
    where: { textState: 'waiting' },
    select: { id: true },
    take: COUNTED,
  })
  return waiting.length
}
