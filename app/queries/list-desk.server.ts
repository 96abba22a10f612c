import { AppError } from '~/domain/errors'
import { quoteExcerpt } from '~/domain/comment/quote'
import type { Part, ResponseStatus } from '~/domain/response/response'
import type { Stage } from '~/domain/topic/stage'
import { Prisma } from '~/generated/prisma/client'
import { actsFor, deskDepartments } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { readTimeCursor, writeTimeCursor, type TimeCursor } from './cursor'

/** The desk's views: all that is owed, 待签收, 办理中, 待审签, 已答复. */
export const DESK_VIEWS = [
  'open',
  'unacknowledged',
  'handling',
  'awaitingSignOff',
  'answered',
] as const

export type DeskView = (typeof DESK_VIEWS)[number]

/** A department's part in an assignment, as it lies on its desk. */
export interface DeskItem {
  assignmentId: string
  departmentId: string
  department: string
  part: Part
  dueAt: Date
  dueProvisional: boolean
  acknowledgedAt: Date | null
  answeredAt: Date | null
  topicId: string
  title: string
  stage: Stage
  supervised: boolean
  /** The beginning of the comment, where one was assigned and it is still public. */
  commentExcerpt: string | null
  /** A single comment was assigned, not the topic. */
  ofComment: boolean
  /** Where the answer stands: the department's own, or with 会办 its lead's. */
  responseStatus: ResponseStatus | null
  /** It waits for a signature that the viewer may give. */
  forMySignature: boolean
}

export interface DeskPage {
  items: DeskItem[]
  next: string | null
  /** Matters of each view; open ones are counted up to a bound. */
  counts: Record<Exclude<DeskView, 'answered'>, number>
}

const PAGE_SIZE = 20
/** Past this many the desk says “and more”. */
export const COUNT_BOUND = 500

/**
 * What lies on the viewer's desk, for all their departments together: what is owed by due date, what was
 * answered newest first.
 *
 * @throws AppError forbidden for who has no department; invalidCursor
 */
export async function listDesk(
  scope: Scope,
  options: { view: DeskView; after?: string },
): Promise<DeskPage> {
  const departmentIds = deskDepartments(scope.viewer)
  if (departmentIds.length === 0) throw new AppError('forbidden', {}, { detail: 'no department' })
  const after = options.after === undefined ? null : readTimeCursor(options.after, 2)
  const rows = await scope.db.$queryRaw<DeskRow[]>`
    SELECT * FROM unnest(${departmentIds}::text[]) AS mine("id")
      CROSS JOIN LATERAL (${deskRows(options.view, after)}) item
     ORDER BY ${options.view === 'answered' ? ANSWERED_ORDER : DUE_ORDER} LIMIT ${PAGE_SIZE + 1}`
  const items = rows.slice(0, PAGE_SIZE).map((row) => toItem(row, scope))
  const last = rows.length > PAGE_SIZE ? items.at(-1) : undefined
  return {
    items,
    next: last
      ? writeTimeCursor({
          at: options.view === 'answered' ? (last.answeredAt ?? last.dueAt) : last.dueAt,
          ids: [last.assignmentId, last.departmentId],
        })
      : null,
    counts: await countDesk(scope, departmentIds),
  }
}

/** What waits for the viewer's own signature, the longest waiting first; a short list for the top of the desk. */
export async function listForSignature(scope: Scope, take = 10): Promise<DeskItem[]> {
  const { viewer } = scope
  const signing = deskDepartments(viewer).filter((id) => actsFor(viewer, 'sign', id))
  if (!viewer || signing.length === 0) return []
  const rows = await scope.db.$queryRaw<DeskRow[]>`
    SELECT ${COLUMNS}
      FROM "responses" r
      JOIN "assignment_departments" ad
        ON ad."assignmentId" = r."assignmentId" AND ad."departmentId" = r."departmentId" AND ad."closedAt" IS NULL
      ${JOINS}
     WHERE r."departmentId" = ANY(${signing}) AND r."status" = 'awaitingSignOff'
       AND NOT EXISTS (SELECT 1 FROM "response_drafts" w
         WHERE w."responseId" = r."id" AND w."authorId" = ${viewer.personId})
     ORDER BY r."submittedAt", r."id" LIMIT ${take}`
  return rows.map((row) => toItem(row, scope))
}

interface DeskRow extends Omit<DeskItem, 'commentExcerpt' | 'forMySignature'> {
  commentText: string | null
  answeringId: string | null
  drafterIds: string[]
}

const DUE_ORDER = Prisma.sql`"dueAt", "assignmentId", "departmentId"`
const ANSWERED_ORDER = Prisma.sql`"answeredAt" DESC, "assignmentId" DESC, "departmentId" DESC`

