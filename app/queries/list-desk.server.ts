import { AppError } from '~/domain/errors'
import { quoteExcerpt } from '~/domain/comment/quote'
import type { PartState } from '~/domain/response/assignment-state'
import { isAcknowledgeOverdue, isProvisional, soonUntil } from '~/domain/response/due'
import type { Part, ResponseStatus } from '~/domain/response/response'
import type { WorkingCalendar } from '~/domain/response/working-days'
import type { Stage } from '~/domain/topic/stage'
import { Prisma } from '~/generated/prisma/client'
import { actsFor, deskDepartments } from '~/policies/assignment'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { countDesk, type DeskCounts } from './count-desk.server'
import { readTimeCursor, writeTimeCursor, type TimeCursor } from './cursor'

/** The desk's views: all that is owed, 待签收, 办理中, 即将到期, 已逾期, 待审签, 已答复, 待回访. */
export const DESK_VIEWS = [
  'open',
  'unacknowledged',
  'handling',
  'dueSoon',
  'overdue',
  'awaitingSignOff',
  'answered',
  'followUp',
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
  /** 签收已超期 */
  acknowledgeOverdue: boolean
  answeredAt: Date | null
  topicId: string
  title: string
  stage: Stage
  /** 督办: of this matter, or of the topic as a whole. */
  supervised: boolean
  /** 催办: how often. */
  reminders: number
  /** 延期: how often. */
  extensions: number
  /** What waits for whoever assigned. */
  request: 'return' | 'extension' | null
  /** The matter is led here, and so many 会办 are not done with their paragraphs. */
  unfinishedJoint: number
  /** 经办人 */
  handler: string | null
  /** The beginning of the comment, where one was assigned and it is still public. */
  commentExcerpt: string | null
  /** A single comment was assigned, not the topic. */
  ofComment: boolean
  /** Where the answer stands: the department's own, or with 会办 its lead's. */
  responseStatus: ResponseStatus | null
  /** It waits for a signature that the viewer may give. */
  forMySignature: boolean
  /** In the view of what is to be followed up: until when it can be rated, and by how many it was. */
  rating?: { responseId: string; closesAt: Date; rated: number }
}

export interface DeskPage {
  items: DeskItem[]
  next: string | null
  counts: DeskCounts
}

const PAGE_SIZE = 20

/**
 * What lies on the viewer's desk, for all their departments together: what is owed by due date, what was
 * answered newest first, what is to be followed up by the day on which its rating is over.
 *
 * @throws AppError forbidden for who has no department; invalidCursor
 */
export async function listDesk(
  scope: Scope,
  options: { view: DeskView; after?: string },
): Promise<DeskPage> {
  const departmentIds = deskDepartments(scope.viewer)
  if (departmentIds.length === 0) throw new AppError('forbidden', {}, { detail: 'no department' })
  const { view } = options
  const ids = view === 'followUp' ? 1 : 2
  const after = options.after === undefined ? null : readTimeCursor(options.after, ids)
  const rows = await scope.db.$queryRaw<DeskRow[]>`
    SELECT * FROM unnest(${departmentIds}::text[]) AS mine("id")
      CROSS JOIN LATERAL (${deskRows(view, after, scope.now)}) item
     ORDER BY ${ORDERS[orderOf(view)]} LIMIT ${PAGE_SIZE + 1}`
  const calendar = await loadCalendar(scope.container)
  const items = rows.slice(0, PAGE_SIZE).map((row) => toItem(row, scope, calendar))
  const last = rows.length > PAGE_SIZE ? items.at(-1) : undefined
  return {
    items,
    next: last ? writeTimeCursor(placeOf(last, view)) : null,
    counts: await countDesk(scope, departmentIds),
  }
}

/**
 * What waits for the viewer's own signature, corrections of what is answered among it, the longest waiting first; a
 * short list for the top of the desk.
 */
