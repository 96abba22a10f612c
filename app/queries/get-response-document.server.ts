import { AppError } from '~/domain/errors'
import { differenceOf, type TextPart } from '~/domain/moderation/text-difference'
import type { DeclaredResult } from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'
import { filesOfVersions, type AttachedFile } from './attached-files'
import { listAnswerCommitments, type AnswerCommitment } from './list-answer-commitments.server'
import { referenceOf } from './list-responses.server'

/** A version of an official response, by its number. */
export interface DocumentVersion {
  number: number
  publishedAt: Date
  /** What it changed of the version before; none of the first. */
  changeNote: string | null
}

/** A published official response by itself, as it is filed and printed. */
export interface ResponseDocumentView {
  id: string
  topic: { id: string; title: string; code: string; lang: string }
  department: { name: string; telephone: string | null }
  jointDepartments: string[]
  reference: string | null
  /** The version that is shown. */
  shown: DocumentVersion & { html: string; result: DeclaredResult }
  /** All versions, the newest first. */
  versions: DocumentVersion[]
  /** What the version shown changed of the one before, in words removed and added. */
  changes: TextPart[] | null
  /** What was promised in it up to the version shown. */
  commitments: AnswerCommitment[]
  /** How many public comments it answers. */
  answeredCount: number
  /** What was public with the version shown. */
  files: AttachedFile[]
  /** How many more it had that a later version took out: the public gets them no more, and not their names. */
  removedFiles: number
}

/** Names what the page depends on besides the response itself; to be called before it is read. */
export async function findResponseTopic(
  scope: Pick<Scope, 'db'>,
  responseId: string,
): Promise<string> {
  const response = isId(responseId)
    ? await scope.db.response.findFirst({
        where: { id: responseId, publishedVersionId: { not: null } },
        select: { topicId: true },
      })
    : null
  if (!response) throw new AppError('notFound')
  return response.topicId
}

/**
 * A published response with the versions that it has had.
 *
 * @param number the version to show; the newest unless one is given
 * @throws AppError notFound for what is not published, and for a version that there is not
 */
export async function getResponseDocument(
  scope: Pick<Scope, 'db'>,
  responseId: string,
  number?: number,
): Promise<ResponseDocumentView> {
  const row = await scope.db.response.findFirst({
    where: { id: responseId, publishedVersionId: { not: null } },
    select: {
      departmentId: true,
      fileMark: true,
      fileYear: true,
      fileNumber: true,
      topic: { select: { id: true, title: true, code: true, lang: true } },
      department: { select: { name: true, telephone: true } },
      versions: {
        orderBy: { number: 'desc' },
        select: { number: true, publishedAt: true, changeNote: true },
      },
      assignment: {
        select: {
          departments: {
            // Who gave the part back, or had it taken away, has no part in the answer.
            where: { state: { notIn: ['returned', 'withdrawn'] } },
            orderBy: { departmentId: 'asc' },
            select: { departmentId: true, part: true, department: { select: { name: true } } },
          },
        },
      },
      attachments: filesOfVersions,
      _count: { select: { answers: { where: { comment: { status: 'published' } } } } },
    },
  })
  if (!row) throw new AppError('notFound')
  const wanted = number ?? row.versions[0]?.number
  // The version and the one before it: what is shown, and what it changed.
  const [shown, before] = await scope.db.responseVersion.findMany({
    where: { responseId, number: { lte: wanted ?? 0, gte: (wanted ?? 0) - 1 } },
    orderBy: { number: 'desc' },
    select: {
      number: true,
      publishedAt: true,
      changeNote: true,
      declaredResult: true,
      draft: { select: { text: true, html: true } },
    },
  })
  if (!shown || shown.number !== wanted) throw new AppError('notFound')
  const commitments = (await listAnswerCommitments(scope, [responseId])).get(responseId) ?? []
  const { departments } = row.assignment
  const had = row.attachments.filter((file) => (file.responseVersion ?? 0) <= shown.number)
  const leads = departments.some(
    (each) => each.departmentId === row.departmentId && each.part === 'lead',
  )
  return {
    id: responseId,
    topic: row.topic,
    department: row.department,
    jointDepartments: leads
      ? departments.filter(({ part }) => part === 'joint').map((each) => each.department.name)
      : [],
    reference: referenceOf(row),
    shown: {
      number: shown.number,
      publishedAt: shown.publishedAt,
      changeNote: shown.changeNote,
      html: shown.draft.html,
      result: shown.declaredResult,
    },
    versions: row.versions,
    changes: before ? differenceOf(before.draft.text, shown.draft.text) : null,
    commitments: commitments.filter(({ madeIn }) => madeIn <= shown.number),
    answeredCount: row._count.answers,
    files: had.flatMap(({ removedVersion, ...file }) => (removedVersion === null ? [file] : [])),
    removedFiles: had.filter(({ removedVersion }) => (removedVersion ?? 0) > shown.number).length,
  }
}
