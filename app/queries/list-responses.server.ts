import { AppError } from '~/domain/errors'
import { fileReference, type DeclaredResult } from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'
import { publishedFiles, type AttachedFile } from './attached-files'
import { listAnswerCommitments, type AnswerCommitment } from './list-answer-commitments.server'
import { listEvaluations, type EvaluationView } from './list-evaluations.server'

/** A comment that a response answers: still public, with the name it was written under. */
export interface AnsweredComment {
  id: string
  authorName: string
}

/** What a later version changed, in its drafter's words. */
export interface Correction {
  /** The number of the version that it made. */
  number: number
  at: Date
  change: string
}

/** A published official response as the public reads it. */
export interface PublishedResponse {
  id: string
  topicId: string
  department: string
  /** Departments that joined in this answer. */
  jointDepartments: string[]
  publishedAt: Date
  result: DeclaredResult
  html: string
  /** 文号 */
  reference: string | null
  /** The last correction (更正), where there was one. */
  correction: Correction | null
  /** The comment that was assigned; none where the whole topic was. */
  assignedCommentId: string | null
  /** The first of those answered, and how many there are in all. */
  answered: AnsweredComment[]
  answeredCount: number
  /** It answers what was taken up again (重新办理). */
  again: boolean
  /** What it promises. */
  commitments: AnswerCommitment[]
  /** What those who raised the matter say of it. */
  evaluation: EvaluationView | null
  files: AttachedFile[]
}

export interface ResponsePage {
  responses: PublishedResponse[]
  /** The id to continue after, or null on the last page. */
  next: string | null
}

const PAGE_SIZE = 10
/** So many of the answered comments are named; the rest are counted. */
const NAMED_COMMENTS = 6

/**
 * The published official responses of a topic, newest first. Those to the topic as a whole and those to
 * single comments together: `assignedCommentId` tells them apart, `only` picks the former.
 *
 * @throws AppError invalidCursor for an `after` that is no response of this topic
 */
export async function listResponses(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  options: { after?: string; only?: 'topic'; take?: number } = {},
): Promise<ResponsePage> {
  const take = options.take ?? PAGE_SIZE
  const after = options.after === undefined ? null : await findCursor(scope, topicId, options.after)
  const rows = await scope.db.response.findMany({
    where: {
      topicId,
      publishedVersionId: { not: null },
      ...(options.only === 'topic' && { assignment: { commentId: null } }),
      ...(after && {
        OR: [
          { publishedAt: { lt: after.publishedAt } },
          { publishedAt: after.publishedAt, id: { lt: after.id } },
        ],
      }),
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: take + 1,
    select: {
      id: true,
      topicId: true,
      publishedAt: true,
      departmentId: true,
      fileMark: true,
      fileYear: true,
      fileNumber: true,
      department: { select: { name: true } },
      publishedVersion: {
        select: {
          number: true,
          declaredResult: true,
          changeNote: true,
          publishedAt: true,
          draft: { select: { html: true } },
        },
      },
      assignment: {
        select: {
          commentId: true,
          reopensId: true,
          departments: {
            where: { state: { notIn: ['returned', 'withdrawn'] } },
            select: { departmentId: true, part: true, department: { select: { name: true } } },
            orderBy: { departmentId: 'asc' },
          },
        },
      },
      answers: {
        where: { comment: { status: 'published' } },
        orderBy: { commentId: 'asc' },
        take: NAMED_COMMENTS,
        select: { comment: { select: { id: true, author: { select: { displayName: true } } } } },
      },
      attachments: publishedFiles,
      _count: { select: { answers: { where: { comment: { status: 'published' } } } } },
    },
  })
  const shown = rows.slice(0, take)
  const ids = shown.map(({ id }) => id)
  const [evaluations, commitments] = await Promise.all([
    listEvaluations(scope, ids),
    listAnswerCommitments(scope, ids),
  ])
  const responses = shown.flatMap((row): PublishedResponse[] => {
    const { publishedVersion: version } = row
    if (!row.publishedAt || !version) return []
    const { departments } = row.assignment
    const leads = departments.some(
      (each) => each.departmentId === row.departmentId && each.part === 'lead',
    )
    return [
      {
        id: row.id,
        topicId: row.topicId,
        department: row.department.name,
        jointDepartments: leads
          ? departments.filter(({ part }) => part === 'joint').map((each) => each.department.name)
          : [],
        publishedAt: row.publishedAt,
        result: version.declaredResult,
        html: version.draft.html,
        reference: referenceOf(row),
        correction: correctionOf(version),
        assignedCommentId: row.assignment.commentId,
        answered: row.answers.map(({ comment }) => ({
          id: comment.id,
          authorName: comment.author.displayName,
        })),
        answeredCount: row._count.answers,
        again: row.assignment.reopensId !== null,
        commitments: commitments.get(row.id) ?? [],
        evaluation: evaluations.get(row.id) ?? null,
        files: row.attachments,
      },
    ]
  })
  return { responses, next: rows.length > take ? (rows[take - 1]?.id ?? null) : null }
}

/** The 文号 of a response, once it has one. */
export function referenceOf(row: {
  fileMark: string | null
  fileYear: number | null
  fileNumber: number | null
}): string | null {
  const { fileMark: mark, fileYear: year, fileNumber: number } = row
  return mark !== null && year !== null && number !== null
    ? fileReference({ mark, year, number })
    : null
}

/** What a version corrected; the first one nothing. */
export function correctionOf(version: {
  number: number
  publishedAt: Date
  changeNote: string | null
}): Correction | null {
  return version.changeNote === null
    ? null
    : { number: version.number, at: version.publishedAt, change: version.changeNote }
}

async function findCursor(
  scope: Pick<Scope, 'db'>,
  topicId: string,
  after: string,
): Promise<{ id: string; publishedAt: Date }> {
  const row = isId(after)
    ? await scope.db.response.findFirst({
        where: { id: after, topicId, publishedVersionId: { not: null } },
        select: { id: true, publishedAt: true },
      })
    : null
  if (!row?.publishedAt) throw new AppError('invalidCursor')
  return { id: row.id, publishedAt: row.publishedAt }
}