export async function listForSignature(scope: Scope, take = 10): Promise<DeskItem[]> {
  const { viewer } = scope
  const signing = deskDepartments(viewer).filter((id) => actsFor(viewer, 'sign', id))
  if (!viewer || signing.length === 0) return []
  const rows = await scope.db.$queryRaw<DeskRow[]>`
    SELECT ${COLUMNS}
      FROM "responses" r
      JOIN "assignment_departments" ad ON ad."assignmentId" = r."assignmentId"
       AND ad."departmentId" = r."departmentId"
       AND (ad."closedAt" IS NULL OR r."publishedVersionId" IS NOT NULL)
      ${JOINS}
     WHERE r."departmentId" = ANY(${signing}) AND r."status" = 'awaitingSignOff'
       AND NOT EXISTS (SELECT 1 FROM "response_drafts" w
         WHERE w."responseId" = r."id" AND w."authorId" = ${viewer.personId})
     ORDER BY r."submittedAt", r."id" LIMIT ${take}`
  const calendar = await loadCalendar(scope.container)
  return rows.map((row) => toItem(row, scope, calendar))
}

interface DeskRow extends Omit<
  DeskItem,
  'dueProvisional' | 'acknowledgeOverdue' | 'commentExcerpt' | 'forMySignature' | 'rating'
> {
  state: PartState
  assignedAt: Date
  commentText: string | null
  answeringId: string | null
  drafterIds: string[]
  /** Of what is to be followed up. */
  responseId?: string
  closesAt?: Date
  rated?: number
}

const ORDERS = {
  due: Prisma.sql`"dueAt", "assignmentId", "departmentId"`,
  answered: Prisma.sql`"answeredAt" DESC, "assignmentId" DESC, "departmentId" DESC`,
  rated: Prisma.sql`"closesAt", "responseId"`,
}

function orderOf(view: DeskView): keyof typeof ORDERS {
  if (view === 'followUp') return 'rated'
  return view === 'answered' ? 'answered' : 'due'
}

/** Where a view goes on after an item. */
function placeOf(item: DeskItem, view: DeskView): TimeCursor {
  if (item.rating) return { at: item.rating.closesAt, ids: [item.rating.responseId] }
  const at = view === 'answered' ? (item.answeredAt ?? item.dueAt) : item.dueAt
  return { at, ids: [item.assignmentId, item.departmentId] }
}

const COLUMNS = Prisma.sql`
  ad."assignmentId", ad."departmentId", dep."shortName" AS "department", ad."part"::text, ad."dueAt",
  ad."state"::text, ad."assignedAt", ad."acknowledgedAt", ad."answeredAt", a."topicId", t."title", t."stage"::text,
  t."supervised" OR a."supervisedAt" IS NOT NULL AS "supervised", ad."reminders", ad."extensions",
  (SELECT q."kind"::text FROM "assignment_requests" q WHERE q."assignmentId" = ad."assignmentId"
     AND q."departmentId" = ad."departmentId" AND q."outcome" IS NULL) AS "request",
  CASE WHEN ad."part" = 'lead' THEN (
    SELECT count(*)::int FROM "assignment_departments" j WHERE j."assignmentId" = ad."assignmentId"
       AND j."part" = 'joint' AND (j."state" IN ('assigned', 'returnRequested') OR (j."state" = 'handling'
         AND NOT EXISTS (SELECT 1 FROM "response_contributions" w WHERE w."assignmentId" = j."assignmentId"
           AND w."departmentId" = j."departmentId" AND w."finishedAt" IS NOT NULL)))) ELSE 0 END AS "unfinishedJoint",
  (SELECT h."displayName" FROM "people" h WHERE h."id" = ad."handlerId") AS "handler",
  a."commentId" IS NOT NULL AS "ofComment", rev."text" AS "commentText",
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
       WHERE l."assignmentId" = ad."assignmentId" AND l."part" = 'lead'
         AND l."state" NOT IN ('returned', 'withdrawn') LIMIT 1)
    ELSE ad."departmentId" END`

/** An answer that is public and waits to be signed again: of what is answered, by a partial index that holds no others. */
const CORRECTION = Prisma.sql`
  FROM "responses" r
  JOIN "assignment_departments" ad ON ad."assignmentId" = r."assignmentId" AND ad."departmentId" = r."departmentId"`

