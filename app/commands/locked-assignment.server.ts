import { AppError } from '~/domain/errors'
import type { CommentKind } from '~/domain/comment/comment'
import type { PartFacts, PartState } from '~/domain/response/assignment-state'
import type { Part } from '~/domain/response/response'
import type { Transaction } from '~/server/transact.server'

/** A part as it is stored, with what the acts on it say and change. */
export interface StoredPart extends PartFacts {
  name: string
  version: number
  handlerId: string | null
  reminders: number
  extensions: number
  /** What was asked of whoever assigned, and is not decided. */
  request: {
    id: string
    kind: 'return' | 'extension'
    dueAt: Date | null
    askedById: string
  } | null
}

export interface LockedAssignment {
  id: string
  topicId: string
  title: string
  studioId: string
  categoryId: string
  commentId: string | null
  /** Of the comment, where one was assigned. */
  commentKind: CommentKind | null
  assignedById: string
  dueAt: Date
  supervisedAt: Date | null
  parts: StoredPart[]
}

/**
 * An assignment with its parts, under the lock of its row: of those who act on any of its parts one goes at a time.
 *
 * @throws AppError notFound
 */
export async function lockAssignment(tx: Transaction, id: string): Promise<LockedAssignment> {
  const { rows } = await tx.query<Omit<LockedAssignment, 'parts'>>(LOCK, [id])
  const [assignment] = rows
  if (!assignment) throw new AppError('notFound')
  const { rows: parts } = await tx.query<PartRow>(PARTS, [id])
  return {
    ...assignment,
    parts: parts.map(({ requestId, requestKind, requestedDue, askedById, ...part }) => ({
      ...part,
      extensionPending: requestKind === 'extension',
      request:
        requestId && requestKind && askedById
          ? { id: requestId, kind: requestKind, dueAt: requestedDue, askedById }
          : null,
    })),
  }
}

interface PartRow {
  departmentId: string
  name: string
  part: Part
  state: PartState
  assignedAt: Date
  acknowledgedAt: Date | null
  dueAt: Date
  remindedAt: Date | null
  reminders: number
  extensions: number
  handlerId: string | null
  version: number
  requestId: string | null
  requestKind: 'return' | 'extension' | null
  requestedDue: Date | null
  askedById: string | null
}

const LOCK = `
  SELECT a."id", a."topicId", t."title", t."studioId", t."categoryId", a."commentId", c."kind"::text AS "commentKind", a."assignedById", a."dueAt", a."supervisedAt"
    FROM "assignments" a JOIN "topics" t ON t."id" = a."topicId"
    LEFT JOIN "comments" c ON c."id" = a."commentId"
   WHERE a."id" = $1 FOR UPDATE OF a`

const PARTS = `
  SELECT p."departmentId", d."name", p."part"::text, p."state"::text, p."assignedAt", p."acknowledgedAt", p."dueAt",
         p."remindedAt", p."reminders", p."extensions", p."handlerId", p."version",
         r."id" AS "requestId", r."kind"::text AS "requestKind", r."dueAt" AS "requestedDue", r."askedById"
    FROM "assignment_departments" p
    JOIN "departments" d ON d."id" = p."departmentId"
    LEFT JOIN "assignment_requests" r ON r."assignmentId" = p."assignmentId"
      AND r."departmentId" = p."departmentId" AND r."outcome" IS NULL
   WHERE p."assignmentId" = $1 ORDER BY p."part", p."departmentId"`