const COLUMNS = Prisma.sql`
  ad."assignmentId", ad."departmentId", dep."shortName" AS "department", ad."part"::text, ad."dueAt",
  a."dueProvisional", ad."acknowledgedAt", ad."answeredAt", a."topicId", t."title", t."stage"::text,
  t."supervised", a."commentId" IS NOT NULL AS "ofComment", rev."text" AS "commentText",
  r."status"::text AS "responseStatus", r."departmentId" AS "answeringId",
  ARRAY(SELECT w."authorId" FROM "response_drafts" w WHERE w."responseId" = r."id") AS "drafterIds"`

const JOINS = Prisma.sql`
  JOIN "assignments" a ON a."id" = ad."assignmentId"
  JOIN "topics" t ON t."id" = a."topicId"
  JOIN "departments" dep ON dep."id" = ad."departmentId"
  LEFT JOIN "comments" c ON c."id" = a."commentId" AND c."status" = 'published'
  LEFT JOIN "comment_revisions" rev ON rev."id" = c."currentRevisionId"`

/** 会办 look at their lead's answer, all others at their own. */
const ANSWER = Prisma.sql`
  LEFT JOIN "responses" r ON r."assignmentId" = ad."assignmentId" AND r."departmentId" =
    CASE WHEN ad."part" = 'joint' THEN (
      SELECT l."departmentId" FROM "assignment_departments" l
       WHERE l."assignmentId" = ad."assignmentId" AND l."part" = 'lead' LIMIT 1)
    ELSE ad."departmentId" END`

const VIEW_FILTERS: Record<DeskView, Prisma.Sql> = {
  open: Prisma.sql`ad."closedAt" IS NULL`,
  unacknowledged: Prisma.sql`ad."closedAt" IS NULL AND ad."acknowledgedAt" IS NULL`,
  handling: Prisma.sql`ad."closedAt" IS NULL AND ad."acknowledgedAt" IS NOT NULL
    AND r."status" IS DISTINCT FROM 'awaitingSignOff'`,
  awaitingSignOff: Prisma.sql`ad."closedAt" IS NULL AND r."status" = 'awaitingSignOff'`,
  answered: Prisma.sql`ad."answeredAt" IS NOT NULL`,
}

function deskRows(view: DeskView, after: TimeCursor | null): Prisma.Sql {
  const answered = view === 'answered'
  const [assignmentId = '', departmentId = ''] = after?.ids ?? []
  const beyond = !after
    ? Prisma.empty
    : answered
      ? Prisma.sql`AND (ad."answeredAt", ad."assignmentId", ad."departmentId") < (${after.at}, ${assignmentId}, ${departmentId})`
      : Prisma.sql`AND (ad."dueAt", ad."assignmentId", ad."departmentId") > (${after.at}, ${assignmentId}, ${departmentId})`
  const order = answered
    ? Prisma.sql`ad."answeredAt" DESC, ad."assignmentId" DESC`
    : Prisma.sql`ad."dueAt", ad."assignmentId"`
  return Prisma.sql`
    SELECT ${COLUMNS} FROM "assignment_departments" ad ${ANSWER} ${JOINS}
     WHERE ad."departmentId" = mine."id" AND ${VIEW_FILTERS[view]} ${beyond}
     ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`
}

function toItem({ commentText, answeringId, drafterIds, ...row }: DeskRow, scope: Scope): DeskItem {
  const { viewer } = scope
  return {
    ...row,
    commentExcerpt: commentText === null ? null : quoteExcerpt(commentText),
    forMySignature:
      row.responseStatus === 'awaitingSignOff' &&
      answeringId !== null &&
      actsFor(viewer, 'sign', answeringId) &&
      !drafterIds.includes(viewer.personId),
  }
}

async function countDesk(
  scope: Scope,
  departmentIds: readonly string[],
): Promise<DeskPage['counts']> {
  const [counts] = await scope.db.$queryRaw<[DeskPage['counts']]>`
    SELECT count(*)::int AS "open",
           count(*) FILTER (WHERE "acknowledgedAt" IS NULL)::int AS "unacknowledged",
           count(*) FILTER (WHERE "acknowledgedAt" IS NOT NULL
             AND "status" IS DISTINCT FROM 'awaitingSignOff')::int AS "handling",
           count(*) FILTER (WHERE "status" = 'awaitingSignOff')::int AS "awaitingSignOff"
      FROM (SELECT ad."acknowledgedAt", r."status"::text FROM "assignment_departments" ad ${ANSWER}
             WHERE ad."departmentId" = ANY(${[...departmentIds]}) AND ad."closedAt" IS NULL
             LIMIT ${COUNT_BOUND}) open`
  return counts
}