function filterOf(view: Exclude<DeskView, 'followUp'>, now: Date): Prisma.Sql {
  switch (view) {
    case 'open':
      return Prisma.sql`ad."closedAt" IS NULL`
    case 'unacknowledged':
      return Prisma.sql`ad."closedAt" IS NULL AND ad."acknowledgedAt" IS NULL`
    case 'handling':
      return Prisma.sql`ad."closedAt" IS NULL AND ad."acknowledgedAt" IS NOT NULL
        AND r."status" IS DISTINCT FROM 'awaitingSignOff'`
    case 'dueSoon':
      return Prisma.sql`ad."closedAt" IS NULL AND ad."dueAt" > ${now} AND ad."dueAt" <= ${soonUntil(now)}`
    case 'overdue':
      return Prisma.sql`ad."closedAt" IS NULL AND ad."dueAt" <= ${now}`
    case 'awaitingSignOff':
      return Prisma.sql`ad."closedAt" IS NULL AND r."status" = 'awaitingSignOff'`
    case 'answered':
      return Prisma.sql`ad."answeredAt" IS NOT NULL`
  }
}

function deskRows(view: DeskView, after: TimeCursor | null, now: Date): Prisma.Sql {
  if (view === 'followUp') return awaitedRows(after, now)
  const answered = orderOf(view) === 'answered'
  const [assignmentId = '', departmentId = ''] = after?.ids ?? []
  const beyond = !after
    ? Prisma.empty
    : answered
      ? Prisma.sql`AND (ad."answeredAt", ad."assignmentId", ad."departmentId") < (${after.at}, ${assignmentId}, ${departmentId})`
      : Prisma.sql`AND (ad."dueAt", ad."assignmentId", ad."departmentId") > (${after.at}, ${assignmentId}, ${departmentId})`
  const order = answered
    ? Prisma.sql`ad."answeredAt" DESC, ad."assignmentId" DESC`
    : Prisma.sql`ad."dueAt", ad."assignmentId"`
  const parts = Prisma.sql`
    SELECT ${COLUMNS} FROM "assignment_departments" ad ${ANSWER} ${JOINS}
     WHERE ad."departmentId" = mine."id" AND ${filterOf(view, now)} ${beyond}
     ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`
  if (view !== 'awaitingSignOff') return parts
  return Prisma.sql`(${parts}) UNION ALL (
    SELECT ${COLUMNS} ${CORRECTION} ${JOINS}
     WHERE r."departmentId" = mine."id" AND r."status" = 'awaitingSignOff' AND r."publishedVersionId" IS NOT NULL
       AND ad."closedAt" IS NOT NULL ${beyond}
     ORDER BY ${order} LIMIT ${PAGE_SIZE + 1})`
}

/** The answers of a department that call for 回访 while they can be rated, by a partial index that holds no others. */
function awaitedRows(after: TimeCursor | null, now: Date): Prisma.Sql {
  const beyond = after
    ? Prisma.sql`AND (e."closesAt", e."responseId") > (${after.at}, ${after.ids[0] ?? ''})`
    : Prisma.empty
  return Prisma.sql`
    SELECT ${COLUMNS}, e."responseId", e."closesAt", e."rated" FROM "evaluations" e
      JOIN "responses" r ON r."id" = e."responseId"
      JOIN "assignment_departments" ad ON ad."assignmentId" = r."assignmentId"
       AND ad."departmentId" = r."departmentId"
      ${JOINS}
     WHERE e."departmentId" = mine."id" AND e."awaitsFollowUp" AND e."closesAt" > ${now} ${beyond}
     ORDER BY e."closesAt", e."responseId" LIMIT ${PAGE_SIZE + 1}`
}

function toItem(found: DeskRow, scope: Scope, calendar: WorkingCalendar): DeskItem {
  const { commentText, answeringId, drafterIds, responseId, closesAt, rated, ...part } = found
  const { state, assignedAt, ...row } = part
  const { viewer } = scope
  return {
    ...row,
    dueProvisional: isProvisional(row.dueAt, calendar),
    acknowledgeOverdue: isAcknowledgeOverdue({ state, assignedAt }, scope.now, calendar),
    ...(responseId !== undefined &&
      closesAt !== undefined &&
      rated !== undefined && { rating: { responseId, closesAt, rated } }),
    commentExcerpt: commentText === null ? null : quoteExcerpt(commentText),
    forMySignature:
      row.responseStatus === 'awaitingSignOff' &&
      answeringId !== null &&
      actsFor(viewer, 'sign', answeringId) &&
      !drafterIds.includes(viewer.personId),
  }
}
